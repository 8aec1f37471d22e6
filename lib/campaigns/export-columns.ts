import type { Column } from "@/lib/exports/column";

// The SQL function export_campaign_posts answers in this order.
const COLUMNS: [key: string, type: Column["type"]][] = [
  ["id", "count"],
  ["platform", "text"],
  ["external_id", "text"],
  ["url", "text"],
  ["title", "text"],
  ["author_handle", "text"],
  ["author_name", "text"],
  ["media_kind", "text"],
  ["published_at", "datetime"],
  ["state", "text"],
  ["views", "count"],
  ["likes", "count"],
  ["comments", "count"],
  ["shares", "count"],
  ["saves", "count"],
  ["impressions", "count"],
  ["reach", "count"],
  ["engagement", "count"],
  ["engagement_rate", "number"],
  ["engagement_rate_of", "text"],
  ["price", "number"],
  ["currency", "text"],
  ["cpm", "number"],
  ["cost_per_engagement", "number"],
  ["missing_because", "json"],
  ["source", "text"],
  ["metric_definition", "text"],
  ["measured_at", "datetime"],
  ["simulated", "text"],
  ["added_at", "datetime"],
];

/** Columns of an export of a campaign's posts. */
export const CAMPAIGN_POST_COLUMNS = COLUMNS.map(
  ([key, type]): Column => ({ key, header: key, type }),
);
