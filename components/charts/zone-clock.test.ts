import { describe, expect, it } from "vitest";
import { dayRange, instantOf } from "@/components/charts/zone-clock";

describe("instantOf", () => {
  it.each([
    ["Europe/Berlin", [2026, 11, 21], "2026-11-20T23:00:00.000Z"],
    // The clocks change between the wall time taken as UTC and the instant itself.
    ["America/New_York", [2026, 3, 8, 3], "2026-03-08T07:00:00.000Z"],
    ["America/New_York", [2026, 11, 1, 3], "2026-11-01T08:00:00.000Z"],
    ["Asia/Kathmandu", [2026, 11, 31], "2026-11-30T18:15:00.000Z"],
  ] as const)("%s %j is %s", (zone, [year, month, day, hour = 0], expected) => {
    expect(new Date(instantOf(zone, year, month, day, hour)).toISOString()).toBe(expected);
  });
});

it.each([
  ["2026-11-02T10:00Z", "2026-11-21T10:00Z", "2 – 21 Nov"],
  ["2026-10-28T10:00Z", "2026-11-03T10:00Z", "28 Oct – 3 Nov"],
  ["2026-11-02T10:00Z", "2026-11-02T22:30Z", "2 Nov"],
])("%s to %s is written %s", (from, to, expected) => {
  expect(dayRange(Date.parse(from), Date.parse(to), "Etc/UTC")).toBe(expected);
});
