import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as historyRoute } from "@/app/api/v1/hashtags/[tag]/history/route";
import { GET as detailRoute } from "@/app/api/v1/hashtags/[tag]/route";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import type { TaggedPost } from "../questions/generated.ts";
import { storePosts } from "../questions/store.ts";

let supabase: Supabase;
let ada: TestUser;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());
beforeEach(async () => {
  ada = await supabase.createUser("ada");
});

let count = 0;
function post(caption: string, at: string | null, more: Partial<TaggedPost> = {}): TaggedPost {
  count += 1;
  const external_id = `post-${count}`;
  return {
    external_id,
    platform: "tiktok",
    author_handle: "ann",
    caption,
    published_at: at,
    ...more,
  };
}
const store = (posts: TaggedPost[]) => storePosts(supabase, ada.workspaceId, posts);

async function ask(route: typeof detailRoute, tag: string, query = "", as = ada) {
  const request = new NextRequest(`http://app.test/api/v1/hashtags/x?${query}`, {
    headers: { authorization: `Bearer ${as.accessToken}` },
  });
  const answer = await route(request, { params: Promise.resolve({ tag }) });
  return { status: answer.status, body: await answer.json() };
}
const detail = async (tag: string, query = "") => (await ask(detailRoute, tag, query)).body;
const history = async (tag: string, query = "") => (await ask(historyRoute, tag, query)).body;

