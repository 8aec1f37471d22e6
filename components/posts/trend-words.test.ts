import { describe, expect, it } from "vitest";
import { gainDays, totalDays } from "@/components/posts/trend-days";
import {
  bestDay,
  dayRangeText,
  shortRangeText,
  trendFinding,
  whyNoComparison,
} from "@/components/posts/trend-words";
import type { Trend } from "@/lib/posts/trends";

const GAP = "\u202f";
const day = (number: number, gain: string | null, posts = 3): Trend["days"][number] => ({
  day: `2026-11-0${number}`,
  total: "1000",
  gain,
  entered: null,
  posts,
  partial: false,
  previous_day: `2026-10-3${number - 1}`,
  previous_gain: "10",
  previous_total: "900",
});
const trend: Trend = {
  metric: "views",
  time_zone: "Europe/Berlin",
  today: "2026-11-21",
  from: "2026-11-01",
  until: "2026-11-02",
  gain: "30",
  previous_gain: "20",
  total: "1000",
  previous_total: "900",
  entered: null,
  measured_days: 2,
  previous_measured_days: 2,
  is_simulated: false,
  changes: [],
  days: [day(1, "10"), day(2, "20")],
};
const change = { day: "2026-11-02", definition: "d", source: "s", description: "" };

describe("trendFinding", () => {
  it("tells what came and how it stands to the period before", () => {
    expect(trendFinding(trend)).toBe(`30 views in 2 days, 50.0${GAP}% more than before`);
    expect(trendFinding({ ...trend, gain: "15" })).toBe(
      `15 views in 2 days, 25.0${GAP}% less than before`,
    );
  });

  it.each([
    ["nothing is known", { gain: null }, "Views gained per day"],
    ["the metric was redefined", { changes: [change] }, "Views gained per day"],
    [
      "the day still runs",
      { days: [{ ...day(1, "30"), partial: true }] },
      "30 views in 1 day so far",
    ],
    ["fewer days before were measured", { previous_measured_days: 1 }, "30 views in 2 days"],
    ["few of these days were measured", { measured_days: 1 }, "30 views, measured on 1 of 2 days"],
    ["the days before brought nothing", { previous_gain: "0" }, "30 views in 2 days"],
  ] as const)("compares nothing when %s", (_when, part, finding) => {
    expect(trendFinding({ ...trend, ...part } as Trend)).toBe(finding);
  });
});

it.each([
  [{}, null],
  [{ changes: [change] }, "redefined meanwhile: no comparison"],
  [{ previous_gain: null }, "nothing known of the days before"],
  [{ previous_measured_days: 1 }, "only 1 of the 2 days before was measured: no comparison"],
  [{ measured_days: 1 }, "only 1 of these 2 days was measured: no comparison"],
])("%j is no comparison because %s", (part, why) => {
  expect(whyNoComparison({ ...trend, ...part })).toBe(why);
});

it("names the day that brought most, though counts exceed what a number holds", () => {
  const days = [day(1, "9007199254740993"), day(2, "9007199254740992"), day(3, null)];
  expect(bestDay({ ...trend, days })).toEqual({ day: "2026-11-01", gain: "9007199254740993" });
  expect(bestDay({ ...trend, days: [day(1, null)] })).toBeNull();
});

it("leaves an unmeasured day unknown among the gains and carries its total, saying so", () => {
  const unmeasured = { ...trend, days: [day(1, null, 0)] };
  expect(gainDays(unmeasured)[0]).toMatchObject({ value: null, measured: 0 });
  expect(totalDays(unmeasured)[0]).toMatchObject({
    value: "1000",
    note: "Carried over: nothing was measured that day.",
  });
});

it("writes a range of days once where it is one", () => {
  expect(dayRangeText("2026-11-01", "2026-11-01")).toBe("1 Nov 2026");
  expect(shortRangeText("2026-10-31", "2026-11-01")).toBe("31 Oct – 1 Nov");
});
