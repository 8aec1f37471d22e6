import { exactNumber } from "@/lib/exact-number";
import type { ReelList } from "@/lib/reels/queries";
import type { Reel } from "@/lib/reels/reel";

/** Fields of an item that are our own calculation, not the platform's number. */
export const DERIVED = [
  "hours_since_publish",
  "views_per_hour",
  "engagement_rate",
  "views_percentile",
  "views_per_hour_percentile",
  "engagement_rate_percentile",
  "performance_score",
  "outlier",
  "velocity",
  "status",
] as const;

/** The same of a point. */
export const DERIVED_OF_POINT = [
  "views_per_hour",
  "engagement_rate",
  "views_per_hour_percentile",
  "engagement_rate_percentile",
  "performance_score",
  "outlier_factor",
] as const;

/** A short video for programs. Counts are exact JSON numbers, missing is null with its reason beside. */
export function apiReel(reel: Reel, smallest: number) {
  const { baseline, velocity } = reel;
  return {
    reel_id: reel.reel_id,
    reel_url: reel.reel_url,
    platform: reel.platform,
    publish_time: reel.publish_time,
    latest_scraped_at: reel.latest_scraped_at,
    views: exactNumber(reel.views),
    likes: exactNumber(reel.likes),
    comments: exactNumber(reel.comments),
    shares_or_saves: exactNumber(reel.shares_or_saves),
    hours_since_publish: reel.hours_since_publish,
    views_per_hour: reel.views_per_hour,
    engagement_rate: reel.engagement_rate,
    views_percentile: reel.views_percentile,
    views_per_hour_percentile: reel.views_per_hour_percentile,
    engagement_rate_percentile: reel.engagement_rate_percentile,
    performance_score: reel.performance_score,
    unranked_because: unrankedBecause(reel, smallest),
    ranked_among: { views: reel.n, engagement: reel.engagement_n },
    missing_because: reel.absent,
    // Without its likes or comments it is at least so much.
    engagement_rate_is_lower_bound: !reel.is_whole,
    outlier: {
      factor: reel.outlier_factor,
      is_outlier: reel.is_outlier,
      is_iqr_outlier: reel.is_iqr_outlier,
      unknown_because: reel.outlier_factor === null ? "not_enough_posts" : null,
      baseline: baseline && apiBaseline(baseline),
    },
    velocity: velocity && { ...velocity, gained: exactNumber(velocity.gained) },
    status: reel.status,
    post_id: reel.post_id,
    author: reel.author,
    title: reel.title,
    caption: reel.caption,
    media_kind: reel.media_kind,
    duration_seconds: reel.duration_seconds,
    thumbnail_url: reel.thumbnail_url,
    source: reel.source,
    source_name: reel.source_name,
    metric_definition: reel.definition,
    measured_at: reel.latest_scraped_at,
    simulated: reel.is_simulated,
  };
}

function apiBaseline(baseline: NonNullable<Reel["baseline"]>) {
  if (baseline.of === "platform") return baseline;
  return {
    ...baseline,
    own_views: exactNumber(baseline.own_views),
    low: exactNumber(baseline.low),
    high: exactNumber(baseline.high),
  };
}

/** Why there is no score: `too_few` to compare with, or what of the rate is missing, as in `likes_hidden`. */
export function unrankedBecause(reel: Reel, smallest: number) {
  if (reel.performance_score !== null) return null;
  if (reel.n < smallest || reel.is_whole) return "too_few";
  const missing = reel.likes === null ? "likes" : "comments";
  return `${missing}_${reel.absent[missing] ?? "missing"}`;
}

/** The cohort that an answer is of. Its `id` asks for it again. */
export function apiCohort({
  id,
  days,
  starts_at,
  ends_at,
  is_sample,
  smallest,
  parts,
}: ReelList["cohort"]) {
  return {
    id,
    window: `${days}d`,
    starts_at,
    ends_at,
    sample: is_sample,
    min_cohort: smallest,
    parts: parts.map(({ definition, is_simulated, ...part }) => ({
      ...part,
      metric_definition: definition,
      simulated: is_simulated,
    })),
  };
}
