import { describe, expect, it } from "vitest";
import { createWorld } from "./posts.ts";
import { REEL_AUTHORS } from "./reel-authors.ts";
import { authorNumber, type ReelKey } from "./reel-ids.ts";
import { postedBy, recommended } from "./reel-lists.ts";
import { codeOf, glimpseOf, reelAt, reelKeyOf } from "./reels.ts";

const DAY_MS = 86_400_000;
const atMs = Date.parse("2026-11-01T10:00:00Z");
const world = createWorld({ seed: "one", now: () => atMs, anchorMs: atMs });
const instagram = { platform: "instagram" as const, atMs };
const feed = (when: number, count = 400, seed = world) =>
  recommended(seed, { ...instagram, atMs: when, count });
const codes = (keys: ReelKey[]) => keys.map((key) => codeOf(world, key));
const shared = (one: ReelKey[], other: ReelKey[]) => {
  const known = new Set(codes(one));
  return codes(other).filter((code) => known.has(code)).length / other.length;
};

describe("the recommended feed", () => {
  it("is the same with the same seed and moment, and another with another seed", () => {
    expect(feed(atMs)).toEqual(feed(atMs));
    expect(shared(feed(atMs), feed(atMs, 400, { ...world, seed: "two" }))).toBeLessThan(0.1);
  });

  it("shares about 60 % with the one of the day before, and more with that of six hours before", () => {
    const days = Array.from({ length: 8 }, (_, at) => atMs + at * DAY_MS);
    const shares = days.map((day) => shared(feed(day), feed(day + DAY_MS)));
    expect(shares.reduce((sum, each) => sum + each) / shares.length).toBeCloseTo(0.6, 1);
    expect(shared(feed(atMs), feed(atMs + DAY_MS / 4))).toBeGreaterThan(0.75);
  });

  it.each([200, 10_000])("of %i has each reel once, half of 7 days and none beyond 90", (count) => {
    const keys = feed(atMs, count);
    expect(new Set(codes(keys)).size).toBe(count);
    const ages = keys.map((key) => atMs - glimpseOf(world, key).publishedMs);
    expect(ages.filter((age) => age <= 7 * DAY_MS).length / count).toBeCloseTo(0.5, 2);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ages)).toBeLessThanOrEqual(90 * DAY_MS);
  });

  it("comes from forty authors, each with many", () => {
    const byAuthor = Object.values(Object.groupBy(feed(atMs, 2000), ({ author }) => author));
    expect(byAuthor).toHaveLength(40);
    for (const own of byAuthor) expect(own?.length).toBeGreaterThan(20);
  });
});

describe("a reel", () => {
  it("has an author whose number is no other's", () => {
    for (const platform of ["instagram", "tiktok"] as const) {
      const numbers = REEL_AUTHORS[platform].map(({ handle }) => authorNumber(platform, handle));
      expect(new Set(numbers).size).toBe(40);
    }
  });

  it("is found again by its id in links, and nothing is found by another", () => {
    for (const platform of ["instagram", "tiktok"] as const) {
      for (const key of recommended(world, { platform, atMs, count: 300 })) {
        const code = codeOf(world, key);
        expect(code).toMatch(platform === "instagram" ? /^D[\w-]{10}$/ : /^\d{19}$/);
        expect(reelKeyOf(world, platform, code)).toEqual(key);
        expect(reelKeyOf({ ...world, now: () => 0 }, platform, code)).toBeNull();
      }
    }
    expect(reelKeyOf(world, "instagram", "DabcDEfGhI_")).toBeNull();
    expect(reelKeyOf(world, "tiktok", "7436518812345678901")).toBeNull();
  });

  it("grows from run to run and keeps all else", () => {
    let grown = 0;
    for (const key of feed(atMs)) {
      const [before, after] = [reelAt(world, key, atMs), reelAt(world, key, atMs + DAY_MS / 4)];
      expect(after.counts.views).toBeGreaterThanOrEqual(before.counts.views);
      expect(after.counts.likes).toBeGreaterThanOrEqual(before.counts.likes);
      expect({ ...after, counts: null }).toEqual({ ...before, counts: null });
      grown += Number(after.counts.views > before.counts.views);
    }
    expect(grown).toBeGreaterThan(200);
  });

  it("breaks out now and then, far above what is usual for its author", () => {
    const far = REEL_AUTHORS.instagram.flatMap(({ handle }) => {
      const author = authorNumber("instagram", handle);
      const views = postedBy(world, { ...instagram, count: 100 }, author)
        .map((key) => Number(reelAt(world, key, atMs).counts.views))
        .sort((one, other) => one - other);
      const usual = views[Math.floor(views.length / 2)] ?? 0;
      return views.map((each) => each > 8 * usual);
    });
    const share = far.filter(Boolean).length / far.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.08);
  });
});

describe("the reels of an author", () => {
  it("come newest first, and those of the feed are among them", () => {
    const author = authorNumber("instagram", "acme");
    const keys = postedBy(world, { ...instagram, count: 1000 }, author);
    const hours = keys.map(({ hour }) => hour);
    expect(hours).toEqual(hours.toSorted((one, other) => other - one));
    const own = feed(atMs).filter((key) => key.author === author);
    expect(own.length).toBeGreaterThan(0);
    for (const key of own) expect(keys).toContainEqual(key);
  });
});
