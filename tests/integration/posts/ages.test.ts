import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/posts/[id]/ages/route";
import type { TestUser } from "../../support/supabase.ts";
import { besideByHand, FEWEST, MARKS } from "./ages-by-hand.ts";
import { type Caller, callerOf, type NewPost, startPostsWorld } from "./world.ts";

const OLD = "youtube_data.2025-03-31";
const PUBLISHED = 60;

let world: Awaited<ReturnType<typeof startPostsWorld>>;
let ada: TestUser;
let call: Caller;
let posts = 0;

beforeAll(async () => {
  world = await startPostsWorld();
  ada = await world.supabase.createUser("ada");
  call = callerOf(ada);
});
afterAll(() => world.stop());

/** A Short with views at these hours of age. No account has it: links alone will do. */
function addShort(
  views: Record<number, number | string>,
  rest: Partial<NewPost & { definition: string }> = {},
) {
  posts += 1;
  const { published = PUBLISHED, definition, ...post } = rest;
  const snapshots = Object.entries(views).map(([age, count]) => ({
    ago: (published ?? 0) - Number(age),
    views: count,
    ...(definition !== undefined && { definition }),
  }));
  return world.addPost(ada.workspaceId, {
    externalId: `short${posts}`,
    kind: "short",
    published,
    snapshots,
    ...post,
  });
}

async function agesOf(id: number) {
  const answer = await call(GET, { id });
  expect(answer.status).toBe(200);
  const body = await answer.json();
  return {
    ...body,
    at: (hours: number) => body.ages.find((age: { hours: number }) => age.hours === hours),
  };
}

