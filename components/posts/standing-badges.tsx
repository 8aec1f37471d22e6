import { reasonsOf } from "@/components/performance/reasons";
import { STATUS_WORDS } from "@/components/performance/status-badge";
import type { Outlier } from "@/components/posts/standing-outlier";
import { cohortWords } from "@/components/posts/standing-words";
import { Badge } from "@/components/ui/badge";
import type { Standing } from "@/lib/reels/queries";

/** Beside the title: what a post is among its like. Nothing for a usual one. */
export function StandingBadges({
  standing,
  outlier,
}: {
  standing: Standing | null;
  outlier: Outlier | null;
}) {
  const status = standing?.reel.status;
  const why = standing && `${reasonsOf(standing.reel).join(". ")}. Of ${cohortWords(standing)}.`;
  return (
    <>
      {status === "breakout" && why && (
        <Badge kind="breakout" tip={why}>
          Breakout
        </Badge>
      )}
      {status === "zone" && why && <Badge tip={why}>{STATUS_WORDS.zone}</Badge>}
      {outlier?.isOutlier && (
        <Badge tip={`${outlier.basis}.`}>Outlier {outlier.factor.toFixed(1)}×</Badge>
      )}
    </>
  );
}
