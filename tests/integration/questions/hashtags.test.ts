import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { byCodePoints, TAGS, type TaggedPost, taggedPosts, tagsOf } from "./generated.ts";
import { storePosts } from "./store.ts";

const MINUTE = 60_000;

let supabase: Supabase;
let ada: TestUser;
let posts: TaggedPost[];
beforeAll(async () => {
  supabase = await startSupabase();
  ada = await supabase.createUser("ada");
  posts = taggedPosts(5, 400, Date.now() - 3 * MINUTE);
  await storePosts(supabase, ada.workspaceId, posts);
});
afterAll(() => supabase.stop());

type Answer = {
  hashtags: { tag: string; [field: string]: unknown }[];
  total_count: number;
  as_of: string;
};
// safe because each question answers one json, as its comment says
async function ask<T = Answer>(
  name: "hashtag_trending" | "top_hashtags" | "growing_hashtags" | "hashtag_recommendations",
  args: object,
) {
  const { data, error } = await supabase
    .clientFor(ada)
    .rpc(name, { workspace: ada.workspaceId, ...args } as never);
  if (error) throw error;
  return data as T;
}

const timeOf = ({ published_at }: TaggedPost) => (published_at ? Date.parse(published_at) : null);

/** How many of the posts that a test of their time lets through carry each tag. */
function counted(fits: (at: number, post: TaggedPost) => boolean) {
  const counts = new Map<string, number>();
  for (const post of posts) {
    const at = timeOf(post);
    if (at === null || !fits(at, post)) continue;
    for (const tag of tagsOf(post)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return counts;
}

describe("trending hashtags", () => {
  it("are what the definition says for every window from 1 to 1440 minutes", async () => {
    for (let window = 1; window <= 1440; window++) {
      const k = (window % 12) + 1;
      const answer = await ask<Answer & { window_starts_at: string }>("hashtag_trending", {
        window_minutes: window,
        k,
      });
      const minute = Math.floor(Date.parse(answer.as_of) / MINUTE);
      const bucket = (at: number) => Math.floor(at / MINUTE);
      const counts = counted((at) => bucket(at) >= minute - window && bucket(at) <= minute);
      const before = counted(
        (at) => bucket(at) < minute - window && bucket(at) >= minute - 2 * window - 1,
      );
      const expected = [...counts]
        .sort(([a, m], [b, n]) => n - m || byCodePoints(a, b))
        .slice(0, k)
        .map(([tag, count]) => ({ tag, count, previous: before.get(tag) ?? 0 }));
      expect({ window, tags: answer.hashtags.map(({ hashtag: _, ...told }) => told) }).toEqual({
        window,
        tags: expected,
      });
      expect(answer.total_count).toBe(expected.length);
    }
  }, 120_000);

  it("keep the first spelling for showing", async () => {
    const { hashtags } = await ask("hashtag_trending", { window_minutes: 1440, k: 100 });
    const first = new Map<string, string>();
    for (const { caption } of posts) {
      for (const spelled of caption.split("#").slice(1)) {
        const tag = spelled.trim();
        if (!first.has(tag.toLowerCase())) first.set(tag.toLowerCase(), tag);
      }
    }
    for (const { tag, hashtag } of hashtags) expect(hashtag).toBe(first.get(tag));
  });

  it("of one platform count its posts alone", async () => {
    const answer = await ask("hashtag_trending", {
      window_minutes: 1440,
      k: 100,
      platform: "tiktok",
    });
    const minute = Math.floor(Date.parse(answer.as_of) / MINUTE);
    const counts = counted(
      (at, post) => post.platform === "tiktok" && Math.floor(at / MINUTE) >= minute - 1440,
    );
    expect(Object.fromEntries(answer.hashtags.map(({ tag, count }) => [tag, count]))).toEqual(
      Object.fromEntries(counts),
    );
  });

  it("are the same for fifty callers at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => ask("hashtag_trending", { window_minutes: 600, k: 100 })),
    );
    const told = new Set(answers.map(({ hashtags }) => JSON.stringify(hashtags)));
    // A minute may turn in between.
    expect(told.size).toBeLessThanOrEqual(2);
  });

  it("refuses windows out of bounds with a sentence", async () => {
    await expect(ask("hashtag_trending", { window_minutes: 1441 })).rejects.toMatchObject({
      message: "window_minutes: found 1441, expected 1 to 1440.",
    });
    await expect(ask("hashtag_trending", { k: 0 })).rejects.toMatchObject({ code: "PT422" });
  });
});

