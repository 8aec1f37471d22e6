import { describe, expect, it } from "vitest";
import { isDue } from "./schedule.ts";

const at = (time: string) => new Date(`2026-03-01T${time}Z`); // a Sunday

describe("isDue", () => {
  it.each([
    ["* * * * *", "04:07:00", true],
    ["*/5 * * * *", "04:05:00", true],
    ["*/5 * * * *", "04:07:00", false],
    ["17 3 * * *", "03:17:30", true],
    ["17 3 * * *", "04:17:00", false],
    ["0,30 * * * *", "04:30:00", true],
    ["0 0 * * 0", "00:00:00", true],
    ["0 0 * * 1", "00:00:00", false],
    ["* * * *", "04:07:00", false],
  ])("%s at %s: %s", (schedule, time, due) => {
    expect(isDue(schedule, at(time))).toBe(due);
  });
});
