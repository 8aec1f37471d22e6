import { describe, expect, it } from "vitest";
import { compactCount, counted, exactCount } from "@/lib/format/count";

describe("compactCount", () => {
  it.each([
    ["0", "0"],
    ["9999", "9,999"],
    ["10000", "10.0K"],
    ["12345", "12.3K"],
    ["912550", "912.6K"],
    ["999949", "999.9K"],
    ["999950", "1.00M"],
    ["1284310", "1.28M"],
    ["31070000", "31.07M"],
    ["99999999", "100.00M"],
    ["812400000", "812.4M"],
    ["999999999", "1.00B"],
    ["2410000000", "2.41B"],
    ["9223372036854775807", "9,223,372,036.9B"],
    ["-12345", "−12.3K"],
  ])("%s reads %s", (count, shown) => {
    expect(compactCount(count)).toBe(shown);
  });
});

describe("exactCount", () => {
  it.each([
    ["999", "999"],
    ["1284310", "1,284,310"],
    ["9223372036854775807", "9,223,372,036,854,775,807"],
    ["-1000", "−1,000"],
  ])("%s reads %s, without losing a digit", (count, shown) => {
    expect(exactCount(count)).toBe(shown);
  });
});

describe("counted", () => {
  it.each([
    [1, "1 row"],
    [0, "0 rows"],
    [10_000, "10,000 rows"],
  ])("%s takes the right form of its noun: %s", (count, shown) => {
    expect(counted(count, "row")).toBe(shown);
  });
});
