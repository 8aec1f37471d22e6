import type { RangeQuery } from "@/lib/dashboard/range-query";
import { dayAfter, daysBetween } from "@/lib/format/days";

/** Periods with a name. Those of the calendar run to their end, of which a part may be yet to come. */
export const RANGES = [
  "today",
  "7d",
  "14d",
  "28d",
  "30d",
  "90d",
  "this-week",
  "last-week",
  "this-month",
  "last-month",
  "this-quarter",
  "this-year",
] as const;
export type RangeName = (typeof RANGES)[number];
export const DEFAULT_RANGE: RangeName = "7d";

/** What stands beside: the period just before, the same days of the year before, or nothing. */
export const COMPARISONS = ["previous", "year", "none"] as const;
export type Comparison = (typeof COMPARISONS)[number];

export type Days = { from: string; until: string };

/** The days that are shown, and those beside them. */
export function daysOf({ range, from, until, compare }: RangeQuery, today: string) {
  const own = from !== undefined && until !== undefined ? { from, until } : null;
  const days = own ?? namedDays(range ?? DEFAULT_RANGE, today);
  const before = compare === "none" ? null : compare === "year" ? yearBefore(days) : step(days, -1);
  return { ...days, before, name: nameOf(days, today) };
}
export type ShownDays = ReturnType<typeof daysOf>;

/** Today's date in a zone. */
export function todayIn(zone: string, now = new Date()) {
  // Sweden writes the date as ISO does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(now);
}

/** The period of the same kind before or after: a month beside a month, else as many days. */
export function step(days: Days, by: 1 | -1): Days {
  const months = monthsOf(days);
  if (months !== null) {
    const from = monthAfter(days.from, months * by);
    return { from, until: dayAfter(monthAfter(from, months), -1) };
  }
  const length = daysBetween(days.from, days.until) * by;
  return { from: dayAfter(days.from, length), until: dayAfter(days.until, length) };
}

/** As an address says it: by name where the days have one today. */
export function rangeOf(days: Days, today: string): Pick<RangeQuery, "range" | "from" | "until"> {
  const name = nameOf(days, today);
  if (name === DEFAULT_RANGE) return {};
  return name ? { range: name } : { from: days.from, until: days.until };
}

function nameOf(days: Days, today: string): RangeName | null {
  const isThese = (name: RangeName) => {
    const named = namedDays(name, today);
    return named.from === days.from && named.until === days.until;
  };
  return RANGES.find(isThese) ?? null;
}

export function namedDays(name: RangeName, today: string): Days {
  const monday = dayAfter(today, -((new Date(today).getUTCDay() + 6) % 7));
  const [month, quarter, year] = [
    `${today.slice(0, 7)}-01`,
    `${today.slice(0, 4)}-${String(3 * Math.floor((Number(today.slice(5, 7)) - 1) / 3) + 1).padStart(2, "0")}-01`,
    `${today.slice(0, 4)}-01-01`,
  ];
  switch (name) {
    case "today":
      return { from: today, until: today };
    case "this-week":
      return { from: monday, until: dayAfter(monday, 6) };
    case "last-week":
      return { from: dayAfter(monday, -7), until: dayAfter(monday, -1) };
    case "this-month":
      return { from: month, until: dayAfter(monthAfter(month, 1), -1) };
    case "last-month":
      return { from: monthAfter(month, -1), until: dayAfter(month, -1) };
    case "this-quarter":
      return { from: quarter, until: dayAfter(monthAfter(quarter, 3), -1) };
    case "this-year":
      return { from: year, until: dayAfter(monthAfter(year, 12), -1) };
    default:
      return { from: dayAfter(today, 1 - Number.parseInt(name, 10)), until: today };
  }
}

/** 1, 3 or 12 when the days are a whole month, quarter or year of the calendar. */
function monthsOf({ from, until }: Days) {
  if (!from.endsWith("-01")) return null;
  const starts = Number(from.slice(5, 7)) - 1;
  const fits = ([months, every]: readonly [number, number]) =>
    starts % every === 0 && dayAfter(monthAfter(from, months), -1) === until;
  const kinds = [
    [1, 1],
    [3, 3],
    [12, 12],
  ] as const;
  return kinds.find(fits)?.[0] ?? null;
}

/** The first of a month so many months later. */
function monthAfter(first: string, months: number) {
  return new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1 + months, 1))
    .toISOString()
    .slice(0, 10);
}

/** The same dates; 29 February stands beside the 28th. */
function yearBefore({ from, until }: Days): Days {
  const earlier = (text: string) =>
    text.endsWith("-02-29")
      ? `${Number(text.slice(0, 4)) - 1}-02-28`
      : `${Number(text.slice(0, 4)) - 1}${text.slice(4)}`;
  return { from: earlier(from), until: earlier(until) };
}
