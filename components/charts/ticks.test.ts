import { describe, expect, it } from "vitest";
import { timeTicks, valueLabel, valueTicks } from "@/components/charts/ticks";

const at = (text: string) => Date.parse(text);
const labels = (from: string, to: string, zone: string, most: number) =>
  timeTicks(at(from), at(to), zone, most).map(({ label }) => label);

describe("timeTicks", () => {
  it.each([
    [
      "2026-11-02T09:00Z",
      "2026-11-21T08:00Z",
      8,
      ["3 Nov", "6 Nov", "9 Nov", "12 Nov", "15 Nov", "18 Nov", "21 Nov"],
    ],
    ["2026-11-02T09:00Z", "2026-11-21T08:00Z", 3, ["3 Nov", "10 Nov", "17 Nov"]],
    ["2026-11-02T09:00Z", "2026-11-02T21:00Z", 4, ["09:00", "12:00", "15:00", "18:00", "21:00"]],
    ["2026-11-02T17:00Z", "2026-11-03T17:00Z", 4, ["18:00", "3 Nov", "06:00", "12:00"]],
    ["2026-10-05T00:00Z", "2027-03-05T00:00Z", 8, ["Nov", "Dec", "2027", "Feb", "Mar"]],
  ])("%s to %s, at most %d: %j", (from, to, most, expected) => {
    expect(labels(from, to, "Etc/UTC", most)).toEqual(expected);
  });

  it("stands on the midnights of the workspace's zone, through the end of summer time", () => {
    const ticks = timeTicks(at("2026-10-23T12:00Z"), at("2026-10-27T12:00Z"), "Europe/Berlin", 8);
    const midnights = ticks.filter(({ label }) => label.endsWith("Oct"));
    expect(midnights.map(({ value }) => new Date(value).toISOString())).toEqual([
      "2026-10-23T22:00:00.000Z",
      "2026-10-24T22:00:00.000Z",
      "2026-10-25T23:00:00.000Z",
      "2026-10-26T23:00:00.000Z",
    ]);
  });

  it("keeps round hours on the day of 25 hours, and repeats none", () => {
    const ticks = timeTicks(at("2026-10-24T21:00Z"), at("2026-10-25T22:00Z"), "Europe/Berlin", 8);
    expect(ticks.map(({ label }) => label)).toEqual(["25 Oct", "06:00", "12:00", "18:00"]);
    expect(new Set(ticks.map(({ value }) => value)).size).toBe(ticks.length);
  });

  it("never gives more than was asked for by much, from minutes to decades", () => {
    for (const hours of [0.2, 1, 7, 30, 200, 900, 5_000, 40_000, 300_000]) {
      const from = at("2020-02-29T10:17Z");
      const ticks = timeTicks(from, from + hours * 3_600_000, "America/New_York", 6);
      expect(ticks.length, `${hours} h`).toBeGreaterThan(0);
      expect(ticks.length, `${hours} h`).toBeLessThanOrEqual(8);
    }
  });
});

describe("valueTicks", () => {
  it.each([
    [1_313_200, ["0", "400K", "800K", "1.2M"]],
    [902, ["0", "200", "400", "600", "800"]],
    [3, ["0", "1", "2", "3"]],
    [2 ** 63, ["0", "2,000,000,000B", "4,000,000,000B", "6,000,000,000B", "8,000,000,000B"]],
  ])("0 to %d: %j", (highest, expected) => {
    const { ticks, domain } = valueTicks(0, highest);
    expect(ticks.map(({ label }) => label)).toEqual(expected);
    expect(domain[0]).toBe(0);
    expect(domain[1]).toBeGreaterThanOrEqual(highest);
  });

  it("starts at zero even where every value is high, and goes below it only for negative ones", () => {
    expect(valueTicks(5_000, 6_000).domain[0]).toBe(0);
    expect(valueTicks(-83, 66, { most: 2, whole: false }).ticks.map(({ label }) => label)).toEqual([
      "−100",
      "0",
    ]);
  });

  it("still has an axis where everything is 0", () => {
    expect(valueTicks(0, 0).domain[1]).toBeGreaterThan(0);
  });
});

it("writes tick values without trailing digits", () => {
  expect([0, 400, 4_000, 1_200_000, 2_500_000_000, -100_000].map(valueLabel)).toEqual([
    "0",
    "400",
    "4K",
    "1.2M",
    "2.5B",
    "−100K",
  ]);
});
