import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as growing } from "@/app/api/v1/reports/fastest-growing/route";
import { GET as growingHashtags } from "@/app/api/v1/reports/fastest-growing-hashtags/route";
import { GET as top } from "@/app/api/v1/reports/top-hashtags/route";
import {
  type ApiWorld,
  call,
  type Query,
  sentenceOf,
  startApiWorld,
} from "../hashtags/api-world.ts";

const HOUR = 60;

let world: ApiWorld;
let posts = 0;

/** Posts with one hashtag, each so many hours ago, by as many people. */
async function used(
  tag: string,
  hoursAgo: number[],
  platform: "instagram" | "tiktok" = "instagram",
) {
  await world.addPosts(
    hoursAgo.map((hours, n) => {
      posts += 1;
      const minutes_ago = hours * HOUR;
      return {
        external_id: `p${posts}`,
        caption: `#${tag}`,
        minutes_ago,
        author_handle: `a${n}`,
        platform,
      };
    }),
  );
}

beforeAll(async () => {
  world = await startApiWorld();
  // fresh: all of them in the last day. steady: one in each of the four days before, and two long ago.
  await used("fresh", [1, 2, 3, 3, 3]);
  await used("steady", [1, 2, 30, 54, 78, 102, 300, 301]);
  await used("few", [1, 2, 3, 4]);
  await used("late", [1, 100, 101, 102, 103]);
  await used("again", [1, 2, 400, 401, 402], "tiktok");
});
afterAll(() => world.stop());

const grown = async (query: Query = {}) => (await call(world.ada, growing, query)).body;
const listed = async (query: Query) =>
  (await grown(query)).hashtags.map(({ tag }: { tag: string }) => tag);

describe("GET /api/v1/reports/fastest-growing", () => {
  it("compares the last hours with all, and with what is usual for the hashtag", async () => {
    const { hashtags, ...rest } = await grown();
    expect(hashtags).toEqual([
      {
        hashtag_id: expect.any(Number),
        hashtag_name: "fresh",
        tag: "fresh",
        recent_posts: 5,
        total_posts: 5,
        growth_rate: 1,
        recent_unique_users: 5,
        previous_posts: 0,
        usual_posts: 0,
        growth: null,
        is_new: true,
      },
      expect.objectContaining({
        tag: "again",
        recent_posts: 2,
        growth_rate: 0.4,
        usual_posts: 0,
        growth: null,
        is_new: false,
      }),
      expect.objectContaining({
        tag: "steady",
        recent_posts: 2,
        growth_rate: 0.25,
        previous_posts: 1,
        usual_posts: 1,
        growth: 1,
        is_new: false,
      }),
    ]);
    expect(rest).toEqual({
      total_count: 3,
      period_start: expect.any(String),
      period_hours: 24,
      as_of: expect.any(String),
    });
    expect(Date.parse(rest.as_of) - Date.parse(rest.period_start)).toBe(24 * HOUR * 60_000);
  });

  it.each([
    [{ limit: 1 }, ["fresh"]],
    [{ platform: "tiktok" }, ["again"]],
    [{ hours: 110 }, ["fresh", "late", "steady", "again"]],
  ] as [Query, string[]][])("narrowed by %o", async (query, expected) => {
    expect(await listed(query)).toEqual(expected);
  });

  it("has another name, with the same answer", async () => {
    const other = await call(world.ada, growingHashtags);
    expect(other.body.hashtags).toEqual((await grown()).hashtags);
  });

  it.each([
    [{ hours: 0 }, "hours: found 0, expected a whole number, 1 to 168."],
    [{ hours: 169 }, "hours: found 169, expected a whole number, 1 to 168."],
    [{ limit: 51 }, "limit: found 51, expected a whole number, 1 to 50."],
  ] as [Query, string][])("refuses %o with one sentence", async (query, sentence) => {
    for (const handler of [growing, growingHashtags]) {
      expect(sentenceOf(await call(world.ada, handler, query))).toEqual([422, sentence]);
    }
  });
});

describe("GET /api/v1/reports/top-hashtags", () => {
  const best = async (query: Query = {}) => (await call(world.ada, top, query)).body;

  it("lists hashtags by how many people posted with them, then by posts", async () => {
    const { hashtags, ...rest } = await best();
    expect(hashtags[0]).toEqual({
      hashtag_id: expect.any(Number),
      hashtag_name: "steady",
      tag: "steady",
      unique_users: 8,
      total_posts: 8,
    });
    const order = hashtags.map(
      ({ tag, unique_users }: Record<string, unknown>) => `${tag} ${unique_users}`,
    );
    expect(order).toEqual(["steady 8", "again 5", "fresh 5", "late 5", "few 4"]);
    expect(rest).toEqual({ total_count: 5, as_of: expect.any(String) });
  });

  it.each([
    [{ limit: 2 }, ["steady", "again"]],
    [{ platform: "tiktok" }, ["again"]],
    [{ days: 1, limit: 2 }, ["fresh", "few"]],
    [{ until: new Date(Date.now() - 350 * HOUR * 60_000).toISOString() }, ["again"]],
  ] as [Query, string[]][])("narrowed by %o", async (query, expected) => {
    expect((await best(query)).hashtags.map(({ tag }: { tag: string }) => tag)).toEqual(expected);
  });

  it.each([0, 101])("refuses a limit of %s with one sentence", async (limit) => {
    const sentence = `limit: found ${limit}, expected a whole number, 1 to 100.`;
    expect(sentenceOf(await call(world.ada, top, { limit }))).toEqual([422, sentence]);
  });
});
