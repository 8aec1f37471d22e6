import { describe, expect, it } from "vitest";
import { daysPerLabel, readTrend, type TrendDay, trendTable } from "@/components/charts/trend";
import { dayText, trendTip } from "@/components/charts/trend-tip";

const day = (number: number, value: string | null, rest: Partial<TrendDay> = {}): TrendDay => ({
  day: `2026-11-${String(number).padStart(2, "0")}`,
  value,
  previous: "100",
  measured: value === null ? 0 : 4,
  ...rest,
});
const LABELS = { metricLabel: "Views gained", previousLabel: "The week before" };

describe("readTrend", () => {
  it("keeps a day without measurement apart from a day of 0", () => {
    const { rows, unmeasured } = readTrend([day(1, "5"), day(2, null), day(3, null), day(4, "0")]);
    expect(rows.map(({ value }) => value)).toEqual([5, null, null, 0]);
    expect(unmeasured).toEqual([{ from: 1, to: 3, reason: "" }]);
  });

  it("parts stretches whose reasons differ", () => {
    const { unmeasured } = readTrend([day(1, null, { note: "a" }), day(2, null, { note: "b" })]);
    expect(unmeasured).toHaveLength(2);
  });

  it("leads into a running day by a line of its own", () => {
    const { rows } = readTrend([day(1, "5"), day(2, "6"), day(3, "7", { partial: true })]);
    expect(rows.map(({ value }) => value)).toEqual([5, 6, null]);
    expect(rows.map(({ tail }) => tail)).toEqual([null, 6, 7]);
  });
});

it("says in the table why a day has no number and which one still runs", () => {
  const { rows } = trendTable(
    [day(1, null), day(2, "7", { partial: true, note: "TikTok until 08:40." })],
    LABELS,
  );
  expect(rows.map((row) => row.at(-1))).toEqual([
    "Not measured.",
    "Still running. TikTok until 08:40.",
  ]);
});

describe("the words of a day", () => {
  const change = (each: TrendDay) =>
    trendTip(each, LABELS).rows.some(({ label }) => label === "Change");

  it("compares full days alone, and never with 0 or with what is unknown", () => {
    expect(change(day(1, "150"))).toBe(true);
    expect(change(day(1, "150", { partial: true }))).toBe(false);
    expect(change(day(1, "150", { previous: "0" }))).toBe(false);
    expect(change(day(1, "150", { previous: null }))).toBe(false);
    expect(change(day(1, null))).toBe(false);
  });

  it("reads a missing day as not measured", () => {
    expect(dayText(day(1, null), LABELS)).toBe(
      "1 Nov 2026: views gained not measured, the week before 100. Not measured that day.",
    );
  });
});

it("labels as many days as fit", () => {
  expect([7, 30, 366].map((days) => daysPerLabel(days, 8))).toEqual([1, 7, 56]);
});
