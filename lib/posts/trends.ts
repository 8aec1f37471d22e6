import "server-only";
import { z } from "zod";
import { dayAfter } from "@/lib/format/days";
import { METRICS } from "@/lib/platforms/metric";
import type { TrendFilter } from "@/lib/posts/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const sum = z.string().nullable();
const trend = z.object({
  metric: z.enum(METRICS),
  time_zone: z.string(),
  today: z.string(),
  from: z.string(),
  until: z.string(),
  gain: sum,
  previous_gain: sum,
  total: sum,
  previous_total: sum,
  /** What came into the total without being a gain. */
  entered: sum,
  measured_days: z.number(),
  previous_measured_days: z.number(),
  is_simulated: z.boolean(),
  changes: z.array(
    z.object({
      day: z.string(),
      definition: z.string(),
      source: z.string(),
      description: z.string(),
    }),
  ),
  days: z.array(
    z.object({
      day: z.string(),
      total: sum,
      gain: sum,
      entered: sum,
      posts: z.number(),
      partial: z.boolean(),
      previous_day: z.string(),
      previous_gain: sum,
      previous_total: sum,
    }),
  ),
});
export type Trend = z.output<typeof trend>;

/** A metric's totals and gains by day, in the workspace's zone, beside the period before. */
export async function getTrend({ db, workspaceId, timeZone }: Scope, filter: TrendFilter) {
  const { from, until } = trendDays(filter, timeZone);
  const answer = await db.rpc("metric_trend", {
    workspace: workspaceId,
    metric: filter.metric,
    from_day: from,
    until_day: until,
    ...(filter.account === undefined ? {} : { only_account: filter.account }),
    ...(filter.platform === undefined ? {} : { only_platform: filter.platform }),
  });
  return trend.parse(unwrap(answer));
}

/** The first and the last day that a filter asks for. */
export function trendDays({ from, until, days }: TrendFilter, zone: string, now = new Date()) {
  if (from !== undefined && until !== undefined) return { from, until };
  // Sweden writes the date as ISO does.
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(now);
  return { from: dayAfter(today, 1 - days), until: today };
}
