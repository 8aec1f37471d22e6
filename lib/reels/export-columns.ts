import type { CellType, Column, Row } from "@/lib/exports/column";
import { unrankedBecause } from "@/lib/reels/api-reel";
import type { Reel } from "@/lib/reels/reel";

type Cell = string | number | boolean | null | undefined;
type Place = { rank: number; cohort: string; smallest: number };

const author = ({ baseline }: Reel) => (baseline?.of === "author" ? baseline : null);

/** Each column with what it says of a short video. */
const CELLS: [key: string, type: CellType, cell: (reel: Reel, place: Place) => Cell][] = [
  ["rank", "count", (_, { rank }) => rank],
  ["reel_id", "text", (reel) => reel.reel_id],
  ["reel_url", "text", (reel) => reel.reel_url],
  ["platform", "text", (reel) => reel.platform],
  ["publish_time", "datetime", (reel) => reel.publish_time],
  ["latest_scraped_at", "datetime", (reel) => reel.latest_scraped_at],
  ["views", "count", (reel) => reel.views],
  ["likes", "count", (reel) => reel.likes],
  ["comments", "count", (reel) => reel.comments],
  ["shares_or_saves", "count", (reel) => reel.shares_or_saves],
  ["hours_since_publish", "number", (reel) => reel.hours_since_publish],
  ["views_per_hour", "number", (reel) => reel.views_per_hour],
  ["engagement_rate", "number", (reel) => reel.engagement_rate],
  ["views_percentile", "number", (reel) => reel.views_percentile],
  ["views_per_hour_percentile", "number", (reel) => reel.views_per_hour_percentile],
  ["engagement_rate_percentile", "number", (reel) => reel.engagement_rate_percentile],
  ["performance_score", "number", (reel) => reel.performance_score],
  ["unranked_because", "text", (reel, { smallest }) => unrankedBecause(reel, smallest)],
  ["ranked_among", "count", (reel) => reel.n],
  ["engagement_ranked_among", "count", (reel) => reel.engagement_n],
  ["missing_because", "json", (reel) => JSON.stringify(reel.absent)],
  ["engagement_rate_is_lower_bound", "text", (reel) => !reel.is_whole],
  ["status", "text", (reel) => reel.status],
  ["outlier_factor", "number", (reel) => reel.outlier_factor],
  ["is_outlier", "text", (reel) => reel.is_outlier],
  ["is_iqr_outlier", "text", (reel) => reel.is_iqr_outlier],
  ["baseline_of", "text", (reel) => reel.baseline?.of],
  ["baseline_views", "number", (reel) => reel.baseline?.views],
  ["baseline_n", "count", (reel) => reel.baseline?.n],
  ["baseline_hours", "number", (reel) => author(reel)?.hours],
  ["baseline_own_views", "count", (reel) => author(reel)?.own_views],
  ["baseline_low", "count", (reel) => author(reel)?.low],
  ["baseline_high", "count", (reel) => author(reel)?.high],
  ["baseline_confidence", "number", (reel) => author(reel)?.confidence],
  ["velocity_from", "datetime", (reel) => reel.velocity?.from],
  ["velocity_to", "datetime", (reel) => reel.velocity?.to],
  ["velocity_hours", "number", (reel) => reel.velocity?.hours],
  ["velocity_gained", "count", (reel) => reel.velocity?.gained],
  ["velocity_per_hour", "number", (reel) => reel.velocity?.per_hour],
  ["velocity_is_gap", "text", (reel) => reel.velocity?.is_gap],
  ["post_id", "count", (reel) => reel.post_id],
  ["author", "text", (reel) => reel.author],
  ["title", "text", (reel) => reel.title],
  ["caption", "text", (reel) => reel.caption],
  ["media_kind", "text", (reel) => reel.media_kind],
  ["duration_seconds", "number", (reel) => reel.duration_seconds],
  ["thumbnail_url", "text", (reel) => reel.thumbnail_url],
  ["source", "text", (reel) => reel.source],
  ["metric_definition", "text", (reel) => reel.definition],
  ["simulated", "text", (reel) => reel.is_simulated],
  ["cohort_id", "text", (_, { cohort }) => cohort],
  // YouTube wants what is not its own number told apart.
  ["derived", "text", () => DERIVED_COLUMNS],
];

const DERIVED_COLUMNS =
  "rank hours_since_publish views_per_hour engagement_rate *_percentile performance_score status outlier_factor is_*outlier baseline_* velocity_*";

/** Columns of an export of a cohort. */
export const REEL_COLUMNS = CELLS.map(([key, type]): Column => ({ key, header: key, type }));

export function reelCells(reel: Reel, place: Place): Row {
  return CELLS.map(([, , cell]) => {
    const value = cell(reel, place);
    return value == null ? null : String(value);
  });
}
