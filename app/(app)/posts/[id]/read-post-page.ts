import "server-only";
import { cache } from "react";
import { AppError } from "@/lib/errors";
import type { Metric } from "@/lib/platforms/metric";
import { getGains } from "@/lib/posts/queries";
import { getBaseline, getPost, getSeries, type Post } from "@/lib/posts/read-post";
import type { SeriesChoice } from "@/lib/posts/schema";
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
  const [headlineSeries, chosenSeries, baseline, gains] = await Promise.all([
    post.source && getSeries(scope, post.id, { metric: headline, source: post.source }),
    source && getSeries(scope, post.id, { metric, source: source.source }),
    getBaseline(scope, post.id, metric),
    getGains(scope, [post.id], { metric: headline, days: 7 }),
  ]);
  return {
    headline,
    metric,
    headlineSeries: headlineSeries || null,
    chosen: source && chosenSeries ? { source, series: chosenSeries } : null,
    baseline,
    gain: gains.get(post.id),
  };
}
