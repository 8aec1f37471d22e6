import { describe, expect, it } from "vitest";
import { accountPostOf, createWorld, postOf } from "./posts.ts";

const anchorMs = Date.parse("2026-11-01T10:00:00Z");
const worldAfter = (afterDays: number, seed: string) =>
  createWorld({ seed, anchorMs, now: () => anchorMs + afterDays * 86_400_000 });
const world = worldAfter(0, "one");
const later = worldAfter(3, "one");
const another = worldAfter(0, "two");
const posts = Array.from({ length: 20_000 }, (_, at) => postOf(world, "youtube", `video${at}`));
const share = (test: (post: (typeof posts)[number]) => boolean) =>
  posts.filter(test).length / posts.length;

describe("postOf", () => {
  it("says the same of an id with the same seed and clock, and something else with another", () => {
    expect(postOf(world, "youtube", "video7")).toEqual(posts[7]);
    expect(postOf(another, "youtube", "video7")).not.toEqual(posts[7]);
    expect(postOf(world, "tiktok", "video7")).not.toEqual(posts[7]);
  });

  it("grows with the clock and keeps its date, author and text", () => {
    for (const before of posts.slice(0, 500)) {
      const after = postOf(later, "youtube", before.id);
      expect(after.counts.views).toBeGreaterThanOrEqual(before.counts.views);
      expect(after.counts.likes).toBeGreaterThanOrEqual(before.counts.likes);
      expect({ ...after, counts: null }).toEqual({ ...before, counts: null });
    }
  });

  it("publishes within the year before its anchor, some posts minutes ago", () => {
    const ages = posts.map(({ publishedMs }) => anchorMs - publishedMs);
    expect(Math.min(...ages)).toBeGreaterThan(0);
    expect(Math.max(...ages)).toBeLessThan(365 * 86_400_000);
    expect(share(({ publishedMs }) => anchorMs - publishedMs < 3 * 3_600_000)).toBeCloseTo(0.05, 1);
  });

  it("hides likes, closes comments and takes posts away as often as it should", () => {
    expect(share(({ likesHidden }) => likesHidden)).toBeCloseTo(0.05, 2);
    expect(share(({ commentsOff }) => commentsOff)).toBeCloseTo(0.04, 2);
    expect(share(({ state }) => state !== "public")).toBeCloseTo(0.02, 2);
  });

  it("gives a post of an account its author and date by either id, and keeps it public", () => {
    for (const account of world.book.accounts) {
      for (const each of world.book.postsOf(account, anchorMs)) {
        const post = accountPostOf({ world }, each);
        expect(post).toMatchObject({ state: "public", author: { id: account.id }, id: each.id });
        expect(post.publishedMs).toBe(each.publishedMs);
        expect(postOf(world, account.platform, each.apiId)).toEqual(post);
      }
    }
  });

  it("deletes what is gone, has nothing before its date, and restates a count when told to", () => {
    const one = worldAfter(3, "three");
    const [account] = one.book.accounts;
    const [post] = account ? one.book.postsOf(account, one.now()) : [];
    if (!post) throw new Error("The first account has no post.");
    const before = accountPostOf({ world: one }, post);
    expect(before.state).toBe("public");
    const early = { ...one, now: () => post.publishedMs - 1 };
    expect(accountPostOf({ world: early }, post).state).toBe("deleted");
    one.restated.set(`youtube ${post.id}`, 0.5);
    const after = accountPostOf({ world: one }, post).counts.views;
    expect(after).toBeLessThan(before.counts.views);
    expect(Number(after)).toBeCloseTo(Number(before.counts.views) / 2, -1);
    one.gone.add(`youtube ${post.apiId}`);
    expect(accountPostOf({ world: one }, post).state).toBe("deleted");
  });

  it("never has more reactions than views", () => {
    for (const { counts } of posts) {
      expect(counts.likes + counts.comments).toBeLessThanOrEqual(Number(counts.views));
    }
  });
});