describe("GET /api/v1/posts/[id]/ages", () => {
  it("compares at each age as a plain computation does: the author's others, and all alike", async () => {
    // Measured at 1, 6, 24 and 50 h: in between, 48 h lies on the way from 24 to 50.
    const course = (size: number) => ({ 1: size, 6: 5 * size, 24: 20 * size, 50: 46 * size });
    const at48 = (size: number) => 20 * size + 24 * size;
    const sizes = { "@own": [30, 7, 300, 12, 45, 45, 88, 3], "@next": [5, 32, 600, 45, 2, 17] };
    const id = await addShort(course(45), { author: "@own" });
    for (const [author, all] of Object.entries(sizes)) {
      for (const size of all) await addShort(course(size), { author });
    }
    const { at, ages } = await agesOf(id);
    expect(ages.map(({ hours }: { hours: number }) => hours)).toEqual(MARKS);
    const views: [number, (size: number) => number][] = [
      [1, (size) => size],
      [6, (size) => 5 * size],
      [24, (size) => 20 * size],
      [48, at48],
    ];
    for (const [hours, of] of views) {
      const author = sizes["@own"].map(of);
      expect(at(hours)).toEqual({
        hours,
        views: of(45),
        interpolated: hours === 48,
        author: besideByHand(of(45), author),
        alike: besideByHand(of(45), [...author, ...sizes["@next"].map(of)]),
      });
    }
    // 12 h lies between two measurements that are too far apart for so young a post; 7 d is yet to come.
    for (const hours of [12, 168]) {
      expect(at(hours)).toMatchObject({
        views: null,
        author: { n: 0 },
        alike: { n: 0, median: null },
      });
    }
  });

  it(`tells only how many there are below ${FEWEST}`, async () => {
    const others = { author: "@few", kind: "live" };
    const id = await addShort({ 1: 10 }, others);
    for (const size of [1, 2, 3, 4]) await addShort({ 1: size }, others);
    const few = {
      n: 4,
      median: null,
      low: null,
      high: null,
      confidence: null,
      factor: null,
      percentile: null,
    };
    expect((await agesOf(id)).at(1)).toMatchObject({ views: 10, author: few, alike: few });
    await addShort({ 1: 5 }, others);
    const { author } = (await agesOf(id)).at(1);
    expect(author).toEqual(besideByHand(10, [1, 2, 3, 4, 5]));
    expect(author).toMatchObject({ n: 5, low: 1, high: 5, confidence: 0.9375, percentile: 100 });
  });

  it("compares with nothing of another kind, platform, definition or year", async () => {
    const alike = { author: "@alike", kind: "reel" };
    const id = await addShort({ 1: 10 }, alike);
    await addShort({ 1: 20 }, alike);
    await addShort({ 1: 30 }, { ...alike, kind: "image" });
    await addShort({ 1: 40 }, { ...alike, platform: "tiktok" });
    await addShort({ 1: 50 }, { ...alike, definition: OLD });
    await addShort({ 1: 60 }, { ...alike, published: 366 * 24 });
    const { at, metric_definition } = await agesOf(id);
    expect(metric_definition).toBe("youtube_data.2026-08-27");
    expect(at(1)).toMatchObject({ author: { n: 1 }, alike: { n: 1 } });
  });

  it("takes no views from before the platform redefined them, and none across", async () => {
    const id = await addShort({ 1: 10 }, { definition: OLD, author: "@changed" });
    await world.addSnapshot(ada.workspaceId, id, {
      ago: PUBLISHED - 5,
      views: 100,
      definition: OLD,
    });
    await world.addSnapshot(ada.workspaceId, id, { ago: PUBLISHED - 7, views: 70 });
    await world.supabase.sql(
      "update public.post_latest set definition = 'youtube_data.2026-08-27', views = 70 where post_id = $1",
      [id],
    );
    const { at } = await agesOf(id);
    expect([1, 3, 6].map((hours) => at(hours).views)).toEqual([null, null, null]);
  });

  it("bridges no gap", async () => {
    const { at } = await agesOf(await addShort({ 0.5: 10, 5: 100, 40: 500 }, { author: "@gaps" }));
    expect(at(1)).toMatchObject({ views: 20, interpolated: true });
    expect([6, 12, 24].map((hours) => at(hours).views)).toEqual([null, null, null]);
  });

  it("keeps every digit, and says what is ours, of when and of what", async () => {
    const id = await addShort({ 1: "9007199254740993" }, { author: "@large" });
    expect(await (await call(GET, { id })).text()).toContain('"views":9007199254740993');
    expect(await agesOf(id)).toMatchObject({
      post_id: id,
      metric: "views",
      compared_with: { platform: "youtube", media_kind: "short", author: "@large" },
      fewest_compared: FEWEST,
      measured_at: expect.any(String),
      simulated: false,
      derived: ["median", "low", "high", "factor", "percentile"],
    });
  });

  it("has no ages of a post that was never measured, nor an author where none is known", async () => {
    const never = await agesOf(await addShort({}));
    expect(never).toMatchObject({ ages: [], metric_definition: null, measured_at: null });
    const [id] = [await addShort({ 1: 5 }), await addShort({ 1: 6 })];
    await world.supabase.sql("update public.posts set author_handle = null where id = any ($1)", [
      [id, id + 1],
    ]);
    const { at, compared_with } = await agesOf(id);
    expect(compared_with.author).toBeNull();
    expect(at(1).author.n).toBe(0);
    expect(at(1).alike.n).toBeGreaterThan(0);
  });

  it("compares with no post of another workspace", async () => {
    const bob = await world.supabase.createUser("bob");
    const id = await addShort({ 1: 5 }, { author: "@ours", kind: "carousel" });
    await world.addPost(bob.workspaceId, {
      externalId: "theirs",
      kind: "carousel",
      author: "@ours",
      published: PUBLISHED,
      snapshots: [{ ago: PUBLISHED - 1, views: 9 }],
    });
    await world.supabase.addMember(bob.workspaceId, ada, "member");
    expect((await agesOf(id)).at(1)).toMatchObject({ author: { n: 0 }, alike: { n: 0 } });
  });
});
