import { exactNumber } from "@/lib/exact-number";
import { METRICS } from "@/lib/platforms/metric";
import type { Gain, PostHead } from "@/lib/posts/post-row";

/** A post for programs. Counts are exact JSON numbers, missing is null with its reason beside. */
export function apiPost(post: PostHead) {
  return {
    id: post.id,
    platform: post.platform,
    external_id: post.external_id,
    url: post.url,
    title: post.title,
    caption: post.caption,
    author_handle: post.author_handle,
    author_name: post.author_name,
    media_kind: post.media_kind,
    duration_seconds: post.duration_seconds,
    thumbnail_url: post.thumbnail_url,
    published_at: post.published_at,
    account: post.account_id && {
      id: post.account_id,
      name: post.account_name,
      status: post.account_status,
    },
    state: post.state,
    failure:
      post.state === "failing"
        ? {
            code: post.error_code,
            detail: post.error_detail,
            times: post.failures,
            failed_at: post.failed_at,
            tried_again_at: post.retry_at,
          }
        : null,
    gone_since: post.gone_at,
    metrics: apiCounts(post),
    missing_because: post.absent,
    engagement_rate: exactNumber(post.engagement_rate),
    engagement_rate_of: post.engagement_basis,
    no_rate_because: post.engagement_reason,
    source: post.source,
    metric_definition: post.definition,
    measured_at: post.measured_at,
    freshness: post.freshness,
    simulated: post.is_simulated,
  };
}

/** What a number gained, for programs. */
export function apiGain(gain: Gain | undefined) {
  if (!gain) return null;
  return {
    gain: exactNumber(gain.gain),
    previous_gain: exactNumber(gain.previous_gain),
    since: gain.since,
    unknown_because: gain.reason,
  };
}

/** The nine counts as the JSON numbers they are. */
export function apiCounts(counts: Record<(typeof METRICS)[number], string | null>) {
  return Object.fromEntries(METRICS.map((metric) => [metric, exactNumber(counts[metric])]));
}
