import { describe, expect, it } from "vitest";
import { roughly, took } from "@/lib/format/duration";

describe("roughly", () => {
  it.each([
    [3, "less than 10 s"],
    [42, "about 40 s"],
    [57, "about 1 min"],
    [720, "about 12 min"],
    [10_800, "about 3 h"],
    [259_200, "about 3 days"],
  ])("%s s is %s", (seconds, shown) => {
    expect(roughly(seconds)).toBe(shown);
  });
});

describe("took", () => {
  it.each([
    [0.42, "0.4 s"],
    [38.9, "38 s"],
    [125, "2 min 5 s"],
    [4_320, "1 h 12 min"],
  ])("%s s reads %s", (seconds, shown) => {
    expect(took(seconds)).toBe(shown);
  });
});
