import { z } from "zod";
import { whole } from "@/lib/answers/parameters";
import { dayAfter, daysBetween } from "@/lib/format/days";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { PERIODS } from "@/lib/posts/schema";
import { BASES } from "@/lib/reports/schema";

/** What an hour of the week is measured by. */
export const MEASURES = ["views", "engagement_rate"] as const;

/** What posts are ranked by. */
export const RANKINGS = ["views", "engagement_rate", "score"] as const;
export type Ranking = (typeof RANKINGS)[number];

const MOST_DAYS = 366;
const DAY = "expected a day like 2026-11-18";
// Beyond these a day before or after has no year of four digits.
const day = z.iso.date(DAY).refine((text) => text > "1900" && text < "2200", DAY);
const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, `expected ${names.join(", ")}`);

const period = {
  platform: z.enum(PLATFORM_IDS).optional(),
  /** The last days, today among them; `from` and `until` together say it exactly. */
  days: z.coerce
    .number("expected 7, 30 or 90")
    .refine((value): value is (typeof PERIODS)[number] => PERIODS.some((one) => one === value), {
      message: "expected 7, 30 or 90",
    })
    .default(30),
  from: day.optional(),
  until: day.optional(),
};
type Period = z.output<z.ZodObject<typeof period>>;

function refuseDays({ from, until }: Period, context: z.RefinementCtx) {
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if ((from === undefined) !== (until === undefined)) {
    refuse(from === undefined ? "until" : "from", "expected `from` and `until` together");
  } else if (from !== undefined && until !== undefined) {
    if (from > until) refuse("until", "expected a day that is not before `from`");
    else if (daysBetween(from, until) > MOST_DAYS) {
      refuse("from", `expected at most ${MOST_DAYS} days`);
    }
  }
}

export const periodQuery = z.object(period).superRefine(refuseDays);
export type PeriodQuery = z.output<typeof periodQuery>;

export const bestTimesQuery = z
  .object({ ...period, measure: oneOf(MEASURES).default("views") })
  .superRefine(refuseDays);
export type BestTimesQuery = z.output<typeof bestTimesQuery>;

export const topPostsQuery = z
  .object({
    ...period,
    by: oneOf(RANKINGS).default("views"),
    limit: whole(1, 100).default(10),
  })
  .superRefine(refuseDays);
export type TopPostsQuery = z.output<typeof topPostsQuery>;

const report = {
  ...period,
  measure: oneOf(MEASURES).default("views"),
  by: oneOf(RANKINGS).default("views"),
  /** Left out: measured, unless events were imported. */
  basis: oneOf(BASES).optional(),
};

/** What /reports shows: page and export read the same. */
export const reportQuery = z.object(report).superRefine(refuseDays);
export type ReportQuery = z.output<typeof reportQuery>;

export const TABLES = [
  "periods",
  "top-people",
  "top-hashtags",
  "top-posts",
  "growing-hashtags",
  "best-times",
] as const;
export type TableName = (typeof TABLES)[number];
const table = oneOf(TABLES);

export const tableQuery = z.object({ ...report, table }).superRefine(refuseDays);
export const workbookQuery = z
  .object({ ...report, table: table.optional() })
  .superRefine(refuseDays);

/** The first and the last day that a query asks for, in the workspace's zone. */
export function reportDays({ from, until, days }: Period, zone: string, now = new Date()) {
  if (from !== undefined && until !== undefined) return { from, until };
  // Sweden writes the date as ISO does.
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(now);
  return { from: dayAfter(today, 1 - days), until: today };
}

/** The same as moments, as PostgreSQL reads them. */
export function reportMoments(query: Period, zone: string) {
  const { from, until } = reportDays(query, zone);
  return { since: `${from} 00:00 ${zone}`, until: `${dayAfter(until)} 00:00 ${zone}` };
}
