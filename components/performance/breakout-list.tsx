import { PointedRow } from "@/components/performance/pointed-reel";
import { reasonsOf } from "@/components/performance/reasons";
import { ReelBy } from "@/components/performance/reel-by";
import { ReelPicture } from "@/components/performance/reel-picture";
import { ReelTitle } from "@/components/performance/reel-title";
import { TextLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { counted, exactCount } from "@/lib/format/count";
import type { Reel, ReelAnswer } from "@/lib/reels/reel";

const MOST = 5;

/** The highest scores of 95 or more, each with its reasons. */
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
  const shown = reels.filter(({ status }) => status === "breakout").slice(0, MOST);
  const more = summary.breakouts - shown.length;
  return (
    <Panel className="flex flex-col">
      <PanelHead
        title="Breakouts and why"
        sub="A score of 95 or more, the highest first. Compared with the median of this cohort’s reels of the platform where an author has no baseline"
      />
      {shown.length === 0 ? (
        <EmptyState>
          {summary.ranked === 0
            ? "Nothing is ranked here, so nothing can stand out."
            : "No reel scores 95 or more."}
        </EmptyState>
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
              <span className="flex-none font-semibold text-ember-text">
                <span className="sr-only">Score </span>
                {reel.performance_score?.toFixed(1)}
              </span>
            </PointedRow>
          ))}
        </ol>
      )}
      {more > 0 && (
        <PanelFooter className="mt-auto">
          <TextLink href="#all-reels">{exactCount(more)} more in the table below</TextLink>
        </PanelFooter>
      )}
      {more === 0 && shown.length > 0 && (
        <PanelFooter className="mt-auto">
          {`All ${counted(shown.length, "breakout")} of this cohort`.replace("All 1 ", "The one ")}
        </PanelFooter>
      )}
    </Panel>
  );
}
