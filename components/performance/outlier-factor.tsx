import { basisWords } from "@/components/performance/reasons";
import { whyNoFactor } from "@/components/performance/unranked";
import { cx } from "@/components/ui/cx";
import { Hint } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import type { Reel } from "@/lib/reels/reel";
import { factorText, factorWords } from "@/lib/reels/words";

/** "5.2×" with what it is told against. */
export function OutlierFactor({ reel, smallest }: { reel: Reel; smallest: number }) {
  const { outlier_factor: factor, baseline, is_outlier } = reel;
  if (factor === null || baseline === null) return <Missing reason={whyNoFactor(reel, smallest)} />;
  return (
    <Hint tip={`${factorWords(reel)}. ${basisWords(reel)}`}>
      <span className="inline-flex flex-col items-end leading-[18px]">
        <span className={cx(is_outlier && "font-strong")}>{factorText(factor)}</span>
        <span className="text-2xs/[14px] text-muted">
          of the {baseline.of === "author" ? "author" : "cohort"}
        </span>
      </span>
    </Hint>
  );
}
