import { describe, expect, it } from "vitest";
import {
  ageText,
  filterChips,
  perHourText,
  scatterTitle,
} from "@/components/performance/reel-words";
import { type ReelAnswer, reelAnswer } from "@/lib/reels/reel";
import { reelFilter } from "@/lib/reels/schema";

type Part = ReelAnswer["cohort"]["parts"][number];

function answerOf(summary: Partial<ReelAnswer["summary"]>, ...parts: Partial<Part>[]) {
  return reelAnswer.parse({
    cohort: {
      days: 7,
      starts_at: "2026-11-14T08:32:00Z",
      ends_at: "2026-11-21T08:32:00Z",
      is_sample: false,
      smallest: 20,
      parts: parts.map((part) => ({
        platform: "tiktok",
        definition: "apify_tiktok.v1",
        is_simulated: false,
        n: 412,
        engagement_n: 412,
        shown: 412,
        median_views: 10,
        mean_views_per_hour: 1,
        ...part,
      })),
    },
    summary: {
      total: 412,
      ranked: 412,
      breakouts: 0,
      in_zone: 0,
      outliers: 0,
      factors: 0,
      rates: 0,
      total_views: null,
      median_engagement_rate: null,
      mean_engagement_rate: null,
      median_views_per_hour: null,
      median_outlier_factor: null,
      ...summary,
    },
    items: [],
  });
}

describe("scatterTitle", () => {
  it.each([
    [{ in_zone: 64, breakouts: 13 }, "13 of 412 reels broke out, 64 are high on both scales"],
    [{ in_zone: 3 }, "None of 412 reels broke out, 3 are high on both scales"],
    [{ in_zone: 1 }, "None of 412 reels broke out, 1 is high on both scales"],
    [{ in_zone: 1, breakouts: 1 }, "1 of 412 reels broke out"],
    [{}, "None of 412 reels broke out"],
  ])("says what was found: %o", (summary, title) => {
    expect(scatterTitle(answerOf(summary, {}))).toBe(title);
  });

  it("says how few there are where nothing can be ranked", () => {
    const few = { n: 12, engagement_n: 12 };
    expect(scatterTitle(answerOf({ ranked: 0 }, few))).toBe(
      "12 reels: too few to rank, 20 are needed",
    );
    expect(scatterTitle(answerOf({ ranked: 0 }, few, { ...few, n: 3 }))).toBe(
      "The largest group has 12 reels: too few to rank, 20 are needed",
    );
    expect(scatterTitle(answerOf({ ranked: 0 }, { n: 30, engagement_n: 4 }))).toBe(
      "4 reels with a whole engagement rate: too few to rank, 20 are needed",
    );
  });
});

it("names each filter that is set, and no other", () => {
  const query = reelFilter.parse({ min_views: "50000", outliers_only: "true", search: "kimchi" });
  expect(filterChips(query).map(({ name, text }) => [name, text])).toEqual([
    ["min_views", "Views from 50,000"],
    ["outliers_only", "Outliers only"],
    ["search", "“kimchi”"],
  ]);
  expect(filterChips(reelFilter.parse({ min_views: "0", outliers_only: "false" }))).toEqual([]);
});

it("writes ages and velocities so that small ones can be told apart", () => {
  expect([0.017, 0.5, 47.9, 168, 400].map(ageText)).toEqual([
    "1 min",
    "30 min",
    "47 h",
    "7 d",
    "16 d",
  ]);
  expect([0, 0.417, 10.4, 12345.6].map(perHourText)).toEqual(["0", "0.42", "10", "12,346"]);
});
