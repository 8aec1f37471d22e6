import { METRIC_NOUNS } from "@/components/metrics/absence";
import type { Metric } from "@/lib/platforms/metric";

/** "Views", "Video views": a metric as a heading. */
export function metricLabel(metric: Metric) {
  const noun = METRIC_NOUNS[metric];
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}

/** The metrics in the order people look for them. */
export const SHOWN_METRICS: Metric[] = [
  "views",
  "likes",
  "comments",
  "shares",
  "saves",
  "impressions",
  "reach",
  "clicks",
  "video_views",
];
