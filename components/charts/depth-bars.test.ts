import { describe, expect, it } from "vitest";
import { depthBars } from "@/components/charts/depth-bars";

const levels = (...comments: number[]) =>
  comments.map((count, index) => ({ depth: index + 1, comments: count }));
const counts = (bars: ReturnType<typeof depthBars>) =>
  bars.map(({ from, to, comments }) => [from === to ? `${from}` : `${from}–${to}`, comments]);

describe("depthBars", () => {
  it("draws each level while they fit", () => {
    expect(counts(depthBars(levels(5, 3, 1), 3))).toEqual([
      ["1", 5],
      ["2", 3],
      ["3", 1],
    ]);
  });

  it("adds up what is deeper in a last bar, without losing a comment", () => {
    const deep = levels(...Array.from({ length: 1_500 }, () => 2));
    const bars = depthBars(deep, 24);
    expect(bars).toHaveLength(24);
    expect(counts(bars).at(-1)).toEqual(["24–1500", 2 * 1_477]);
    expect(bars.reduce((sum, { comments }) => sum + comments, 0)).toBe(3_000);
  });

  it("has none for no comments", () => {
    expect(depthBars([], 24)).toEqual([]);
  });
});