describe("a hashtag", () => {
  it.each(["ART", "#art", "%23Art", "＃art"])("is found as %s", async (written) => {
    await store([post("#Art", "2026-03-01T10:00:00Z")]);
    expect(await detail(written)).toMatchObject({ hashtag: "Art", tag: "art", posts: 1 });
  });

  it.each(["日本", "%E6%97%A5%E6%9C%AC", "हिन्दी"])(
    "is found in any script: %s",
    async (written) => {
      await store([post("#日本 #हिन्दी", "2026-03-01T10:00:00Z")]);
      expect(await detail(written)).toMatchObject({ posts: 1, all_posts: 1 });
    },
  );

  it.each(["artist", "%E0%A4%A", "trending"])(
    "that no post carries is none: %s",
    async (written) => {
      await store([post("#art", "2026-03-01T10:00:00Z")]);
      for (const route of [detailRoute, historyRoute]) {
        const { status, body } = await ask(route, written);
        expect(status).toBe(404);
        expect(body.error.message).toMatch(/^No post of this workspace carries #/);
      }
    },
  );

  it("is gone when the last caption that had it changes", async () => {
    const ids = await store([post("#art", "2026-03-01T10:00:00Z")]);
    await supabase.sql("update public.posts set caption = 'plain' where id = any ($1)", [
      [...ids.values()],
    ]);
    expect((await ask(detailRoute, "art")).status).toBe(404);
    const status = await supabase
      .clientFor(ada)
      .rpc("hashtag_status", { workspace: ada.workspaceId });
    expect(status.data).toMatchObject({ total_hashtags: 0, tagged_posts: 0 });
  });

  it("is another's business in another workspace", async () => {
    await store([post("#art", "2026-03-01T10:00:00Z")]);
    const eve = await supabase.createUser("eve");
    expect((await ask(detailRoute, "art", "", eve)).status).toBe(404);
  });

  it("counts posts, people and platforms of a period, and beside them those of all time", async () => {
    await store([
      post("#art", "2026-03-01T10:00:00Z"),
      post("#art", "2026-03-02T10:00:00Z", { author_handle: "bob" }),
      post("#art", "2026-03-02T11:00:00Z", { author_handle: "bob" }),
      post("#art", "2026-03-03T10:00:00Z", { author_handle: null, platform: "instagram" }),
      post("#art", null),
    ]);
    expect(await detail("art")).toMatchObject({
      posts: 5,
      unique_users: 2,
      posts_without_author: 1,
      all_posts: 5,
      untimed_posts: 1,
      platforms: [
        { platform: "tiktok", posts: 4 },
        { platform: "instagram", posts: 1 },
      ],
    });
    const part = await detail("art", "since=2026-03-02&until=2026-03-03");
    expect(part).toMatchObject({
      posts: 2,
      unique_users: 1,
      posts_without_author: 0,
      all_posts: 5,
      untimed_posts: 1,
      platforms: [{ platform: "tiktok", posts: 2 }],
    });
    expect(part.authors).toMatchObject([
      { handle: "bob", posts: 2, views: null, measured_posts: 0 },
    ]);
    expect(Date.parse(part.first_at)).toBe(Date.parse("2026-03-01T10:00:00Z"));
    expect(await detail("art", "platform=instagram")).toMatchObject({ posts: 1, unique_users: 0 });
  });

  it("adds up the views of an author's measured posts alone: none is null, not 0", async () => {
    const ids = await store([
      post("#art", "2026-03-01T10:00:00Z"),
      post("#art", "2026-03-01T11:00:00Z"),
    ]);
    const [first] = ids.values();
    await supabase.sql(
      `insert into public.post_latest (post_id, workspace_id, bucket_at, source, captured_at, views, likes, absent, definition, is_simulated)
       values ($1, $2, now(), 'apify_tiktok', now(), 9007199254740993, 1,
         '{"impressions": "not_offered", "reach": "not_offered", "comments": "not_offered", "shares": "not_offered", "saves": "not_offered", "clicks": "not_offered", "video_views": "not_offered"}',
         (select id from public.metric_definitions limit 1), true)`,
      [first, ada.workspaceId],
    );
    expect((await detail("art")).authors).toMatchObject([
      { posts: 2, views: "9007199254740993", measured_posts: 1, is_simulated: true },
    ]);
  });

  it("tells what goes with it, and which of those stand together in its posts", async () => {
    const at = "2026-03-01T10:00:00Z";
    await store([
      post("#art #a #b", at),
      post("#art #a #b", at),
      post("#art #a", at),
      post("#art", at),
      // Not with it: they count for what each is on in all, and join nothing.
      post("#a #b", at),
    ]);
    const { related, links } = await detail("art");
    expect(related).toEqual([
      { hashtag: "a", tag: "a", cooccurrence_rate: 0.75, shared_posts: 3, posts: 4 },
      { hashtag: "b", tag: "b", cooccurrence_rate: 0.5, shared_posts: 2, posts: 3 },
    ]);
    expect(links).toEqual([{ tag: "a", with: "b", shared_posts: 2 }]);
  });
});

describe("the history of a hashtag", () => {
  const zone = (name: string) =>
    supabase.sql("update public.workspaces set time_zone = $2 where id = $1", [
      ada.workspaceId,
      name,
    ]);
  const days = ({ buckets }: { buckets: { at: string; posts: number }[] }) =>
    buckets.map(({ at, posts }) => [new Date(at).toISOString(), posts]);

  it("counts days as the clocks of the workspace have them, the short one of spring too", async () => {
    await zone("Europe/Berlin");
    await store([
      post("#art", "2026-03-28T22:59:59Z"),
      post("#art", "2026-03-28T23:00:00Z"),
      post("#art", "2026-03-29T21:59:59Z", { author_handle: "bob" }),
      post("#art", "2026-03-29T22:00:00Z"),
    ]);
    const answer = await history(
      "art",
      "bucket=day&since=2026-03-27T23:00:00Z&until=2026-03-30T22:00:00Z",
    );
    expect(days(answer)).toEqual([
      ["2026-03-27T23:00:00.000Z", 1],
      ["2026-03-28T23:00:00.000Z", 2],
      ["2026-03-29T22:00:00.000Z", 1],
    ]);
    expect(answer).toMatchObject({ posts: 4, previous_posts: 0, time_zone: "Europe/Berlin" });
    expect(answer.buckets.map(({ people }: { people: number }) => people)).toEqual([1, 2, 1]);
    expect(answer.buckets.some(({ partial }: { partial: boolean }) => partial)).toBe(false);
  });

  it.each([
    ["2026-09-04T04:00:00Z", [0, 1, 1, 0, 1]],
    ["2026-09-06T04:00:00Z", [1, 0, 1]],
  ])("counts the days after one that has no midnight, from %s on", async (since, expected) => {
    // The clocks of Chile go from 23:59 to 01:00 in the night to 6 September 2026.
    await zone("America/Santiago");
    await store([
      post("#art", "2026-09-05T15:00:00Z"),
      post("#art", "2026-09-06T04:30:00Z"),
      post("#art", "2026-09-09T02:59:59Z"),
    ]);
    const answer = await history("art", `bucket=day&since=${since}&until=2026-09-09T03:00:00Z`);
    expect(answer.buckets.map(({ posts }: { posts: number }) => posts)).toEqual(expected);
    expect(answer.buckets.some(({ partial }: { partial: boolean }) => partial)).toBe(false);
  });

  it("has both hours that the clocks show twice in autumn", async () => {
    await zone("Europe/Berlin");
    await store([
      post("#art", "2026-10-25T00:30:00Z"),
      post("#art", "2026-10-25T01:30:00Z"),
      post("#art", "2026-10-25T01:40:00Z"),
    ]);
    const answer = await history(
      "art",
      "bucket=hour&since=2026-10-24T23:00:00Z&until=2026-10-25T03:00:00Z",
    );
    expect(days(answer)).toEqual([
      ["2026-10-24T23:00:00.000Z", 0],
      ["2026-10-25T00:00:00.000Z", 1],
      ["2026-10-25T01:00:00.000Z", 2],
      ["2026-10-25T02:00:00.000Z", 0],
    ]);
  });

  it("has nothing to show of a time before the first post", async () => {
    await store([post("#art", "2026-03-01T10:00:00Z")]);
    const { status, body } = await ask(historyRoute, "art", "until=2026-01-01");
    expect(status).toBe(200);
    expect(body).toMatchObject({ posts: 0, buckets: [] });
  });

  it("has a bar of 0 where no post was, and marks those that the period cuts", async () => {
    await store([post("#art", "2026-03-01T10:00:00Z"), post("#art", "2026-03-03T10:00:00Z")]);
    const answer = await history(
      "art",
      "bucket=day&since=2026-03-01T06:00:00Z&until=2026-03-03T12:00:00Z",
    );
    expect(answer.buckets).toMatchObject([
      { posts: 1, partial: true },
      { posts: 0, people: 0, partial: false },
      { posts: 1, partial: true },
    ]);
  });

  it("sets as long a time before beside a period", async () => {
    await store([
      post("#art", "2026-03-01T10:00:00Z"),
      post("#art", "2026-03-03T10:00:00Z"),
      post("#art", "2026-02-01T10:00:00Z"),
    ]);
    const answer = await history("art", "since=2026-03-03&until=2026-03-05");
    expect(answer).toMatchObject({ posts: 1, previous_posts: 1 });
  });

  it.each([
    [2, "hour"],
    [100, "day"],
    [700, "week"],
    [3000, "month"],
  ])("of all time since %i days ago is told by %s", async (ago, bucket) => {
    await store([post("#art", new Date(Date.now() - ago * 86_400_000).toISOString())]);
    const answer = await history("art");
    expect(answer).toMatchObject({ bucket, posts: 1, previous_posts: null });
    expect(answer.buckets.length).toBeLessThanOrEqual(122);
    expect(answer.buckets[0]).toMatchObject({ posts: 1, partial: false });
    expect(answer.buckets.at(-1)).toMatchObject({ partial: true });
  });

  it("refuses more bars than anybody can look at, with a sentence", async () => {
    await store([post("#art", "2026-03-01T10:00:00Z")]);
    const { status, body } = await ask(
      historyRoute,
      "art",
      "bucket=hour&since=2026-01-01&until=2026-03-01",
    );
    expect(status).toBe(422);
    expect(body.error.message).toMatch(/at most 1000 hours/);
  });
});
