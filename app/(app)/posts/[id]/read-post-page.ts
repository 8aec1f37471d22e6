import "server-only";
import { cache } from "react";
import { outlierOf } from "@/components/posts/standing-outlier";
import { isShortVideo } from "@/components/posts/standing-words";
import { getPostDepth } from "@/lib/comments/queries";
import { AppError } from "@/lib/errors";
import { listPostTags } from "@/lib/hashtags/list";
import { attempt } from "@/lib/hashtags/list-attempt";
import type { Metric } from "@/lib/platforms/metric";
import { getGains } from "@/lib/posts/queries";
import { getAgeCurve, getPost, getSeries, type Post } from "@/lib/posts/read-post";
import type { SeriesChoice } from "@/lib/posts/schema";
import { getStanding, type Standing } from "@/lib/reels/queries";
import type { Scope } from "@/lib/supabase/server";

/** The post; null when there is none in the workspace. */
export const readPost = cache(async (scope: Scope, id: number) => {
  try {
    return await getPost(scope, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
});

/** What the page shows of a post: its headline number, and the one that is chosen. */
export async function readNumbers(scope: Scope, post: Post, choice: SeriesChoice) {
  const headline: Metric =
    post.views === null && post.impressions !== null ? "impressions" : "views";
  const metric = choice.metric ?? headline;
  const named = (source: string | null | undefined) =>
    post.sources.find((each) => each.source === source);
  const source = named(choice.source) ?? named(post.source) ?? post.sources[0];
  const [headlineSeries, chosenSeries, curve, gains, standing, tags, thread] = await Promise.all([
    post.source && getSeries(scope, post.id, { metric: headline, source: post.source }),
    source && getSeries(scope, post.id, { metric, source: source.source }),
    getAgeCurve(scope, post.id),
    getGains(scope, [post.id], { metric: headline, days: 7 }),
    readStanding(scope, post),
    attempt(scope, "hashtags of a post", listPostTags(scope, post.id)),
    attempt(scope, "comments of a post", getPostDepth(scope, { post: post.id })),
  ]);
  return {
    headline,
    metric,
    headlineSeries: headlineSeries || null,
    chosen: source && chosenSeries ? { source, series: chosenSeries } : null,
    curve,
    standing,
    tags: tags ?? [],
    collected: thread?.total_comments ?? null,
    outlier: outlierOf(standing, curve),
    gain: gains.get(post.id),
  };
}

const DAY_MS = 86_400_000;

/**
 * Its place in the smallest window of days that ranks it, else in the smallest that holds it;
 * null for all but short videos of 90 days.
 */
async function readStanding(scope: Scope, post: Post) {
  const { published_at, measured_at } = post;
  if (!isShortVideo(post) || !published_at || !measured_at) return null;
  // A window ends with the newest number of all, which is at least as new as this post's.
  const ageDays = (Date.parse(measured_at) - Date.parse(published_at)) / DAY_MS;
  let unranked: Standing | null = null;
  for (const days of [7, 30, 90] as const) {
    const standing = ageDays <= days ? await getStanding(scope, post.id, days) : null;
    if (standing && standing.reel.performance_score !== null) return standing;
    unranked ??= standing;
  }
  return unranked;
}
