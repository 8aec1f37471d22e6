import "server-only";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import { cachedAnswer } from "@/lib/answers/cached-answer";
import { ABSENCES } from "@/lib/platforms/metric";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { rateBasis, rated } from "@/lib/posts/rate";
import { RANKINGS, reportDays, type TopPostsQuery } from "@/lib/reports/period";
import type { Scope } from "@/lib/supabase/server";

const text = z.string().nullable();

const topPosts = z.object({
  by: z.enum(RANKINGS),
  time_zone: z.string(),
  from: z.string(),
  until: z.string(),
  /** Scores rank a post among those of so many days up to the period's end. */
  score_days: z.number().nullable(),
  rate_basis: rateBasis,
  posts: z.array(
    z.object({
      post_id: z.number(),
      platform: z.enum(PLATFORM_IDS),
      title: text,
      caption: text,
      author_handle: text,
      author_name: text,
      url: z.string(),
      thumbnail_url: text,
      published_at: z.string(),
      impressions: text,
      views: text,
      likes: text,
      comments: text,
      shares: text,
      saves: text,
      absent: z.record(z.string(), z.enum(ABSENCES)).nullable(),
      ...rated,
      score: z.number().nullable(),
      definition: text,
      source: text,
      source_name: text,
      measured_at: text,
      freshness: z.enum(["fresh", "ageing", "stale", "cut"]).nullable(),
      is_simulated: z.boolean().nullable(),
    }),
  ),
  /** Published in the period. */
  total_count: z.number(),
  unmeasured_posts: z.number(),
  /** Measured, but without what the rate is divided by. Null: not ranked by it. */
  unrated_posts: z.number().nullable(),
  as_of: z.string(),
});
export type TopPosts = z.output<typeof topPosts>;
export type TopPost = TopPosts["posts"][number];

/** The best posts of a period by their latest numbers, or by their score. */
export function getTopPosts(scope: Scope, query: TopPostsQuery) {
  const { by: ranked_by, limit: take, platform } = query;
  const { from, until } = reportDays(query, scope.timeZone);
  const args = { workspace: scope.workspaceId, ranked_by, take, from_day: from, until_day: until };
  const key = { ...args, platform, zone: scope.timeZone, basis: scope.rateBasis };
  return cachedAnswer(scope, "top-posts", key, () =>
    askFor(topPosts, () => scope.db.rpc("top_posts", { ...args, ...(platform && { platform }) })),
  );
}