describe("related hashtags", () => {
  it.each([0, 0.1, 0.3, 0.5, 1])(
    "at a rate of %s are what the definition says, for every tag",
    async (rate) => {
      for (const target of TAGS.map((tag) => tag.normalize("NFC").toLowerCase())) {
        const mine = posts.map(tagsOf).filter((tags) => tags.includes(target));
        const shared = new Map<string, number>();
        for (const tag of mine.flat().filter((each) => each !== target))
          shared.set(tag, (shared.get(tag) ?? 0) + 1);
        const expected = [...shared]
          .filter(([, count]) => count / mine.length >= rate)
          .sort(([a, m], [b, n]) => n - m || byCodePoints(a, b))
          .slice(0, 10)
          .map(([tag, shared_posts]) => ({
            tag,
            shared_posts,
            cooccurrence_rate: Math.round((shared_posts / mine.length) * 1e4) / 1e4,
          }));
        const answer = await ask<{
          posts: number;
          recommendations: { tag: string; shared_posts: number; cooccurrence_rate: number }[];
        }>("hashtag_recommendations", {
          target: `#${target.toUpperCase()}`,
          min_rate: rate,
          take: 10,
        });
        expect(answer.posts).toBe(mine.length);
        expect(
          answer.recommendations.map(({ tag, shared_posts, cooccurrence_rate }) => ({
            tag,
            shared_posts,
            cooccurrence_rate,
          })),
        ).toEqual(expected);
      }
    },
  );

  it("of an unknown tag are none, of a blank one refused", async () => {
    expect(await ask("hashtag_recommendations", { target: "nobody" })).toMatchObject({
      posts: 0,
      recommendations: [],
    });
    await expect(ask("hashtag_recommendations", { target: " # " })).rejects.toMatchObject({
      message: "Hashtag cannot be empty",
    });
  });
});

describe("hashtags by people and growth", () => {
  it("the top ones go by people, then posts, then tag", async () => {
    const people = new Map<string, Set<string>>();
    const used = new Map<string, number>();
    for (const post of posts) {
      for (const tag of tagsOf(post)) {
        used.set(tag, (used.get(tag) ?? 0) + 1);
        const known = people.get(tag) ?? new Set();
        if (post.author_handle) known.add(`${post.platform} ${post.author_handle}`);
        people.set(tag, known);
      }
    }
    const expected = [...used]
      .map(([tag, total_posts]) => ({ tag, total_posts, unique_users: people.get(tag)?.size ?? 0 }))
      .sort(
        (a, b) =>
          b.unique_users - a.unique_users ||
          b.total_posts - a.total_posts ||
          byCodePoints(a.tag, b.tag),
      );
    const answer = await ask("top_hashtags", { take: 100 });
    expect(
      answer.hashtags.map(({ tag, total_posts, unique_users }) => ({
        tag,
        total_posts,
        unique_users,
      })),
    ).toEqual(expected);
    expect(answer.total_count).toBe(expected.length);
  });

  it.each([
    [1, false],
    [2, false],
    [6, false],
    [12, false],
    [18, false],
    [2, true],
    [6, true],
    [18, true],
  ])(
    "the fastest growing in %s hours are what the definition says; those that rise alone: %s",
    async (hours, rising) => {
      const answer = await ask<Answer & { period_start: string }>("growing_hashtags", {
        hours,
        take: 50,
        rising,
      });
      const span = hours * 3_600_000;
      const start = Date.parse(answer.period_start);
      const recent = counted((at) => at >= start);
      const previous = counted((at) => at >= start - span && at < start);
      const four = counted((at) => at >= start - 4 * span && at < start);
      const all = new Map<string, number>();
      for (const tag of posts.flatMap(tagsOf)) all.set(tag, (all.get(tag) ?? 0) + 1);
      const expected = [...recent]
        .filter(([tag, count]) => count >= 2 && (all.get(tag) ?? 0) >= 5)
        .map(([tag, count]) => {
          const [of, before] = [all.get(tag) ?? 0, (four.get(tag) ?? 0) / 4];
          // What was not there before has no growth, and comes after all that has.
          const growth = before === 0 ? -1 : count / before - 1;
          return { tag, count, of, growth, order: rising ? growth : count / of };
        })
        .filter(({ growth }) => !rising || growth === -1 || growth > 0)
        .sort((a, b) => b.order - a.order || b.count - a.count || byCodePoints(a.tag, b.tag))
        .map(({ tag, count, of }) => {
          const usual = (four.get(tag) ?? 0) / 4;
          return {
            tag,
            recent_posts: count,
            total_posts: of,
            previous_posts: previous.get(tag) ?? 0,
            usual_posts: usual,
            growth: usual === 0 ? null : Math.round((count / usual - 1) * 1e4) / 1e4,
          };
        });
      const told = answer.hashtags.map(
        ({ tag, recent_posts, total_posts, previous_posts, usual_posts, growth }) => ({
          tag,
          recent_posts,
          total_posts,
          previous_posts,
          usual_posts,
          growth,
        }),
      );
      expect(told).toEqual(expected.slice(0, 50));
      expect(answer.total_count).toBe(expected.length);
    },
  );
});

