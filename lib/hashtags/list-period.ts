import { dayAfter } from "@/lib/format/days";
import type { Period } from "@/lib/hashtags/list-schema";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAYS = { "7d": 7, "30d": 30, "90d": 90 };
const WEEKS = 52;

/** When a period begins, as PostgreSQL reads it: whole hours, days or weeks of the zone and the running one. Nothing for all. */
export function periodStart(period: Period, zone: string, now = new Date()): string | undefined {
  if (period === "all") return undefined;
  if (period === "24h") {
    const minute = Number(part(now, zone, "minute"));
    const hour = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS - minute * MINUTE_MS;
    return new Date(hour - 23 * HOUR_MS).toISOString();
  }
  // Sweden writes the date as ISO does.
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(now);
  const back = period === "1y" ? daysSinceMonday(today) + 7 * (WEEKS - 1) : DAYS[period] - 1;
  return `${dayAfter(today, -back)} 00:00 ${zone}`;
}

function daysSinceMonday(day: string) {
  return (new Date(day).getUTCDay() + 6) % 7;
}

function part(at: Date, zone: string, type: "minute") {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, minute: "numeric" });
  return parts.formatToParts(at).find((each) => each.type === type)?.value;
}
