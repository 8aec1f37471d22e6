import { describe, expect, it } from "vitest";
import { postOf, type World } from "./posts.ts";

const anchorMs = Date.parse("2026-11-01T10:00:00Z");
const world = (afterDays = 0, seed = "one"): World => ({
  seed,
  anchorMs,
  now: () => anchorMs + afterDays * 86_400_000,
});
const posts = Array.from({ length: 20_000 }, (_, at) => postOf(world(), "youtube", `video${at}`));
const share = (test: (post: (typeof posts)[number]) => boolean) =>
  posts.filter(test).length / posts.length;

describe("postOf", () => {
  it("says the same of an id with the same seed and clock, and something else with another", () => {
    expect(postOf(world(), "youtube", "video7")).toEqual(posts[7]);
    expect(postOf(world(0, "two"), "youtube", "video7")).not.toEqual(posts[7]);
    expect(postOf(world(), "tiktok", "video7")).not.toEqual(posts[7]);
  });

  it("grows with the clock and keeps its date, author and text", () => {
    for (const before of posts.slice(0, 500)) {
      const after = postOf(world(3), "youtube", before.id);
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

  it("never has more reactions than views", () => {
    for (const { counts } of posts) {
      expect(counts.likes + counts.comments).toBeLessThanOrEqual(Number(counts.views));
    }
  });
});
