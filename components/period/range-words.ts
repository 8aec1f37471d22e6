import { type Comparison, type Days, type RangeName, step } from "@/lib/dashboard/range";
import { calendarDay } from "@/lib/format/time";

export const RANGE_NAMES: Record<RangeName, string> = {
  today: "Today",
  "7d": "Last 7 days",
  "14d": "Last 14 days",
  "28d": "Last 28 days",
  "30d": "Last 30 days",
  "90d": "Last 90 days",
  "this-week": "This week",
  "last-week": "Last week",
  "this-month": "This month",
  "last-month": "Last month",
  "this-quarter": "This quarter",
  "this-year": "This year",
};

export const COMPARISON_NAMES: Record<Comparison, string> = {
  previous: "vs previous period",
  year: "vs year before",
  none: "No comparison",
};

/** "15 – 21 Nov 2026", "28 Oct – 3 Nov 2026", "30 Dec 2025 – 5 Jan 2026", "21 Nov 2026". */
export function daysText({ from, until }: Days): string {
  const [first, last] = [calendarDay(from, "UTC").split(" "), calendarDay(until, "UTC").split(" ")];
  if (from === until) return last.join(" ");
  const same = first[2] !== last[2] ? 3 : first[1] !== last[1] ? 2 : 1;
  return `${first.slice(0, same).join(" ")} – ${last.join(" ")}`;
}

/** The same without a year that is told beside it. */
export function daysBeside(days: Days, { until }: Days): string {
  const text = daysText(days);
  const year = ` ${until.slice(0, 4)}`;
  return days.from.slice(0, 4) === until.slice(0, 4) ? text.replaceAll(year, "") : text;
}

/** What is shown and what stands beside it: a running period stands beside the same part of the other. */
export function rangeLine(days: Days & { before: Days | null }, today: string): string {
  const running = today >= days.from && today <= days.until;
  const shown = `${daysText(days)}${running ? ", so far" : days.from > today ? ", yet to come" : ""}`;
  if (!days.before) return shown;
  const part = running ? "the same elapsed part of " : "";
  return `${shown}, compared with ${part}${daysBeside(days.before, days)}`;
}

/** Whether there is anything to step to: days to come have no numbers. */
export function isAhead(days: Days, today: string) {
  return step(days, 1).from > today;
}
