import type { MediaGroup, MetricRow } from "../meta/metric-row.ts";
import type { Metric } from "../metric.ts";

/** The same for every kind of post. Children of a carousel have no insights, and stories are not read. */
const ofAll = (...columns: Metric[]): Record<MediaGroup, Metric[]> => ({
  still: columns,
  video: columns,
  reel: columns,
});

/** Media insights as of v26.0. */
export const INSTAGRAM_METRICS: MetricRow[] = [
  {
    name: "views",
    columns: {
      still: ["views", "impressions"],
      video: ["views", "impressions", "video_views"],
      reel: ["views", "impressions", "video_views"],
    },
  },
  { name: "reach", columns: ofAll("reach") },
  { name: "likes", columns: ofAll("likes") },
  { name: "comments", columns: ofAll("comments") },
  { name: "saved", columns: ofAll("saves") },
  { name: "shares", columns: ofAll("shares") },
];

/** Plain fields that stand in where an insight has no number, by login. */
export const INSTAGRAM_FIELDS = {
  instagram_page:
    "id,like_count,comments_count,saved_count,shares_count,reposts_count,total_views_count",
  // The other counts are offered by Facebook Login only.
  instagram_user: "id,like_count,comments_count",
};
