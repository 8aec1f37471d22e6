import "server-only";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import { cachedAnswer } from "@/lib/answers/cached-answer";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { type PeriodQuery, reportDays } from "@/lib/reports/period";
import type { Scope } from "@/lib/supabase/server";

const digits = z.string().nullable();

const PERIOD_KEYS = [
  "posts",
  "views_gained",
  "engagements_gained",
  "comments",
  "commenters",
  "people",
  "tags",
] as const;
const WHY_NOT = [
  "not_measured",
  "not_measured_before",
  "redefined",
  "still_running",
  "measured_less_before",
  "measured_less_now",
  "not_collected",
  "people_not_told",
  "yet_to_come",
] as const;

const row = z.object({
  key: z.enum(PERIOD_KEYS),
  /** All of the period, up to now. */
  value: digits,
  /** What stands beside `previous`: gains in whole days alone. */
  compared: digits,
  previous: digits,
  change: z.number().nullable(),
  reason: z.enum(WHY_NOT).nullable(),
  /** So many whole days were compared; null for what is counted to the moment. */
  days: z.number().nullable(),
  /** Of which kinds engagements are added up. */
  of: z.array(z.string()).nullish(),
});
export type PeriodRow = z.output<typeof row>;

const periods = z.object({
  time_zone: z.string(),
  from: z.string(),
  until: z.string(),
  previous_from: z.string(),
  previous_until: z.string(),
  is_running: z.boolean(),
  rows: z.array(row),
  changes: z.array(
    z.object({
      day: z.string(),
      definition: z.string(),
      source: z.string(),
      description: z.string(),
    }),
  ),
  definitions: z.array(
    z.object({
      platform: z.enum(PLATFORM_IDS),
      definition: z.string(),
      description: z.string(),
      is_simulated: z.boolean(),
      posts: z.number(),
    }),
  ),
  is_simulated: z.boolean(),
  untimed_posts: z.number(),
  as_of: z.string(),
});
export type Periods = z.output<typeof periods>;

/** A period beside the one of the same length before it. */
export function getPeriods(scope: Scope, query: PeriodQuery) {
  const { platform } = query;
  const { from, until } = reportDays(query, scope.timeZone);
  const args = { workspace: scope.workspaceId, from_day: from, until_day: until };
  const key = { ...args, platform, zone: scope.timeZone };
  return cachedAnswer(scope, "report-periods", key, () =>
    askFor(periods, () =>
      scope.db.rpc("report_periods", { ...args, ...(platform && { platform }) }),
    ),
  );
}
