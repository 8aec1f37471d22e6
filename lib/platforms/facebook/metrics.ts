import type { MetricRow } from "../meta/metric-row.ts";

/** Post insights under the names that are left since 2026-06-15. */
export const FACEBOOK_METRICS: MetricRow[] = [
  {
    name: "post_media_view",
    columns: {
      still: ["views", "impressions"],
      video: ["views", "impressions"],
      reel: ["views", "impressions"],
    },
  },
  {
    name: "post_total_media_view_unique",
    columns: { still: ["reach"], video: ["reach"], reel: ["reach"] },
  },
  { name: "post_clicks", columns: { still: ["clicks"], video: ["clicks"], reel: ["clicks"] } },
  {
    name: "post_video_views",
    columns: { video: ["video_views"], reel: ["video_views"] },
    optional: true,
  },
];

const SUMMARY = "limit(0).summary(total_count)";

/** Who reacted or commented takes a permission of its own: without it the second set is asked. */
export const FACEBOOK_FIELDS = [`id,shares,reactions.${SUMMARY},comments.${SUMMARY}`, "id,shares"];

/** Of a reel that is known as a video alone. */
export const REEL_FIELDS = `id,comments.${SUMMARY}`;
