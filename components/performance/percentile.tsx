import { whyUnranked } from "@/components/performance/unranked";
import { Missing } from "@/components/ui/missing";
import type { Reel } from "@/lib/reels/reel";

/** One percentile of a reel, or why there is none. */
export function Percentile({
  reel,
  of,
  smallest,
}: {
  reel: Reel;
  of: "views" | "velocity" | "engagement";
  smallest: number;
}) {
  const value = {
    views: reel.views_percentile,
    velocity: reel.views_per_hour_percentile,
    engagement: reel.engagement_rate_percentile,
  }[of];
  if (value === null) return <Missing reason={whyUnranked(reel, smallest, of)} />;
  return <>{value.toFixed(1)}</>;
}
