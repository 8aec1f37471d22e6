import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Supabase, startSupabase } from "../../support/supabase.ts";

const SLOT = "2026-06-01T12:00:00Z";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

const answerOf = async (expression: string, values: unknown[]) => {
  const [row] = await supabase.sql<{ answer: unknown }>(
    `select (${expression})::text as answer`,
    values,
  );
  return row?.answer;
};

describe("how often a post of an age is measured", () => {
  it.each([
    ["0 hours", 0, "01:00:00"],
    ["47 hours", 0, "01:00:00"],
    ["47 hours", 0.49, "01:00:00"],
    ["47 hours", 0.5, "06:00:00"],
    ["47 hours", 0.99, "06:00:00"],
    ["2 days", 0, "06:00:00"],
    ["29 days", 0.89, "06:00:00"],
    ["29 days", 0.91, "1 day"],
    ["30 days", 0, "7 days"],
    ["30 days", 0.5, null],
    ["179 days", 0, "7 days"],
    ["180 days", 0, "30 days"],
    ["180 days", 0.5, null],
    ["719 days", 0.1, "30 days"],
    ["721 days", 0, null],
  ])("%s old, %f of the quota used: every %s", async (age, used, interval) => {
    const found = await answerOf("private.measure_interval($1::interval, $2::real)", [age, used]);
    expect(found).toBe(interval);
  });
});

describe("whether a post is due in a slot", () => {
  it.each([
    ["never measured, young", "3 hours", null, 0, true],
    ["never measured, of the month", "29 days", null, 0.99, true],
    ["never measured, too old", "31 days", null, 0, false],
    ["of an unknown date, never measured", null, null, 0, true],
    ["young, an hour ago", "5 hours", "1 hour", 0, true],
    ["young, in this slot already", "5 hours", "0 hours", 0, false],
    ["young, an hour ago, with little quota left", "5 hours", "1 hour", 0.6, false],
    ["of the month, six hours ago", "10 days", "6 hours", 0, true],
    ["of the month, an hour ago", "10 days", "1 hour", 0, false],
    ["of the month, after three missed slots", "10 days", "24 hours", 0, true],
    ["of the month, six hours ago, quota spent", "10 days", "6 hours", 0.95, false],
    ["old, six days ago", "60 days", "6 days", 0, false],
    ["old, a week ago", "60 days", "7 days", 0, true],
    ["very old, a week ago", "300 days", "7 days", 0, false],
    ["very old, a month ago", "300 days", "30 days", 0, true],
    ["of years ago", "3 years", "1 year", 0, false],
  ])("%s", async (_what, age, ago, used, due) => {
    const found = await answerOf(
      `private.is_due($1::timestamptz, $1::timestamptz - $2::interval, $1::timestamptz - $3::interval, $4::real)`,
      [SLOT, age, ago, used],
    );
    expect(found).toBe(String(due));
  });
});

describe("how long a failing post waits", () => {
  it.each([
    [1, "00:00:00"],
    [2, "12:00:00"],
    [3, "24:00:00"],
    [4, "48:00:00"],
    [5, "96:00:00"],
    [6, "7 days"],
    [40, "7 days"],
  ])("after %i failures in a row: %s", async (failures, interval) => {
    expect(await answerOf("private.backoff($1::int)", [failures])).toBe(interval);
  });
});
