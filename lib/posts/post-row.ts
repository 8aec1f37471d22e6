import { z } from "zod";
import { ABSENCES } from "@/lib/platforms/metric";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { rated } from "@/lib/posts/rate";
import { MEDIA_KINDS, POST_STATES } from "@/lib/posts/schema";

const nullableText = z.string().nullable();

export const absent = z.record(z.string(), z.enum(ABSENCES));

/** The nine counts as decimal text. */
export const counts = {
  impressions: nullableText,
  reach: nullableText,
  views: nullableText,
  likes: nullableText,
  comments: nullableText,
  shares: nullableText,
  saves: nullableText,
  clicks: nullableText,
  video_views: nullableText,
};

/** One row of the view `post_list`. Times are ISO 8601, the rate a fraction of `engagement_basis`. */
export const postHead = z.object({
  id: z.number(),
  platform: z.enum(PLATFORM_IDS),
  external_id: z.string(),
  url: z.string(),
  author_handle: nullableText,
  author_name: nullableText,
  title: nullableText,
  caption: nullableText,
  media_kind: z.enum(MEDIA_KINDS).nullable(),
  duration_seconds: z.number().nullable(),
  thumbnail_url: nullableText,
  published_at: nullableText,
  account_id: nullableText,
  account_name: nullableText,
  account_status: z.enum(["connected", "needs_reconnect", "disabled", "disconnected"]).nullable(),
  state: z.enum(POST_STATES),
  gone_at: nullableText,
  gone_detail: nullableText,
  failures: z.number().nullable(),
  error_code: nullableText,
  error_detail: nullableText,
  failed_at: nullableText,
  retry_at: nullableText,
  freshness: z.enum(["fresh", "ageing", "stale", "cut"]).nullable(),
  measured_at: nullableText,
  source: nullableText,
  definition: nullableText,
  is_simulated: z.boolean().nullable(),
  ...counts,
  absent: absent.nullable(),
  ...rated,
});
export type PostHead = z.output<typeof postHead>;

export const postRow = postHead.extend({ source_name: nullableText });
export type PostRow = z.output<typeof postRow>;

/** What a number gained in a period and in the one before; `reason` says why a gain is unknown. */
export const gain = z.object({
  post_id: z.number(),
  gain: nullableText,
  previous_gain: nullableText,
  since: nullableText,
  is_new: z.boolean(),
  reason: z.enum(["absent", "not_since", "not_before", "redefined", "absent_before"]).nullable(),
});
export type Gain = z.output<typeof gain>;
