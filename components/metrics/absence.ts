import type { Absence, Metric } from "@/lib/platforms/metric";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";

export const METRIC_NOUNS: Record<Metric, string> = {
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
  const [noun, name] = [METRIC_NOUNS[metric], PLATFORM_NAMES[on]];
  switch (absence) {
    case "not_offered":
      return `${name} does not offer ${noun} for this post.`;
    case "hidden":
      return metric === "comments"
        ? "The author hides comments or has turned them off."
        : `The author hides ${noun}.`;
    case "pending":
      return `${name} has not counted ${noun} yet. Measure it again later.`;
    case "permission":
      return `${name} shows ${noun} only to those who manage the post.`;
    case "gone":
      return `The post is gone, and its ${noun} with it.`;
    case "error":
      return `${name} gave an answer for ${noun} that could not be read.`;
    case "expired":
      return `This was removed after 30 days: ${name} allows no longer for accounts that are not connected. Measure it again for today's ${noun}.`;
    case undefined:
      return `${name} gave no ${noun}.`;
  }
}

type Counted = "likes" | "comments" | "shares" | "saves";

/** What an engagement rate of these numerators was counted without; null when nothing is missing in it. */
export function countedWithout<M extends Counted>(
  counts: Record<M, string | null>,
  absent: Partial<Record<string, Absence>> | null,
  on: PlatformId,
  numerators: readonly M[],
) {
  const without = numerators.filter((metric) => counts[metric] === null);
  if (without.length === 0) return null;
  const reasons = without.map((metric) => absenceSentence(metric, absent?.[metric], on));
  return `Counted without ${without.join(" and ")}. ${reasons.join(" ")}`;
}
