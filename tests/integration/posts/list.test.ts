import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as listPosts } from "@/app/api/v1/posts/route";
import type { TestUser } from "../../support/supabase.ts";
import { type Caller, callerOf, startPostsWorld } from "./world.ts";

type Item = {
  id: number;
  external_id: string;
  state: string;
  metrics: Record<string, number | null>;
  change: { gain: number | null; previous_gain: number | null; unknown_because: string | null };
};
type Answer = { total: number; page: number; limit: number; has_more: boolean; items: Item[] };

let world: Awaited<ReturnType<typeof startPostsWorld>>;
let ada: TestUser;
let call: Caller;

beforeAll(async () => {
  world = await startPostsWorld();
  ada = await world.supabase.createUser("ada");
  call = callerOf(ada);
  const { addAccount, addPost, supabase } = world;
  const w = ada.workspaceId;
  const account = await addAccount(w, "Harbor");
  const gone = await addPost(w, {
    externalId: "gone",
    published: 200,
    account,
    snapshots: [{ ago: 150, views: 900 }],
  });
  const failing = await addPost(w, {
    externalId: "failing",
    kind: "short",
    published: 100,
    account,
    snapshots: [{ ago: 2, views: 300, likes: 3 }],
  });
  await addPost(w, {
    externalId: "best",
    title: "100%_sure",
    author: "@keiko",
    published: 50,
    snapshots: [{ ago: 1, views: "9007199254740993", likes: 1 }],
  });
  await addPost(w, { externalId: "silent", platform: "tiktok", published: null });
  await addPost(w, {
    externalId: "hidden",
    platform: "instagram",
    kind: "reel",
    published: 10,
    snapshots: [
      {
        ago: 1,
        views: null,
        likes: 7,
        source: "apify_instagram",
        definition: "apify_instagram.v1",
      },
    ],
  });
  await supabase.sql("update public.account_posts set gone_at = now() where post_id = $1", [gone]);
  await supabase.sql(
    `update public.account_posts set failures = 2, error_code = 'provider_error', failed_at = now(),
       retry_at = now() + interval '6 hours' where post_id = $1`,
    [failing],
  );
});
afterAll(() => world.stop());

async function list(query = "", as = call): Promise<Answer> {
  const answer = await as(listPosts, { query });
  expect(answer.status).toBe(200);
  return answer.json();
}
const names = async (query: string) =>
  (await list(query)).items.map(({ external_id }) => external_id);

describe("GET /api/v1/posts", () => {
  it("lists the newest first and those of unknown age last, with how many there are", async () => {
    const { items, ...paging } = await list();
    expect(items.map(({ external_id }) => external_id)).toEqual([
      "hidden",
      "best",
      "failing",
      "gone",
      "silent",
    ]);
    expect(paging).toEqual({ total: 5, page: 1, limit: 50, has_more: false });
  });

  it.each([
    ["platform=youtube", ["best", "failing", "gone"]],
    ["kind=short", ["failing"]],
    ["author=%40keiko", ["best"]],
    ["source=apify_instagram", ["hidden"]],
    ["state=gone", ["gone"]],
    ["state=failing", ["failing"]],
    ["state=unmeasured", ["silent"]],
    ["state=measured", ["hidden", "best"]],
    ["origin=account", ["failing", "gone"]],
    ["origin=other", ["hidden", "best", "silent"]],
    ["search=100%25_SURE", ["best"]],
    ["search=keiko%20100%25", ["best"]],
    ["search=%25", ["best"]],
    ["search=example.test%2Ffail", ["failing"]],
    ["platform=tiktok&state=gone", []],
  ])("leaves for %s what was asked for", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
    expect((await list(query)).total).toBe(expected.length);
  });

  it.each([
    ["sort=views", ["best", "gone", "failing", "hidden", "silent"]],
    ["sort=views&order=asc", ["failing", "gone", "best", "silent", "hidden"]],
    ["sort=likes", ["hidden", "failing", "best", "silent", "gone"]],
    ["sort=title&order=asc", ["best", "failing", "gone", "hidden", "silent"]],
  ])("sorts by %s, missing numbers last either way", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it("goes on where the page before ended, each post once", async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((page) => list(`limit=2&page=${page}&sort=views`)),
    );
    expect(pages.map(({ items }) => items.length)).toEqual([2, 2, 1]);
    expect(pages.map(({ has_more }) => has_more)).toEqual([true, true, false]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(5);
  });

  it("finds what was published on a day of the workspace, not of UTC", async () => {
    const { supabase, addPost } = world;
    const late = await addPost(ada.workspaceId, { externalId: "late" });
    // 23:30 in London is the next day in Tokyo.
    await supabase.sql(
      "update public.posts set published_at = '2026-02-03T23:30:00Z' where id = $1",
      [late],
    );
    const on = (day: string) => names(`from=${day}&until=${day}`);
    expect([await on("2026-02-03"), await on("2026-02-04")]).toEqual([["late"], []]);
    await supabase.sql("update public.workspaces set time_zone = 'Asia/Tokyo' where id = $1", [
      ada.workspaceId,
    ]);
    expect([await on("2026-02-03"), await on("2026-02-04")]).toEqual([[], ["late"]]);
    await supabase.sql("delete from public.posts where id = $1", [late]);
  });

  it("writes counts digit by digit, and what is missing as null with its reason", async () => {
    const text = await (await call(listPosts, { query: "sort=views&limit=1" })).text();
    expect(text).toContain('"views":9007199254740993');
    const [hidden] = (await list("source=apify_instagram")).items;
    expect(hidden).toMatchObject({
      metrics: { views: null, likes: 7 },
      missing_because: { views: "not_offered" },
      engagement_rate: null,
    });
  });

  it("says how a failing post goes on, and that nothing newer comes of one that is gone", async () => {
    expect((await list("state=failing")).items[0]).toMatchObject({
      failure: { code: "provider_error", times: 2, tried_again_at: expect.any(String) },
      freshness: "fresh",
    });
    expect((await list("state=gone")).items[0]).toMatchObject({
      gone_since: expect.any(String),
      freshness: "cut",
    });
  });

  it("shows nothing of it in another workspace", async () => {
    const bob = callerOf(await world.supabase.createUser("bob"));
    expect(await list("", bob)).toMatchObject({ total: 0, items: [] });
  });

  it.each([
    ["days=8", "days: expected 7, 30 or 90"],
    ["from=2026-11-31", "from: expected a day like 2026-11-18"],
    ["account=harbor", "account: expected the id of an account (a UUID)"],
  ])("refuses %s with a sentence", async (query, message) => {
    const answer = await call(listPosts, { query });
    expect(answer.status).toBe(422);
    expect((await answer.json()).error.message).toBe(message);
  });
});
