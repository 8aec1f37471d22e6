import type { Absence, Metric } from "@/lib/platforms/metric";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";

const NOUNS: Record<Metric, string> = {
  impressions: "impressions",
  reach: "reach",
  views: "views",
  likes: "likes",
  comments: "comments",
  shares: "shares",
  saves: "saves",
  clicks: "clicks",
  video_views: "video views",
};

/** Why a number of a measured post is missing, as a sentence. */
export function absenceSentence(metric: Metric, absence: Absence | undefined, on: PlatformId) {
  const [noun, name] = [NOUNS[metric], PLATFORM_NAMES[on]];
  switch (absence) {
    case "not_offered":
      return `${name} does not offer ${noun} for this post.`;
    case "hidden":
      return metric === "comments"
        ? "The author hides comments or has turned them off."
        : `The author hides ${noun}.`;
    case "pending":
      return `${name} has not counted ${noun} yet. Run the job again later.`;
    case "permission":
      return `${name} shows ${noun} only to those who manage the post.`;
    case "gone":
      return `The post is gone, and its ${noun} with it.`;
    case "error":
      return `${name} gave an answer for ${noun} that could not be read.`;
    case "expired":
      return `This was removed after 30 days: ${name} allows no longer for accounts that are not connected. Run the job again for today's ${noun}.`;
    case undefined:
      return `${name} gave no ${noun}.`;
  }
}

/** What an engagement rate was counted without; null when nothing is missing in it. */
export function countedWithout(
  counts: { likes: string | null; comments: string | null },
  absent: Record<string, Absence> | null,
  on: PlatformId,
) {
  const without = (["likes", "comments"] as const).filter((metric) => counts[metric] === null);
  if (without.length === 0) return null;
  const reasons = without.map((metric) => absenceSentence(metric, absent?.[metric], on));
  return `Counted without ${without.join(" and ")}. ${reasons.join(" ")}`;
}
