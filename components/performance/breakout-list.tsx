import { PointedRow } from "@/components/performance/pointed-reel";
import { reasonsOf } from "@/components/performance/reasons";
import { ReelBy } from "@/components/performance/reel-by";
import { ReelPicture } from "@/components/performance/reel-picture";
import { ReelTitle } from "@/components/performance/reel-title";
import { TextLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { counted, exactCount } from "@/lib/format/count";
import type { Reel, ReelAnswer } from "@/lib/reels/reel";
import { BREAKOUT_SCORE } from "@/lib/reels/words";

const MOST = 5;

/** The breakouts, each with its reasons; without any, who came closest. */
export function BreakoutList({
  reels,
  summary,
  sample,
}: {
  /** By score, the highest first. */
  reels: Reel[];
  summary: ReelAnswer["summary"];
  sample: boolean;
}) {
  const some = summary.breakouts > 0;
  const shown = reels
    .filter(({ status, performance_score }) =>
      some ? status === "breakout" : performance_score !== null,
    )
    .slice(0, MOST);
  const more = summary.breakouts - shown.length;
  return (
    <Panel className="flex flex-col">
      <PanelHead
        title={some || shown.length === 0 ? "Breakouts and why" : "No breakout: the closest"}
        sub={
          some || shown.length === 0
            ? `A score of ${BREAKOUT_SCORE} or more, the highest first`
            : `None scores ${BREAKOUT_SCORE} or more. The highest scores, and why`
        }
      />
      {shown.length === 0 ? (
        <EmptyState>Nothing is ranked here, so nothing can stand out.</EmptyState>
      ) : (
        <ol className="flex-1">
          {shown.map((reel, at) => (
            <PointedRow key={reel.post_id} post={reel.post_id}>
              <span className="w-4 flex-none text-right text-muted">{at + 1}</span>
              <ReelPicture id={reel.post_id} src={reel.thumbnail_url} look="h-8 w-11" />
              <div className="min-w-0 flex-1">
                <div className="line-clamp-2 font-strong">
                  <ReelTitle reel={reel} sample={sample} cover />
                </div>
                <ReelBy reel={reel} />
                <p className="mt-0.5 text-xs text-ink-2">
                  {reasonsOf(reel).slice(0, 3).join(" · ")}
                </p>
              </div>
              <span className={cx("flex-none font-semibold", some && "text-ember-text")}>
                <span className="sr-only">Score </span>
                {reel.performance_score?.toFixed(1)}
              </span>
            </PointedRow>
          ))}
        </ol>
      )}
      {some && (
        <PanelFooter className="mt-auto">
          {more > 0 ? (
            <TextLink href="#all-reels">{exactCount(more)} more in the table below</TextLink>
          ) : (
            `All ${counted(shown.length, "breakout")} of this cohort`.replace("All 1 ", "The one ")
          )}
        </PanelFooter>
      )}
    </Panel>
  );
}
