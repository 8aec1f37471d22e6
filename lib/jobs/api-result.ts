import { exactNumber } from "@/lib/exact-number";
import type { ResultRow } from "@/lib/jobs/result-row";
import { explainRowError } from "@/lib/jobs/row-errors";
import { METRICS } from "@/lib/platforms/metric";

/** A row for programs: the original's fields, then ours. Counts are exact JSON numbers, missing is null. */
export function apiResult(jobId: string, row: ResultRow) {
  const failure = row.state === "failed" ? row.error_code : null;
  const explained = failure && explainRowError(failure, row.platform, row.error_detail);
  return {
    id: row.row_number,
    job_id: jobId,
    platform: row.platform,
    url: row.uploaded_url,
    channel: row.author_handle,
    status: row.state,
    error_code: failure,
    error_message: explained && `${explained.title} ${explained.sentence}`,
    title: row.title,
    ...Object.fromEntries(METRICS.map((metric) => [metric, exactNumber(row[metric])])),
    published_at: row.published_at,
    engagement_rate: exactNumber(row.engagement_rate),
    author_name: row.author_name,
    canonical_url: row.url,
    external_id: row.external_id,
    post_id: row.post_id,
    media_kind: row.media_kind,
    duration_seconds: row.duration_seconds,
    thumbnail_url: row.thumbnail_url,
    missing_because: row.absent,
    source: row.source,
    metric_definition: row.definition,
    measured_at: row.measured_at,
    simulated: row.is_simulated,
    waits_until: row.waits_until,
    previous: row.previous_measured_at && {
      views: exactNumber(row.previous_views),
      likes: exactNumber(row.previous_likes),
      comments: exactNumber(row.previous_comments),
      measured_at: row.previous_measured_at,
    },
    extra: row.extra,
  };
}
