import "server-only";
import { getGrowingHashtags, getTopHashtags } from "@/lib/hashtags/queries";
import { getBestTimes } from "@/lib/reports/best-times";
import { type ReportQuery, reportMoments } from "@/lib/reports/period";
import { getPeriods } from "@/lib/reports/periods";
import { getTopPeople } from "@/lib/reports/queries";
import { getTopPosts } from "@/lib/reports/top-posts";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const LISTED = 10;
/** Growth is asked of the hours up to now: a week is the most that is kept for it. */
const GROWTH_HOURS = 168;

/** The parts of a report, all asked at once; each can fail for itself. */
export function readReport(scope: Scope, query: ReportQuery) {
  const { platform } = query;
  const moments = reportMoments(query, scope.timeZone);
  return {
    periods: getPeriods(scope, query),
    people: chosenBasis(scope, query).then((basis) =>
      getTopPeople(scope, { limit: LISTED, basis, platform, ...moments }),
    ),
    hashtags: getTopHashtags(scope, { limit: LISTED, platform, ...moments }),
    posts: getTopPosts(scope, { ...query, limit: LISTED }),
    growing: getGrowingHashtags(scope, {
      hours: GROWTH_HOURS,
      limit: LISTED,
      platform,
      rising: true,
    }),
    times: getBestTimes(scope, query),
  };
}

type Parts = ReturnType<typeof readReport>;
export type Report = { [Part in keyof Parts]: Awaited<Parts[Part]> };

/** What the person chose; else what platforms measured, and imported events where they measured nothing. */
async function chosenBasis({ db, workspaceId }: Scope, { basis }: ReportQuery) {
  if (basis) return basis;
  const posts = db.from("post_latest").select("post_id").eq("workspace_id", workspaceId);
  if (unwrap(await posts.limit(1)).length > 0) return "measured";
  const totals = db.from("engagement_totals").select("person_id").eq("workspace_id", workspaceId);
  return unwrap(await totals.limit(1)).length > 0 ? "events" : "measured";
}
