import { describe, expect, it } from "vitest";
import { baselineLine } from "@/components/posts/history-input";
import type { AgeCurve, Post, Series } from "@/lib/posts/read-post";

const POST = { published_at: "2026-11-10T00:00:00Z", author_handle: "a" } as Post;
const at = (hours: number) => new Date(Date.UTC(2026, 10, 10, hours)).toISOString();
const series = (from: number, to: number) =>
  ({ points: [[at(from)], [at(to)]] }) as unknown as Series;

function curveOf(ages: [hours: number, author: string | null, alike: string | null][]) {
  const beside = (median: string | null) => ({ median, n: median === null ? 1 : 9 });
  return {
    platform: "youtube",
    media_kind: "video",
    ages: ages.map(([hours, author, alike]) => ({
      hours,
      author: beside(author),
      alike: beside(alike),
    })),
  } as unknown as AgeCurve;
}

describe("baselineLine", () => {
  it("runs through the author's medians between the first and the last measurement", () => {
    const curve = curveOf([
      [1, "5", "9"],
      [6, "7", "9"],
      [24, "8", "9"],
      [48, "9", "9"],
    ]);
    expect(baselineLine(POST, series(2, 30), curve)).toEqual({
      points: [
        { at: at(6), value: "7" },
        { at: at(24), value: "8" },
      ],
      label: "Median of 9 other posts by @a at the same age",
    });
  });

  it("is of all alike where the author has too few, and never of both", () => {
    const curve = curveOf([
      [1, "5", "6"],
      [6, null, "7"],
      [24, null, null],
    ]);
    expect(baselineLine(POST, series(0, 30), curve)).toEqual({
      points: [
        { at: at(1), value: "6" },
        { at: at(6), value: "7" },
      ],
      label: "Median of 9 other YouTube videos at the same age",
    });
  });

  it("is no line of one point, nor without a time of publishing", () => {
    expect(baselineLine(POST, series(0, 30), curveOf([[1, "5", null]]))).toBeUndefined();
    const curve = curveOf([
      [1, "5", "5"],
      [6, "7", "7"],
    ]);
    expect(baselineLine({ ...POST, published_at: null }, series(0, 30), curve)).toBeUndefined();
  });
});
