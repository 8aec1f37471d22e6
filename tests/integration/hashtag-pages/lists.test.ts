import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as listRoute } from "@/app/api/v1/hashtags/route";
import { GET as postsRoute } from "@/app/api/v1/posts/route";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { callerOf } from "../posts/world.ts";
import { byCodePoints, type TaggedPost, taggedPosts, tagsOf } from "../questions/generated.ts";
import { storePosts } from "../questions/store.ts";

const MINUTE = 60_000;
const NOW = Date.now();

let supabase: Supabase;
let ada: TestUser;
let posts: TaggedPost[];
beforeAll(async () => {
  supabase = await startSupabase();
  ada = await supabase.createUser("ada");
  posts = taggedPosts(23, 300, NOW - 3 * MINUTE);
  await storePosts(supabase, ada.workspaceId, posts);
});
afterAll(() => supabase.stop());

type Item = {
  tag: string;
  hashtag_name: string;
  unique_users: number;
  total_posts: number;
  newest_at: string | null;
};
type Answer = { total: number; has_more: boolean; items: Item[] };

async function list(query: string, as = ada): Promise<Answer> {
  const answer = await callerOf(as)(listRoute, { query });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** The list by its plain definition. */
function plainly(fits: (post: TaggedPost) => boolean, beginning = "") {
  const fitting = posts.filter(fits);
  return [...new Set(fitting.flatMap(tagsOf))]
    .filter((tag) => tag.startsWith(beginning))
    .map((tag) => {
      const all = fitting.filter((post) => tagsOf(post).includes(tag));
      const known = all.filter(({ author_handle }) => author_handle !== null);
      const people = new Set(known.map((post) => `${post.platform} ${post.author_handle}`));
      return { tag, unique_users: people.size, total_posts: all.length };
    })
    .toSorted(
      (one, other) =>
        other.unique_users - one.unique_users ||
        other.total_posts - one.total_posts ||
        byCodePoints(one.tag, other.tag),
    );
}
const told = ({ items }: Answer) =>
  items.map(({ tag, unique_users, total_posts }) => ({ tag, unique_users, total_posts }));
const since = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString();

describe("GET /api/v1/hashtags", () => {
  it("lists every hashtag by people, then posts, then its letters", async () => {
    expect(told(await list("limit=200"))).toEqual(plainly(() => true));
  });

  it.each([30, 180, 1440, 4000])("counts the posts of the last %i minutes", async (minutes) => {
    const from = since(minutes);
    const fits = ({ published_at }: TaggedPost) => published_at !== null && published_at >= from;
    expect(plainly(fits)).not.toEqual(plainly(() => true));
    expect(told(await list(`since=${from}&limit=200`))).toEqual(plainly(fits));
  });

  it("counts one platform's posts", async () => {
    const fits = ({ platform }: TaggedPost) => platform === "tiktok";
    expect(told(await list("platform=tiktok&limit=200"))).toEqual(plainly(fits));
  });

  it.each([
    ["a", "a"],
    ["A", "a"],
    ["#mu", "mu"],
    ["É", "é"],
    ["日", "日"],
    ["हि", "हि"],
    ["a_", "a_"],
    ["a%", "a%"],
  ])("finds for %s those that begin with it, however it is spelled", async (search, beginning) => {
    const answer = await list(`search=${encodeURIComponent(search)}&limit=200`);
    expect(told(answer)).toEqual(plainly(() => true, beginning));
    expect(answer.items.length > 0).toBe(beginning !== "a%");
  });

  it("pages through all of them, each once", async () => {
    const pages = [await list("limit=3"), await list("limit=3&page=2")];
    expect(pages.flatMap(told)).toEqual(plainly(() => true).slice(0, 6));
    expect(pages[0]).toMatchObject({ total: plainly(() => true).length, has_more: true });
    for (const page of [90, 1_000_000]) {
      expect(await list(`limit=200&page=${page}`)).toMatchObject({ items: [], has_more: false });
    }
  });

  it("says when each was used last", async () => {
    for (const { tag, newest_at } of (await list("limit=200")).items) {
      const times = posts
        .filter((post) => tagsOf(post).includes(tag))
        .map((post) => post.published_at);
      expect(Date.parse(newest_at ?? "")).toBe(
        Math.max(...times.map((at) => (at === null ? 0 : Date.parse(at)))),
      );
    }
  });

  it("shows a stranger nothing of it", async () => {
    const eve = await supabase.createUser("eve");
    expect(await list("", eve)).toMatchObject({ total: 0, items: [] });
    const { data } = await supabase
      .clientFor(eve)
      .rpc("list_hashtags", { workspace: ada.workspaceId });
    expect(data).toMatchObject({
      hashtags: [],
      total_count: 0,
      any_tagged: false,
      newest_at: null,
    });
  });
});

describe("hashtag_bars", () => {
  it("counts each hashtag in equal parts of a time, in one question", async () => {
    const [from, until, bars] = [NOW - 240 * MINUTE, NOW, 24];
    const tags = ["ai", "日本", "music", "nowhere"];
    const { data } = await supabase.clientFor(ada).rpc("hashtag_bars", {
      workspace: ada.workspaceId,
      tags,
      since: new Date(from).toISOString(),
      until: new Date(until).toISOString(),
      bars,
    });
    const plain = (tag: string) => {
      const counts = Array<number>(bars).fill(0);
      for (const post of posts) {
        const at = Date.parse(post.published_at ?? "") - from;
        const bar = Math.floor((at / (until - from)) * bars);
        if (tagsOf(post).includes(tag) && bar >= 0 && bar < bars)
          counts[bar] = (counts[bar] ?? 0) + 1;
      }
      return counts;
    };
    const expected = { ai: plain("ai"), 日本: plain("日本"), music: plain("music") };
    expect(data).toMatchObject({ counts: expected });
    expect(
      Object.values(expected)
        .flat()
        .some((count) => count > 1),
    ).toBe(true);
  });
});

describe("the posts of a hashtag", () => {
  const found = async (hashtag: string) => {
    const query = `hashtag=${encodeURIComponent(hashtag)}&limit=200`;
    const answer = await callerOf(ada)(postsRoute, { query });
    const { total, items } = await answer.json();
    expect(total).toBe(items.length);
    return items.map(({ external_id }: { external_id: string }) => external_id).sort();
  };

  it.each(["ai", "#AI", "ÉTÉ", "हिन्दी"])("are those whose caption has it: %s", async (hashtag) => {
    const tag = hashtag.replace("#", "").toLowerCase();
    const expected = posts.filter((post) => tagsOf(post).includes(tag));
    expect(expected.length).toBeGreaterThan(0);
    expect(await found(hashtag)).toEqual(expected.map(({ external_id }) => external_id).sort());
  });

  it("are none for one that no caption has", async () => {
    expect(await found("a")).toEqual([]);
  });
});

it("tells the hashtags of a post in the order of its caption, each once, as it was first spelled", async () => {
  const caption = "#Zebra then #apple and #zebra, not https://x.test/#link";
  const posted = { platform: "tiktok" as const, author_handle: null, published_at: null };
  const bea = await supabase.createUser("bea");
  const ids = await storePosts(supabase, bea.workspaceId, [
    { external_id: "one", caption, ...posted },
    { external_id: "none", caption: "plain", ...posted },
  ]);
  const tags = async (of: string, as = bea) =>
    (await supabase.clientFor(as).rpc("post_tags", { post: ids.get(of) ?? 0 })).data;
  expect(await tags("one")).toEqual([
    { hashtag: "Zebra", tag: "zebra" },
    { hashtag: "apple", tag: "apple" },
  ]);
  expect(await tags("none")).toEqual([]);
  expect(await tags("one", ada)).toEqual([]);
});
