import type { Column } from "@/lib/exports/column";

type Cell = Column["type"];

// The original's columns first, then ours; the SQL function export_job_results answers in this order.
const OURS: [key: string, type: Cell][] = [
  ["platform", "text"],
  ["url", "text"],
  ["title", "text"],
  ["views", "count"],
  ["likes", "count"],
  ["comments", "count"],
  ["published_at", "datetime"],
  ["engagement_rate", "number"],
  ["status", "text"],
  ["error_message", "text"],
  ["channel", "text"],
  ["author_name", "text"],
  ["canonical_url", "text"],
  ["external_id", "text"],
  ["media_kind", "text"],
  ["duration_seconds", "number"],
  ["thumbnail_url", "text"],
  ["impressions", "count"],
  ["reach", "count"],
  ["shares", "count"],
  ["saves", "count"],
  ["clicks", "count"],
  ["video_views", "count"],
  ["missing_because", "json"],
  ["source", "text"],
  ["metric_definition", "text"],
  ["measured_at", "datetime"],
  ["simulated", "text"],
  ["previous_views", "count"],
  ["previous_likes", "count"],
  ["previous_comments", "count"],
  ["previous_measured_at", "datetime"],
  ["row_number", "count"],
  ["complete", "text"],
  ["file_row", "count"],
];

/** Columns of an export: the original's, ours, then the ones of the uploaded file. */
export function exportColumns(extraColumns: string[]): Column[] {
  const taken = new Set(OURS.map(([key]) => key));
  const extra = extraColumns.map((name): Column => {
    const header = taken.has(name.toLowerCase()) ? `uploaded ${name}` : name;
    return { key: header, header, type: "text" };
  });
  return [...OURS.map(([key, type]): Column => ({ key, header: key, type })), ...extra];
}