describe("what is kept of posts", () => {
  it("follows the caption, the author and the time, and is what a sync derives", async () => {
    const bob = await supabase.createUser("bob");
    const ids = await storePosts(supabase, bob.workspaceId, taggedPosts(9, 200, Date.now()));
    const [id] = ids.values();
    await supabase.sql(
      "update public.posts set caption = '#Fresh #ai', author_handle = 'Newcomer', published_at = now() where id = $1",
      [id],
    );
    const [kept] = await supabase.sql(
      `select array_agg(t.tag order by t.tag) as tags, array_agg(distinct w.key) as author, bool_and(h.published_at = p.published_at) as is_timed
       from public.post_hashtags as h join public.hashtags as t on t.id = h.hashtag_id join public.people as w on w.id = h.author_id
       join public.posts as p on p.id = h.post_id where h.post_id = $1`,
      [id],
    );
    expect(kept).toEqual({ tags: ["ai", "fresh"], author: ["newcomer"], is_timed: true });
    const sync = () =>
      supabase
        .clientFor(bob)
        .rpc("sync_hashtags", { workspace: bob.workspaceId, minutes_back: null as never });
    expect((await sync()).data).toMatchObject({ posts: 200, added: 0, removed: 0 });
    // Wrong on purpose: a sync mends it, the next one finds nothing to do.
    await supabase.sql("delete from public.post_hashtags where post_id = $1", [id]);
    expect((await sync()).data).toMatchObject({ added: 2, removed: 0 });
    expect((await sync()).data).toMatchObject({ added: 0, removed: 0 });
    await supabase.sql("update public.posts set caption = null where id = $1", [id]);
    expect(
      await supabase.sql("select from public.post_hashtags where post_id = $1", [id]),
    ).toHaveLength(0);
  });

  it("goes with the post", async () => {
    const eve = await supabase.createUser("eve");
    const [id] = (
      await storePosts(supabase, eve.workspaceId, [
        {
          external_id: "gone",
          platform: "tiktok",
          author_handle: "x",
          caption: "#gone",
          published_at: null,
        },
      ])
    ).values();
    await supabase.sql("delete from public.posts where id = $1", [id]);
    expect(
      await supabase.sql("select from public.post_hashtags where workspace_id = $1", [
        eve.workspaceId,
      ]),
    ).toHaveLength(0);
  });
});
