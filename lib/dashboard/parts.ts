import "server-only";
import { listAccountStates } from "@/lib/accounts/queries";
import { listAttention } from "@/lib/dashboard/attention";
import { getFirstSteps } from "@/lib/dashboard/first-steps";
import { listFreshness } from "@/lib/dashboard/freshness";
import { listLatestRuns } from "@/lib/dashboard/latest-runs";
import { listMovers } from "@/lib/dashboard/movers";
import { daysOf, todayIn } from "@/lib/dashboard/range";
import type { RangeQuery } from "@/lib/dashboard/range-query";
import { getTotals } from "@/lib/dashboard/totals";
import { attempt } from "@/lib/hashtags/list-attempt";
import { listJobs } from "@/lib/jobs/queries";
import { countRecentShorts } from "@/lib/posts/recent-shorts";
import type { Scope } from "@/lib/supabase/server";

const WEEK_MS = 7 * 86_400_000;

/** All that the dashboard asks, at once. Nothing waits for the others; each is null when it failed. */
export function readParts(scope: Scope, query: RangeQuery, now: Date) {
  const today = todayIn(scope.timeZone, now);
  const week = new Date(now.getTime() - WEEK_MS);
  const part = <T>(name: string, read: Promise<T>) => attempt(scope, `dashboard: ${name}`, read);
  return {
    totals: part("totals", getTotals(scope, query)),
    steps: part("first steps", getFirstSteps(scope)),
    movers: part("movers", listMovers(scope, daysOf(query, today), today)),
    attention: part("what needs attention", listAttention(scope)),
    jobs: part("latest jobs", listJobs(scope, {}, { offset: 0, limit: 5 })),
    runs: part("latest runs", listLatestRuns(scope)),
    freshness: part("freshness of sources", listFreshness(scope)),
    shorts: part("recent short videos", countRecentShorts(scope, week)),
    accounts: part("channels", listAccountStates(scope)),
  };
}
export type DashboardParts = ReturnType<typeof readParts>;
