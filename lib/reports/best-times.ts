import "server-only";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import { cachedAnswer } from "@/lib/answers/cached-answer";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { rateBasis } from "@/lib/posts/rate";
import { type BestTimesQuery, MEASURES, reportDays } from "@/lib/reports/period";
import type { Scope } from "@/lib/supabase/server";

const count = z.number();
const cell = {
  posts: count,
  measured: count,
  /** Null: fewer than `fewest` were measured, and `reason` says so. */
  value: z.number().nullable(),
  reason: z.literal("no evidence").nullable(),
};
const weekday = z.int().min(1).max(7);
const hour = z.int().min(0).max(23);

const best = z.object({
  weekday: weekday.nullable(),
  hour: hour.nullable(),
  posts: count,
  measured: count,
  value: z.number(),
  /** Between these its true median lies, in 95 % of samples. */
  low: z.number(),
  high: z.number(),
  /** Posts above the median of all others, and how many places could have led. */
  above: count,
  tried: count,
  /** The median of all other posts. */
  rest: z.number(),
  rest_measured: count,
  ahead: z.number(),
});
export type Best = z.output<typeof best>;

const bestTimes = z.object({
  measure: z.enum(MEASURES),
  rate_basis: rateBasis,
  time_zone: z.string(),
  from: z.string(),
  until: z.string(),
  fewest: count,
  enough: count,
  fewest_compared: count,
  posts: count,
  measured: count,
  median: z.number().nullable(),
  left_out: z.object({ too_young: count, not_measured: count, too_few_alike: count }),
  untimed_posts: count,
  parts: z.array(
    z.object({
      platform: z.enum(PLATFORM_IDS),
      definition: z.string(),
      is_simulated: z.boolean(),
      basis: rateBasis.nullable(),
      is_compared: z.boolean(),
      posts: count,
    }),
  ),
  is_simulated: z.boolean(),
  best: best.nullable(),
  best_weekday: best.nullable(),
  best_hour: best.nullable(),
  none_because: z.enum(["too_few", "not_apart"]).nullable(),
  cells: z.array(z.object({ weekday, hour, ...cell })),
  weekdays: z.array(z.object({ weekday, ...cell })),
  hours: z.array(z.object({ hour, ...cell })),
  as_of: z.string(),
});
export type BestTimes = z.output<typeof bestTimes>;

/** Posts by weekday and hour of publishing, and the hour that is clearly ahead, if any. */
export function getBestTimes(scope: Scope, query: BestTimesQuery) {
  const { measure, platform } = query;
  const { from, until } = reportDays(query, scope.timeZone);
  const args = { workspace: scope.workspaceId, measure, from_day: from, until_day: until };
  const key = { ...args, platform, zone: scope.timeZone, basis: scope.rateBasis };
  return cachedAnswer(scope, "best-times", key, () =>
    askFor(bestTimes, () => scope.db.rpc("best_times", { ...args, ...(platform && { platform }) })),
  );
}
