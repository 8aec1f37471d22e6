import { describe, expect, it } from "vitest";
import { groupByAge, jobAge } from "@/components/jobs/job-age";

// A Saturday.
const NOW = new Date("2026-11-21T01:30:00Z");

describe("jobAge", () => {
  it.each([
    ["2026-11-21T00:10:00Z", "UTC", "Today"],
    ["2026-11-20T23:59:00Z", "UTC", "This week"],
    ["2026-11-15T00:00:00Z", "UTC", "This week"],
    ["2026-11-14T23:59:00Z", "UTC", "Older"],
    // In New York it is still Friday evening.
    ["2026-11-20T23:59:00Z", "America/New_York", "Today"],
    ["2026-11-20T04:59:00Z", "America/New_York", "This week"],
    // In Tokyo Saturday began nine hours earlier.
    ["2026-11-20T15:00:00Z", "Asia/Tokyo", "Today"],
    ["2026-11-20T14:59:00Z", "Asia/Tokyo", "This week"],
    // A clock that runs ahead.
    ["2026-11-22T10:00:00Z", "UTC", "Today"],
  ])("%s in %s is %s", (at, zone, age) => {
    expect(jobAge(at, zone, NOW)).toBe(age);
  });

  it("has no day left of the week on a Sunday", () => {
    expect(jobAge("2026-11-21T12:00:00Z", "UTC", new Date("2026-11-22T12:00:00Z"))).toBe("Older");
  });
});

describe("groupByAge", () => {
  it("keeps the order, newest first", () => {
    const items = ["2026-11-21", "2026-11-20", "2026-11-19", "2026-01-01"].map((created_at) => ({
      created_at,
    }));
    const groups = groupByAge(items, "UTC", NOW);
    expect(groups.map((group) => [group.age, group.items.length])).toEqual([
      ["Today", 1],
      ["This week", 2],
      ["Older", 1],
    ]);
  });
});
