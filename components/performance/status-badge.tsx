import { reasonsOf } from "@/components/performance/reasons";
import { whyUnranked } from "@/components/performance/unranked";
import { Badge } from "@/components/ui/badge";
import type { Reel } from "@/lib/reels/reel";

/** Only a score of 95 is a breakout: what lies in the zone without it is fast and engaging, and no more. */
export const STATUS_WORDS: Record<Reel["status"], string> = {
  breakout: "Breakout",
  zone: "High on both scales",
  outlier: "Outlier",
  usual: "Usual",
};

/** Where a reel stands in its cohort; on focus why. `withScore` shows its score instead of the word. */
export function StatusBadge({
  reel,
  smallest,
  withScore = false,
}: {
  reel: Reel;
  smallest: number;
  withScore?: boolean;
}) {
  const { status, performance_score: score } = reel;
  if (score === null && status === "usual") {
    return (
      <Badge kind="partial" tip={whyUnranked(reel, smallest, "score")}>
        Not ranked
      </Badge>
    );
  }
  const reasons = reasonsOf(reel);
  const why = reasons.length > 0 ? `${reasons.join(". ")}.` : "Nothing in it stands out.";
  return (
    <Badge
      kind={status === "breakout" ? "breakout" : "plain"}
      tip={withScore ? `${STATUS_WORDS[status]}. ${why}` : why}
    >
      {withScore && score !== null ? `Score ${score.toFixed(2)}` : STATUS_WORDS[status]}
    </Badge>
  );
}
