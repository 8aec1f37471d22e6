import { describe, expect, it } from "vitest";
import { percent, percentValue, ratioOf } from "@/lib/format/rate";

describe("percent", () => {
  it.each([
    [0.039, 2, "3.90\u202f%"],
    [0, 2, "0.00\u202f%"],
    [-0.031, 1, "−3.1\u202f%"],
    [12.5, 1, "1,250.0\u202f%"],
  ])("%s with %s decimals reads %s", (ratio, decimals, shown) => {
    expect(percent(ratio, decimals)).toBe(shown);
  });

  it("comes without its sign where the sign is set apart", () => {
    expect(percentValue(0.9676)).toBe("96.8");
  });
});

describe("ratioOf", () => {
  it.each([
    ["50", "200", 0.25],
    ["9223372036854775807", "9223372036854775807", 1],
    ["1", "0", null],
  ])("%s of %s is %s", (part, whole, ratio) => {
    expect(ratioOf(part, whole)).toBe(ratio);
  });
});
