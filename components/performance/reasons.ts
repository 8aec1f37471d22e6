import { countedWithout } from "@/components/metrics/absence";
import { counted, exactCount } from "@/lib/format/count";
import { percent } from "@/lib/format/rate";
import { ABSENCES } from "@/lib/platforms/metric";
import type { Reel } from "@/lib/reels/reel";
import { cohortNoun, factorWords, markText } from "@/lib/reels/words";

/** From where on a rank is a reason: the breakout zone's edges, and the top tenth for views. */
const FAST = 80;
const ENGAGING = 70;
const SEEN = 90;

const GAP = "\u202f";

/** Why a reel stands out, strongest first, in words. None for one that does not. */
export function reasonsOf(reel: Reel): string[] {
  const { engagement_rate_percentile: engaging, views_per_hour_percentile: fast } = reel;
  const { views_percentile: seen, n, engagement_n } = reel;
  return [
    engaging !== null &&
      engaging >= ENGAGING &&
      `${top(engaging, engagement_n)} in engagement (${percent(reel.engagement_rate, 2)})`,
    fast !== null &&
      fast >= FAST &&
      `${top(fast, n)} in velocity (${exactCount(Math.round(reel.views_per_hour))} views/h)`,
    reel.is_outlier === true && factorWords(reel),
    seen !== null && seen >= SEEN && `${top(seen, n)} in views (${exactCount(reel.views)})`,
    reel.is_iqr_outlier === true && "Views far outside the usual spread",
    incompleteWords(reel),
  ].filter((reason) => typeof reason === "string");
}

/** Against what an outlier factor is told, and why not against the author; null without one. */
export function basisWords({ baseline, author, platform }: Reel): string | null {
  if (baseline === null) return null;
  const views = exactCount(Math.round(baseline.views));
  if (baseline.of === "author") {
    return `${counted(baseline.own_views, "view")} at ${markText(baseline.hours)} of age, the median of ${counted(baseline.n, "other post")} by the author: ${views}.`;
  }
  const why = author
    ? "Against the author it takes 5 other posts measured at the same age."
    : "The author is not known.";
  return `The median of the ${exactCount(baseline.n)} ${cohortNoun(platform)} of this cohort, whatever their age: ${views}. ${why}`;
}

/** What the engagement rate was counted without, and why; null when it is whole. */
export function incompleteWords({ is_whole, likes, comments, absent, platform }: Reel) {
  if (is_whole) return null;
  const known = Object.entries(absent).flatMap(([metric, given]) => {
    const absence = ABSENCES.find((each) => each === given);
    return absence ? [[metric, absence] as const] : [];
  });
  const counts = { likes, comments };
  return countedWithout(counts, Object.fromEntries(known), platform, ["likes", "comments"]);
}

/** A place among few is no top 1 %: of 20, the first is the top 5 %. */
function top(percentile: number, n: number) {
  return `Top ${Math.max(1, Math.ceil(100 - percentile), Math.ceil(100 / n))}${GAP}%`;
}
