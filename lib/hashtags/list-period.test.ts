import { expect, it } from "vitest";
import { periodStart } from "@/lib/hashtags/list-period";

const NOW = new Date("2026-11-21T22:50:30.500Z");

it.each([
  ["24h", "UTC", "2026-11-20T23:00:00.000Z"],
  // Half an hour off: hours begin at :30 of UTC.
  ["24h", "Asia/Kolkata", "2026-11-20T23:30:00.000Z"],
  ["7d", "UTC", "2026-11-15 00:00 UTC"],
  // It is the 22nd there already.
  ["7d", "Asia/Kolkata", "2026-11-16 00:00 Asia/Kolkata"],
  ["30d", "UTC", "2026-10-23 00:00 UTC"],
  // A Monday, 51 weeks before this week's.
  ["1y", "UTC", "2025-11-24 00:00 UTC"],
  ["all", "UTC", undefined],
] as const)("%s in %s begins at %s", (period, zone, start) => {
  expect(periodStart(period, zone, NOW)).toBe(start);
});
