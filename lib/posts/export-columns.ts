import type { Column } from "@/lib/exports/column";

// The SQL function export_posts answers in this order; the period's change comes after it.
const POST: [key: string, type: Column["type"]][] = [
  ["id", "count"],
  ["platform", "text"],
  ["external_id", "text"],
  ["url", "text"],
  ["title", "text"],
  ["caption", "text"],
  ["author_handle", "text"],
  ["author_name", "text"],
  ["media_kind", "text"],
  ["duration_seconds", "number"],
  ["thumbnail_url", "text"],
  ["published_at", "datetime"],
  ["account_id", "text"],
  ["account", "text"],
  ["state", "text"],
  ["error_code", "text"],
  ["error_detail", "text"],
  ["tried_again_at", "datetime"],
  ["gone_since", "datetime"],
  ["impressions", "count"],
  ["reach", "count"],
  ["views", "count"],
  ["likes", "count"],
  ["comments", "count"],
  ["shares", "count"],
  ["saves", "count"],
  ["clicks", "count"],
  ["video_views", "count"],
  ["engagement_rate", "number"],
  ["engagement_rate_of", "text"],
  ["no_rate_because", "text"],
  ["missing_because", "json"],
  ["source", "text"],
  ["metric_definition", "text"],
  ["measured_at", "datetime"],
  ["simulated", "text"],
];

const CHANGE: [key: string, type: Column["type"]][] = [
  ["gain_metric", "text"],
  ["gain_days", "count"],
  ["gain", "count"],
  ["previous_gain", "count"],
  ["gain_unknown_because", "text"],
];

/** Columns of an export of posts. */
export const POST_COLUMNS = [...POST, ...CHANGE].map(
  ([key, type]): Column => ({ key, header: key, type }),
);
