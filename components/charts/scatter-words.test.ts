import { describe, expect, it } from "vitest";
import { readScatter } from "@/components/charts/scatter";
import { reel } from "@/components/charts/scatter-fixture";
import { scatterTable } from "@/components/charts/scatter-table";
import { WHOLE, ZONE } from "@/components/charts/scatter-view";
import {
  reelText,
  samplingWords,
  scatterLegend,
  scatterNotes,
} from "@/components/charts/scatter-words";
import type { ReelPoints } from "@/lib/reels/point";

const cohort = (other: Partial<ReelPoints>): ReelPoints => ({
  points: [],
  ranked: 412,
  unranked: 0,
  sampled_out: 0,
  in_zone: 64,
  breakouts: 13,
  ...other,
});

describe("samplingWords", () => {
  const large = cohort({ ranked: 5000, sampled_out: 3160, breakouts: 61 });

  it.each([
    [cohort({}), 412, 13, "All 412 drawn, none sampled"],
    [cohort({ ranked: 1 }), 1, 0, "1 reel drawn, none sampled"],
    [large, 1840, 61, "1,840 of 5,000 drawn, all 61 breakouts kept"],
    [large, 1840, 58, "1,840 of 5,000 drawn, 58 of 61 breakouts among them"],
    [{ ...large, breakouts: 1 }, 1840, 1, "1,840 of 5,000 drawn, the one breakout kept"],
    [{ ...large, breakouts: 0 }, 1840, 0, "1,840 of 5,000 drawn, no breakout among them"],
  ])("says how much is drawn: %#", (data, count, breakouts, words) => {
    expect(samplingWords(data, { count, breakouts })).toBe(words);
  });
});

describe("scatterNotes", () => {
  it("has nothing to say of a whole view of what could all be ranked", () => {
    expect(scatterNotes(cohort({}), WHOLE, 412, 412)).toEqual([]);
  });

  it("tells of the zoom, and of what has no percentiles", () => {
    expect(scatterNotes(cohort({ unranked: 1 }), ZONE, 64, 412)).toEqual([
      "Zoomed to velocity p80 – p100, engagement p70 – p100: 64 of 412 drawn are in view.",
      "1 more reel without percentiles: too few to rank, or a number is missing.",
    ]);
  });
});

it("samples in the legend what is drawn, and nothing else", () => {
  const marks = readScatter([
    reel(1, 50, 50, { views: "812" }),
    reel(2, 10, 9, { views: "1284310" }),
  ]);
  expect(scatterLegend(marks).map(({ text }) => text)).toEqual([
    "Other reels",
    "Area: views, 812 – 1.28M, logarithmic",
  ]);
});

it("reads a reel out with what is known of it, and that it is simulated", () => {
  const [mark] = readScatter([reel(1, 98.1, 98.06, { author: null, is_simulated: true })]);
  expect(mark && reelText(mark)).toBe(
    "Rust off a 1950s shear, TikTok: score 98.08, breakout, velocity percentile 98.1, " +
      "engagement percentile 98.1, 35,302 views, simulated",
  );
});

describe("scatterTable", () => {
  const marks = readScatter([
    reel(7, 99, 99, { outlier_factor: null, views: "9007199254740993" }),
    reel(8, 10, 10, { reel_url: null, title: null }),
  ]);
  const { columns, rows } = scatterTable(marks, () => null);
  const cells = (key: string) =>
    rows.map((row) => row[columns.findIndex((each) => each.key === key)]);

  it("holds exact cells, the lowest score first", () => {
    expect(cells("post")).toEqual(["8", "7"]);
    expect(cells("views")).toEqual(["35302", "9007199254740993"]);
    expect(cells("engagement_rate")).toEqual(["0.0839", "0.0839"]);
  });

  it("leaves what is unknown empty, with its reason", () => {
    expect(cells("outlier_factor")).toEqual(["6.6", null]);
    expect([cells("url")[0], cells("title")[0]]).toEqual([null, null]);
    expect(columns.find(({ key }) => key === "outlier_factor")?.missing).toMatch(/median/);
  });
});
