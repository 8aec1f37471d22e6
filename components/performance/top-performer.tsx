import type { ReactNode } from "react";
import { ReelPicture } from "@/components/performance/reel-picture";
import { ReelTitle } from "@/components/performance/reel-title";
import { titleOf } from "@/components/performance/reel-words";
import { cx } from "@/components/ui/cx";
import { KeyFigure } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import type { Reel } from "@/lib/reels/reel";
import { factorText } from "@/lib/reels/words";

/** The reel with the highest score. */
export function TopPerformer({
  reel,
  sample,
  whyNone,
  source,
}: {
  reel: Reel | undefined;
  sample: boolean;
  whyNone: string;
  source: ReactNode;
}) {
  if (!reel || reel.performance_score === null) {
    return (
      <KeyFigure
        label="Top performer"
        value={<Missing reason={whyNone} />}
        detail="needs a score"
        source={source}
      />
    );
  }
  const { author, performance_score: score, outlier_factor: factor, status } = reel;
  return (
    <KeyFigure label="Top performer" source={source}>
      <div className="flex items-center gap-2.5">
        <ReelPicture id={reel.post_id} src={reel.thumbnail_url} look="h-9 w-[52px]" />
        <div className="min-w-0">
          <div className="truncate font-semibold" title={author ?? undefined}>
            {author ?? "Author not known"}
          </div>
          <div className="truncate text-xs text-ink-2" title={titleOf(reel)}>
            <ReelTitle reel={reel} sample={sample} />
          </div>
        </div>
      </div>
      <div className="mt-0.5 text-xs text-ink-2">
        <span
          className={cx("font-semibold", status === "breakout" ? "text-ember-text" : "text-ink")}
        >
          {score.toFixed(2)}
        </span>{" "}
        score{factor !== null && ` · ${factorText(factor)} outlier factor`}
      </div>
    </KeyFigure>
  );
}
