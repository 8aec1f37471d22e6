import type { Metric } from "@/lib/platforms/metric";

export const METRIC_NAMES: Record<Metric, string> = {
  impressions: "Impressions",
  reach: "Reach",
  views: "Views",
  likes: "Likes",
  comments: "Comments",
  shares: "Shares",
  saves: "Saves",
  clicks: "Clicks",
  video_views: "Video views",
};
