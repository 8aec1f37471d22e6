import { attempt } from "@/lib/hashtags/list-attempt";
import type { ReportQuery } from "@/lib/reports/period";
import { readReport } from "@/lib/reports/read-report";
import type { Scope } from "@/lib/supabase/server";

/** The parts of the report; null for each that failed. */
export async function readParts(scope: Scope, query: ReportQuery) {
  const parts = readReport(scope, query);
  const [periods, people, hashtags, posts, growing, times] = await Promise.all([
    attempt(scope, "periods of the report", parts.periods),
    attempt(scope, "top people", parts.people),
    attempt(scope, "top hashtags", parts.hashtags),
    attempt(scope, "top posts", parts.posts),
    attempt(scope, "growing hashtags", parts.growing),
    attempt(scope, "best times", parts.times),
  ]);
  return { periods, people, hashtags, posts, growing, times };
}
export type Parts = Awaited<ReturnType<typeof readParts>>;
