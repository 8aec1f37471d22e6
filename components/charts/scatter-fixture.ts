import type { ReelPoint } from "@/lib/reels/point";

/** A reel at a place of both percentile axes, for tests. */
export function reel(
  postId: number,
  velocity: number,
  engagement: number,
  other: Partial<ReelPoint> = {},
): ReelPoint {
  return {
    post_id: postId,
    reel_url: "https://www.tiktok.com/@mossgarden.tools/video/1",
    platform: "tiktok",
    author: "@mossgarden.tools",
    title: "Rust off a 1950s shear",
    views: "35302",
    views_per_hour: 383.7,
    engagement_rate: 0.0839,
    views_per_hour_percentile: velocity,
    engagement_rate_percentile: engagement,
    performance_score: 0.55 * velocity + 0.45 * engagement,
    outlier_factor: 6.6,
    measured_at: "2026-11-21T07:32:00Z",
    source_name: "Apify",
    is_simulated: false,
    ...other,
  };
}
