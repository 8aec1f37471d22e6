import { exactCount } from "@/lib/format/count";
import { ratioOf } from "@/lib/format/rate";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";
import type { Baseline, Reel } from "@/lib/reels/reel";

/** From this score on a short video is called a breakout, and below it never. */
export const BREAKOUT_SCORE = 95;

const GAP = "\u202f";

/** "Instagram reels": whose ranks are told together. */
export function cohortNoun(platform: PlatformId) {
  if (platform === "youtube") return "YouTube Shorts";
  return `${PLATFORM_NAMES[platform]} ${platform === "tiktok" ? "videos" : "reels"}`;
}

type Told = Pick<Reel, "outlier_factor" | "baseline" | "platform">;

/** The outlier factor with what it is told against, in the same words everywhere; null without one. */
export function factorWords({ outlier_factor, baseline, platform }: Told): string | null {
  if (outlier_factor === null || baseline === null) return null;
  const factor = factorText(outlier_factor);
  if (baseline.of === "author") {
    return `${factor} the author’s median at ${markText(baseline.hours)}, ${exactCount(baseline.n)} posts${interval(baseline)}`;
  }
  return `${factor} the median of ${exactCount(baseline.n)} ${cohortNoun(platform)} of any age`;
}

/** "5.2×", "3,511×"; a small one is not rounded to nothing. */
export function factorText(factor: number): string {
  if (factor >= 1000) return `${exactCount(Math.round(factor))}×`;
  return factor > 0 && factor < 0.05 ? "<0.1×" : `${factor.toFixed(1)}×`;
}

/** "24 h", "7 d": one of the ages at which posts are compared. */
export function markText(hours: number): string {
  return hours < 168 ? `${hours}${GAP}h` : `${hours / 24}${GAP}d`;
}

function interval({ own_views, low, high, confidence }: Extract<Baseline, { of: "author" }>) {
  const [least, most] = [ratioOf(own_views, high), ratioOf(own_views, low)];
  if (least === null) return "";
  const sure = `${Math.floor(confidence * 100)}${GAP}% interval`;
  if (most === null) return ` (${sure} from ${least.toFixed(1)}×)`;
  return ` (${sure} ${least.toFixed(1)} – ${most.toFixed(1)}×)`;
}
