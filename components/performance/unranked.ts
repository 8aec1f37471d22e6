import { incompleteWords } from "@/components/performance/reasons";
import { counted } from "@/lib/format/count";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { Reel } from "@/lib/reels/reel";

type Ranked = "views" | "velocity" | "engagement" | "score";

/** Why a reel has no percentile or score: too few like it, or its rate is a lower bound. */
export function whyUnranked(reel: Reel, smallest: number, of: Ranked): string {
  const { n, engagement_n, platform } = reel;
  const name = PLATFORM_NAMES[platform];
  if (n < smallest) {
    return `${counted(n, "reel")} of ${name} can be compared with each other: too few to rank, ${smallest} are needed.`;
  }
  if (of === "engagement" || of === "score") {
    const incomplete = incompleteWords(reel);
    if (incomplete)
      return `The engagement rate is a lower bound, so it is not ranked. ${incomplete}`;
    if (engagement_n < smallest) {
      return `${counted(engagement_n, "reel")} of ${name} have a whole engagement rate: too few to rank, ${smallest} are needed.`;
    }
  }
  return "It was not ranked.";
}

/** Why a reel has no outlier factor. */
export function whyNoFactor({ n, platform }: Reel, smallest: number): string {
  if (n < smallest) {
    return `No baseline of the author at the same age, and only ${counted(n, "reel")} of ${PLATFORM_NAMES[platform]} to take a median of: ${smallest} are needed.`;
  }
  return "The median it would be compared with is 0 views.";
}
