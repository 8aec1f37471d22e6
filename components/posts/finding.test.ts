import { describe, expect, it } from "vitest";
import type { ComparedAge } from "@/components/posts/age-words";
import { ageFinding, historyFinding } from "@/components/posts/finding";
import type { AgeCurve, Series } from "@/lib/posts/read-post";

const NOW = { zone: "UTC", now: new Date("2026-11-21T09:00:00Z") };
const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 10, day, hour)).toISOString();

function seriesOf(perHour: number[], rest: Partial<Series> = {}): Series {
  const rates = perHour.map((rate, index): Series["rates"][number] => [
    at(10 + index),
    at(11 + index),
    rate,
  ]);
  const points = [at(10), ...rates.map(([, to]) => to)].map((when): Series["points"][number] => [
    when,
    "1",
    "d",
    false,
    null,
  ]);
  return { points, rates, gaps: [], silent_since: null, changes: [], restatements: [], ...rest };
}

describe("historyFinding", () => {
  it("tells the peak and what it is now", () => {
    expect(historyFinding(seriesOf([10, 4800, 3161]), "Views", NOW)).toBe(
      "Views per hour peaked at 4,800 on 12 Nov, now 3,161",
    );
  });

  it("says when the newest is the highest", () => {
    expect(historyFinding(seriesOf([1, 2, 12_345]), "Likes", NOW)).toBe(
      "Likes per hour stand at their highest, 12.3K",
    );
  });

  it("pays no heed to two measurements minutes apart", () => {
    const series = seriesOf([10, 40, 20]);
    const [again, last] = ["2026-11-13T00:03:00.000Z", series.points.at(-1)?.[0] ?? ""];
    series.points.push([again, "1", "d", false, null]);
    series.rates.push([last, again, 0]);
    expect(historyFinding(series, "Views", NOW)).toBe(
      "Views per hour peaked at 40 on 12 Nov, now 20",
    );
  });

  it("names the hour of a peak of today", () => {
    const now = { zone: "UTC", now: new Date("2026-11-12T09:00:00Z") };
    expect(historyFinding(seriesOf([10, 40, 20]), "Views", now)).toBe(
      "Views per hour peaked at 40 today at 00:00, now 20",
    );
  });

  it("names no peak of a pace that hardly changes", () => {
    expect(historyFinding(seriesOf([1.8, 1.7, 1.6]), "Views", NOW)).toBe(
      "Views came steadily, 1.6 per hour",
    );
  });

  it("says nothing of now when nothing was measured lately", () => {
    expect(historyFinding(seriesOf([10, 4800, 3161], { silent_since: at(13) }), "Views", NOW)).toBe(
      "Views per hour peaked at 4,800 on 12 Nov, 3,161 at last",
    );
  });

  it("claims nothing across a definition change (principle 3)", () => {
    const change = {
      from: at(12),
      at: at(12, 6),
      definition: "d2",
      valid_from: "2026-11-12",
      description: "",
    };
    const series = seriesOf([9000, 9000, 10, 20, 15], { changes: [change] });
    expect(historyFinding(series, "Views", NOW)).toBe("Views over time");
    const later = seriesOf([9000, 9000, 9000, 10, 20, 15], { changes: [change] });
    expect(historyFinding(later, "Views", NOW)).toBe(
      "Since 12 Nov: views per hour peaked at 20 on 15 Nov, now 15",
    );
  });

  it.each([
    ["too few measurements", seriesOf([1, 2])],
    ["nothing happens", seriesOf([0, 0, 0.02])],
    [
      "the last measurement has no rate",
      { ...seriesOf([1, 2, 3]), points: [[at(20), "9", "d", false, null]] } as Series,
    ],
  ])("names the measure when %s", (_why, series) => {
    expect(historyFinding(series, "Reach", NOW)).toBe("Reach over time");
  });
});

describe("ageFinding", () => {
  it.each([
    [
      [age("9", "1", 80), age("9", "2", 100)],
      "Ahead of most of the author’s other posts at every age",
    ],
    [
      [age("9", "1", 80), age("1", "2", 20)],
      "Ahead of most of the author’s other posts at 1 of 2 ages",
    ],
    [[age("1", "2", 20), age("1", "9", 0)], "Behind most of the author’s other posts at every age"],
    [
      [age("1", "2", 20), age("2", "2", 60)],
      "Behind most of the author’s other posts at 1 of 2 ages",
    ],
    [[age("2", "2", 60)], "Level with the median of the author’s other posts at 24\u202fh"],
    [[age("9", "1", 80)], "Ahead of most of the author’s other posts at 24\u202fh"],
    // Above the median, but no more than half of them are below it.
    [[age("4", "3", 50)], "Level with the median of the author’s other posts at 24\u202fh"],
    [[{ ...age("9", "1", null), of: null }], "Views at the same age as others"],
  ])("%#: %s", (ages, finding) => {
    expect(ageFinding(ages, CURVE)).toBe(finding);
  });

  it("names the others that it speaks of", () => {
    const alike = { ...age("9", "1", 80), of: "alike" as const };
    expect(ageFinding([alike, alike], CURVE)).toBe(
      "Ahead of most of the other Instagram reels at every age",
    );
    expect(ageFinding([alike, age("9", "1", 80)], CURVE)).toBe(
      "Ahead of most of the others at every age",
    );
  });
});

const CURVE = { platform: "instagram", media_kind: "reel", author: "@a", fewest: 5 } as AgeCurve;

function age(views: string, median: string, percentile: number | null): ComparedAge {
  const beside = {
    n: 9,
    median,
    low: "1",
    high: "9",
    factor: 1,
    percentile,
    confidence: 0.95,
  };
  return {
    hours: 24,
    views,
    is_interpolated: false,
    author: beside,
    alike: beside,
    of: "author",
    beside,
  };
}
