import "server-only";
import type { Days } from "@/lib/dashboard/range";
import { dayAfter, daysBetween } from "@/lib/format/days";
import { listReels } from "@/lib/reels/queries";
import type { Reel, ReelAnswer } from "@/lib/reels/reel";
import { reelFilter, type Window } from "@/lib/reels/schema";
import { topPostsQuery } from "@/lib/reports/period";
import { getTopPosts, type TopPost } from "@/lib/reports/top-posts";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const MOST = 5;
const MOST_POINTS = 600;

export type Mover = { reel: Reel; views: { at: string; views: string }[] };
export type Movers =
  | { of: "reels"; window: Window; until: Until; summary: ReelAnswer["summary"]; movers: Mover[] }
  /** Too few short videos to rank: the most seen posts of the period. */
  | { of: "posts"; until: Until; total: number; posts: TopPost[] };
/** Up to when numbers count: now, or the end of a day that is over. */
type Until = { now: string } | { day: string };

/** What stood out among the short videos up to the end of a period, with their views as they grew. */
export async function listMovers(scope: Scope, days: Days, today: string): Promise<Movers> {
  const length = daysBetween(days.from, days.until);
  const window: Window = length <= 7 ? "7d" : length <= 31 ? "30d" : "90d";
  const filter = reelFilter.parse({ window, sort: "score" });
  const past = days.until < today;
  // safe because the three windows are so many days
  const ranked = Number.parseInt(window, 10) as 7 | 30 | 90;
  // As PostgreSQL reads it: the midnight after the last day, there.
  const endsAt = `${dayAfter(days.until)} 00:00 ${scope.timeZone}`;
  const query = past ? { ...filter, cohort: { days: ranked, endsAt, filter: {} } } : filter;
  const { cohort, summary, items } = await listReels(scope, query, { offset: 0, limit: MOST });
  const until: Until = past ? { day: days.until } : { now: cohort.ends_at };
  if (summary.ranked === 0) {
    const asked = topPostsQuery.parse({ from: days.from, until: days.until, limit: MOST });
    const { posts, total_count } = await getTopPosts(scope, asked);
    return { of: "posts", until, total: total_count, posts };
  }
  const reels = items.filter(({ performance_score }) => performance_score !== null);
  const views = await listViews(scope, reels);
  return {
    of: "reels",
    window,
    until,
    summary,
    movers: reels.map((reel) => ({ reel, views: views.get(reel.post_id) ?? [] })),
  };
}

/** Their measurements by the same source and definition as their newest, oldest first. */
async function listViews({ db, workspaceId }: Scope, reels: Reel[]) {
  const points = unwrap(
    await db
      .from("post_metrics")
      .select("post_id, captured_at, views::text, definition, source")
      .eq("workspace_id", workspaceId)
      .in(
        "post_id",
        reels.map(({ post_id }) => post_id),
      )
      .not("views", "is", null)
      .order("captured_at", { ascending: false })
      .limit(MOST_POINTS),
  ).toReversed();
  return new Map(
    reels.map(({ post_id, definition, source }) => [
      post_id,
      points
        .filter(
          (each) =>
            each.post_id === post_id && each.definition === definition && each.source === source,
        )
        .map(({ captured_at, views }) => ({ at: captured_at, views })),
    ]),
  );
}
