import { describe, expect, it } from "vitest";
import { byKind, type OwnerCounts, ownerCounts } from "./graph-counts.ts";
import { createWorld } from "./posts.ts";

const anchorMs = Date.parse("2026-11-01T10:00:00Z");

describe("ownerCounts", () => {
  it("never fall, and count fewer people, clicks and plays than views", () => {
    let nowMs = anchorMs;
    const world = createWorld({ seed: "one", anchorMs, now: () => nowMs });
    const own = world.book.accounts
      .filter(({ platform, large }) => platform === "facebook" && !large)
      .flatMap((account) => world.book.postsOf(account, anchorMs));
    const read = () => own.map((each) => ownerCounts({ world }, each));
    const before = read();
    nowMs += 3 * 86_400_000;
    const after = read();
    const names: (keyof Omit<OwnerCounts, "averageWatchedMs">)[] = [
      "views",
      "reach",
      "clicks",
      "likes",
      "comments",
      "shares",
      "saves",
      "reposts",
      "videoViews",
      "watchedMs",
      "follows",
      "profileVisits",
    ];
    for (const [index, then] of before.entries()) {
      const now = after[index];
      for (const name of names) expect(now?.[name]).toBeGreaterThanOrEqual(then[name]);
      for (const name of ["reach", "clicks", "videoViews"] as const) {
        expect(then[name]).toBeLessThanOrEqual(then.views);
      }
    }
    expect(after.some(({ reach }, index) => reach > (before[index]?.reach ?? 0))).toBe(true);
  });
});

describe("byKind", () => {
  it("shares all of it out, and leaves out what nobody did", () => {
    const kinds: [string, number][] = [
      ["like", 0],
      ["love", 0.2],
      ["wow", 0.01],
    ];
    expect(byKind(10, kinds)).toEqual({ like: 8, love: 2 });
    expect(byKind(0, kinds)).toEqual({});
  });
});
