import { describe, expect, it } from "vitest";
import { isoDurationSeconds } from "./iso-duration.ts";

describe("isoDurationSeconds", () => {
  it.each([
    ["PT1M5S", 65],
    ["PT2H", 7200],
    ["P1DT2H", 93_600],
    ["P0D", 0],
    ["P1W", 604_800],
    ["PT1.5S", 1.5],
    ["P", null],
    ["PT", null],
    ["65s", null],
    ["", null],
  ])("%s → %s", (text, seconds) => {
    expect(isoDurationSeconds(text)).toBe(seconds);
  });
});
