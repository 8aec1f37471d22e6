import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as status } from "@/app/api/v1/hashtags/status/route";
import { POST as sync } from "@/app/api/v1/hashtags/sync/route";
import { GET as trending } from "@/app/api/v1/hashtags/trending/route";
import {
  type ApiWorld,
  call,
  callByCookie,
  type Query,
  sentenceOf,
  startApiWorld,
} from "./api-world.ts";

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
  await world.addPosts([
    { external_id: "a", caption: "#Oats and #milk", minutes_ago: 5 },
    { external_id: "b", caption: "#oats", minutes_ago: 30, platform: "tiktok" },
    { external_id: "c", caption: "#oats", minutes_ago: 90 },
    { external_id: "d", caption: "#tea #日本", minutes_ago: 600 },
    { external_id: "e", caption: "#tea", minutes_ago: 2000 },
    { external_id: "f", caption: "#someday", minutes_ago: null },
  ]);
});
afterAll(() => world.stop());

const asked = (query: Query = {}) => call(world.ada, trending, query);
const counts = async (query: Query) =>
  (await asked(query)).body.hashtags.map(({ hashtag, count }: Record<string, unknown>) => [
    hashtag,
    count,
  ]);

describe("GET /api/v1/hashtags/trending", () => {
  it("lists hashtags with their counts, those of the window before, and when it was asked", async () => {
    const { status: code, body } = await asked();
    expect(code).toBe(200);
    expect(body).toEqual({
      hashtags: [
        { hashtag: "Oats", count: 2, previous: 1, tag: "oats" },
        { hashtag: "milk", count: 1, previous: 0, tag: "milk" },
      ],
      window_minutes: 60,
      total_count: 2,
      as_of: expect.any(String),
      window_starts_at: expect.any(String),
    });
    expect(Math.abs(Date.now() - Date.parse(body.as_of))).toBeLessThan(10_000);
  });

  it.each([
    [
      { window: 10 },
      [
        ["milk", 1],
        ["Oats", 1],
      ],
    ],
    [
      { window_minutes: 10 },
      [
        ["milk", 1],
        ["Oats", 1],
      ],
    ],
    [
      { window: 10, window_minutes: 10 },
      [
        ["milk", 1],
        ["Oats", 1],
      ],
    ],
    [
      { window: 1440 },
      [
        ["Oats", 3],
        ["milk", 1],
        ["tea", 1],
        ["日本", 1],
      ],
    ],
    [{ window: 1440, k: 1 }, [["Oats", 3]]],
    [{ window_minutes: 1440, platform: "tiktok" }, [["Oats", 1]]],
  ] as [Query, unknown][])("by either name of the window: %o", async (query, expected) => {
    expect(await counts(query)).toEqual(expected);
  });

  it.each([
    [{ window: 0 }, "window: found 0, expected a whole number, 1 to 1440."],
    [{ window: 1441 }, "window: found 1441, expected a whole number, 1 to 1440."],
    [{ window_minutes: 1441 }, "window_minutes: found 1441, expected a whole number, 1 to 1440."],
    [{ window_minutes: "1e2" }, "window_minutes: found 1e2, expected a whole number, 1 to 1440."],
    [
      { window: 5, window_minutes: 6 },
      "window: found 5 beside window_minutes=6, expected one of the two.",
    ],
    [{ k: 0 }, "k: found 0, expected a whole number, 1 to 100."],
    [{ k: 101 }, "k: found 101, expected a whole number, 1 to 100."],
    [{ k: 1.5 }, "k: found 1.5, expected a whole number, 1 to 100."],
    [
      { platform: "myspace" },
      "platform: found myspace, expected youtube, tiktok, instagram, facebook, linkedin.",
    ],
  ] as [Query, string][])("refuses %o with one sentence", async (query, sentence) => {
    expect(sentenceOf(await asked(query))).toEqual([422, sentence]);
  });

  it("shows viewers what it shows the owner, and strangers nothing", async () => {
    const workspace = world.ada.workspaceId;
    const { as_of: _, ...mine } = (await asked()).body;
    expect((await call(world.vera, trending, {}, { workspace })).body).toMatchObject(mine);
    expect((await call(world.bob, trending)).body.hashtags).toEqual([]);
    expect((await call(world.bob, trending, {}, { workspace })).status).toBe(401);
    expect(await callByCookie(world.supabase, world.bob, trending, workspace)).toBe(404);
    expect(await callByCookie(world.supabase, world.vera, trending, workspace)).toBe(200);
  });
});

it("GET /api/v1/hashtags/status says what trending is computed from", async () => {
  const { body } = await call(world.ada, status);
  expect(body).toMatchObject({
    total_hashtags: 5,
    total_buckets: 4,
    window_minutes: 1440,
    tagged_posts: 6,
    untimed_posts: 1,
    cache_size: 0,
  });
  expect(Math.abs(body.current_minute - Date.now() / 60_000)).toBeLessThan(2);
  expect(body.oldest_bucket_age_minutes).toBeGreaterThanOrEqual(600);
  expect(body.oldest_bucket_age_minutes).toBeLessThan(603);
  const empty = await call(world.bob, status);
  expect(empty.body).toMatchObject({ total_hashtags: 0, oldest_bucket_age_minutes: null });
});

describe("POST /api/v1/hashtags/sync", () => {
  const synced = (who: ApiWorld["ada"], query: Query = {}) =>
    call(who, sync, query, { method: "POST", workspace: world.ada.workspaceId });

  it("finds nothing to do where hashtags are kept right, however often", async () => {
    for (const _ of [1, 2]) {
      const { status: code, body } = await synced(world.mel);
      expect([code, body]).toMatchObject([
        200,
        { status: "success", minutes_back: 60, posts: 2, added: 0, removed: 0 },
      ]);
      expect(body.message).toBe("Looked at 2 posts; their hashtags were right already.");
      expect(body.as_of).toEqual(expect.any(String));
    }
  });

  it("puts right what went wrong, as far back as it is asked to", async () => {
    const { sql } = world.supabase;
    await sql(
      "delete from public.post_hashtags where post_id in (select id from public.posts where external_id in ('a', 'f'))",
    );
    expect((await synced(world.mel, { minutes_back: 1440 })).body).toMatchObject({
      posts: 4,
      added: 2,
      minutes_back: 1440,
    });
    expect((await synced(world.ada, { minutes_back: "all" })).body).toMatchObject({
      posts: 6,
      added: 1,
      minutes_back: null,
    });
  });

  it("is for members and above, of this workspace", async () => {
    expect((await synced(world.vera)).status).toBe(403);
    expect((await synced(world.bob)).status).toBe(401);
    const strange = await world.supabase
      .clientFor(world.bob)
      .rpc("sync_hashtags", { workspace: world.ada.workspaceId });
    expect(strange.status).toBe(404);
  });

  it.each([0, 1441, "none"])("refuses to go back %s minutes", async (minutes_back) => {
    expect(sentenceOf(await synced(world.mel, { minutes_back }))).toEqual([
      422,
      `minutes_back: found ${minutes_back}, expected a whole number, 1 to 1440, or all.`,
    ]);
  });
});
