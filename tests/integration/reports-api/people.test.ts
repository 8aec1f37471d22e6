import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as engaged } from "@/app/api/v1/reports/most-engaged-users/route";
import { GET as top } from "@/app/api/v1/reports/top-users/route";
import {
  type ApiWorld,
  call,
  type Query,
  sentenceOf,
  startApiWorld,
} from "../hashtags/api-world.ts";

const DAY = 1440;

let world: ApiWorld;
let posts: Map<string, number>;

/** Events as the API of engagements stores them. */
async function like(post: string, people: string[], extra: object = {}) {
  const events = people.map((person_handle) => ({
    kind: "like",
    occurred_at: new Date(Date.now() - 60_000).toISOString(),
    post_id: posts.get(post),
    person_handle,
    ...extra,
  }));
  const { data, error } = await world.supabase
    .clientFor(world.ada)
    .rpc("import_engagements", { workspace: world.ada.workspaceId, events });
  expect([error, data]).toMatchObject([null, { added: people.length, rejected: [] }]);
}

beforeAll(async () => {
  world = await startApiWorld();
  posts = await world.addPosts([
    { external_id: "k1", caption: "one", minutes_ago: 10, author_handle: "Keiko" },
    { external_id: "k2", caption: "two", minutes_ago: 20, author_handle: "keiko" },
    {
      external_id: "b1",
      caption: "three",
      minutes_ago: 30 * DAY,
      author_handle: "ben",
      platform: "tiktok",
    },
    { external_id: "n1", caption: "four", minutes_ago: 10, author_handle: "nobody" },
  ]);
  await world.addComments(posts.get("b1") ?? 0, [
    {
      external_id: "c1",
      parent_external_id: null,
      likes: 1,
      published_at: "2026-11-01T00:00:00Z",
      author_handle: "cleo",
    },
  ]);
  await like("k1", ["p1", "p2", "p3"]);
  await like("k2", ["p1", "p2"], { kind: "share" });
  await like("b1", ["p1"], { occurred_at: "2026-11-01T00:00:00Z" });
  await like("b1", ["p1", "p2"], { comment_external_id: "c1" });
});
afterAll(() => world.stop());

const asked = async (query: Query = {}) => (await call(world.ada, top, query)).body;
const totals = async (query: Query) =>
  (await asked(query)).users.map((user: Record<string, unknown>) => [
    user.handle,
    user.total_engagement,
  ]);

describe("GET /api/v1/reports/top-users", () => {
  it("lists people by what they received, under the names of either shape", async () => {
    const { users, ...rest } = await asked();
    expect(users).toEqual([
      {
        user_id: expect.any(Number),
        username: "Keiko",
        handle: "Keiko",
        platform: "instagram",
        name: null,
        created_at: expect.any(String),
        total_engagement: 5,
        total_engagements: 5,
        post_engagements: 5,
        comment_engagements: 0,
        post_count: 2,
        posts_count: 2,
        comments_count: 0,
        avg_engagement_per_post: 2.5,
      },
      expect.objectContaining({
        handle: "cleo",
        total_engagement: 2,
        comment_engagements: 2,
        post_count: 0,
        comments_count: 1,
        avg_engagement_per_post: null,
      }),
      expect.objectContaining({ handle: "ben", platform: "tiktok", post_engagements: 1 }),
    ]);
    expect(rest).toEqual({
      limit: 10,
      total_count: 3,
      basis: "events",
      simulated: false,
      unmeasured_posts: 0,
      as_of: expect.any(String),
    });
  });

  it("has another name, with the same answer", async () => {
    const other = await call(world.ada, engaged);
    const { as_of: _, ...same } = await asked();
    expect(other.body).toMatchObject(same);
  });

  it.each([
    [{ limit: 1 }, [["Keiko", 5]]],
    [
      { platform: "tiktok" },
      [
        ["cleo", 2],
        ["ben", 1],
      ],
    ],
    [
      { days: 7 },
      [
        ["Keiko", 5],
        ["cleo", 2],
      ],
    ],
    [{ until: "2026-11-02" }, [["ben", 1]]],
  ] as [Query, unknown][])("narrowed by %o", async (query, expected) => {
    expect(await totals(query)).toEqual(expected);
  });

  it("by what platforms count, says how many posts they said nothing of", async () => {
    expect(await asked({ basis: "measured" })).toMatchObject({
      users: [],
      basis: "measured",
      unmeasured_posts: 4,
    });
    await world.supabase.sql(
      `insert into public.post_metrics (workspace_id, post_id, bucket_at, source, captured_at, likes, comments, shares, saves, absent, definition, is_simulated)
       select workspace_id, id, now(), 'apify_tiktok', now(), 7, 2, null, null,
         '{"views": "hidden", "shares": "hidden", "saves": "hidden", "impressions": "not_offered", "reach": "not_offered", "clicks": "not_offered", "video_views": "not_offered"}',
         'apify_tiktok.v1', true from public.posts where external_id = 'b1'`,
    );
    await world.supabase.sql("select private.rebuild_post_latest($1)", [world.ada.workspaceId]);
    const { users, simulated, unmeasured_posts } = await asked({ basis: "measured" });
    expect(users).toMatchObject([
      { handle: "ben", total_engagement: 9, avg_engagement_per_post: 9 },
    ]);
    expect([simulated, unmeasured_posts]).toEqual([true, 3]);
  });

  it.each([
    [{ limit: 0 }, "limit: found 0, expected a whole number, 1 to 100."],
    [{ limit: 101 }, "limit: found 101, expected a whole number, 1 to 100."],
    [{ basis: "luck" }, "basis: found luck, expected events, measured."],
    [{ days: "x" }, "days: found x, expected a whole number, 1 to 3650."],
  ] as [Query, string][])("refuses %o with one sentence", async (query, sentence) => {
    expect(sentenceOf(await call(world.ada, top, query))).toEqual([422, sentence]);
  });

  it("shows viewers the same, and strangers nothing", async () => {
    const { workspaceId: workspace } = world.ada;
    const { as_of: _, ...same } = await asked();
    expect((await call(world.vera, top, {}, { workspace })).body).toMatchObject(same);
    expect((await call(world.bob, top)).body).toMatchObject({ users: [], total_count: 0 });
    expect((await call(world.bob, top, {}, { workspace })).status).toBe(401);
  });
});
