import { describe, expect, it } from "vitest";
import { daysOf, RANGES, rangeOf, step } from "@/lib/dashboard/range";
import { rangeQuery, readRange } from "@/lib/dashboard/range-query";

// A Saturday.
const TODAY = "2026-11-21";
const shown = (asked: object) => daysOf(rangeQuery.parse(asked), TODAY);

describe("daysOf", () => {
  it.each([
    ["today", "2026-11-21", "2026-11-21"],
    ["7d", "2026-11-15", "2026-11-21"],
    ["28d", "2026-10-25", "2026-11-21"],
    ["this-week", "2026-11-16", "2026-11-22"],
    ["last-week", "2026-11-09", "2026-11-15"],
    ["this-month", "2026-11-01", "2026-11-30"],
    ["last-month", "2026-10-01", "2026-10-31"],
    ["this-quarter", "2026-10-01", "2026-12-31"],
    ["this-year", "2026-01-01", "2026-12-31"],
  ])("makes of %s the days from %s to %s", (range, from, until) => {
    expect(shown({ range })).toMatchObject({ from, until });
  });

  it.each([
    [{ range: "7d" }, "2026-11-08", "2026-11-14"],
    [{ range: "this-month" }, "2026-10-01", "2026-10-31"],
    [{ from: "2026-03-01", until: "2026-03-31" }, "2026-02-01", "2026-02-28"],
    [{ range: "this-quarter" }, "2026-07-01", "2026-09-30"],
    [{ from: "2026-03-02", until: "2026-03-31" }, "2026-01-31", "2026-03-01"],
    [{ range: "7d", compare: "year" }, "2025-11-15", "2025-11-21"],
    [{ from: "2028-02-29", until: "2028-02-29", compare: "year" }, "2027-02-28", "2027-02-28"],
  ])("sets %j beside the days from %s to %s", (asked, from, until) => {
    expect(shown(asked).before).toEqual({ from, until });
  });

  it("sets nothing beside when nothing was wanted", () => {
    expect(shown({ compare: "none" }).before).toBeNull();
  });
});

it("steps forth and back to the same days, and names those that have a name", () => {
  for (const range of RANGES) {
    const days = shown({ range });
    expect(step(step(days, -1), 1)).toMatchObject({ from: days.from, until: days.until });
    expect(shown(rangeOf(days, TODAY))).toMatchObject({ from: days.from, until: days.until });
  }
  expect(rangeOf(step(step(shown({}), -1), 1), TODAY)).toEqual({});
});

it.each([
  [{ range: "fortnight" }, "fortnight"],
  [{ from: "2026-11-31", until: "2026-12-01" }, "2026-11-31"],
  [{ from: "2026-11-20" }, "together"],
  [{ from: "2026-11-20", until: "2026-11-01" }, "not before"],
  [{ from: "2020-01-01", until: "2026-11-01" }, "366"],
])("answers %j with a sentence and the default, keeping the comparison", (asked, said) => {
  const { query, problem } = readRange({ ...asked, compare: "year" });
  expect(problem).toContain(said);
  expect(query).toEqual({ compare: "year" });
});
