import { type AsOfTime, DerivedAsOf } from "@/components/performance/as-of";
import { perHourText, tooFewWords } from "@/components/performance/reel-words";
import { TopPerformer } from "@/components/performance/top-performer";
import { Hint } from "@/components/ui/hint";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { Panel } from "@/components/ui/panel";
import { counted, exactCount } from "@/lib/format/count";
import { percentValue, ratioOf } from "@/lib/format/rate";
import type { Reel, ReelAnswer } from "@/lib/reels/reel";

/** A cohort in five figures, each with how many it rests on. */
export function PerformanceFigures({
  answer,
  top,
  time,
}: {
  answer: ReelAnswer;
  /** The highest score; undefined when nothing is ranked. */
  top: Reel | undefined;
  time: AsOfTime;
}) {
  const { summary, cohort } = answer;
  const { total, ranked, rates, factors, breakouts } = summary;
  const share = ratioOf(breakouts, ranked);
  const tooFew = `${tooFewWords(cohort)}.`;
  return (
    <Panel label="Key figures">
      <KeyFigures columns={5}>
        <KeyFigure
          label="Breakout share"
          value={share === null ? <Missing reason={tooFew} /> : percentValue(share, 1)}
          unit={share === null ? undefined : "%"}
          detail={
            share === null
              ? "needs a score"
              : `${exactCount(breakouts)} of ${exactCount(ranked)} score 95 or more`
          }
          source={
            <DerivedAsOf
              n={ranked}
              of={`with a score, ${exactCount(total - ranked)} without`}
              time={time}
              from="the scores, which are ours as well"
            />
          }
        />
        <KeyFigure
          label="Median engagement rate"
          value={
            summary.median_engagement_rate === null ? (
              <Missing reason="No reel has views, likes and comments." />
            ) : (
              percentValue(summary.median_engagement_rate, 2)
            )
          }
          unit={summary.median_engagement_rate === null ? undefined : "%"}
          detail="by views"
          source={
            <DerivedAsOf
              n={rates}
              of="with views, likes and comments"
              time={time}
              from="likes, comments, and saves or shares, over views"
            />
          }
        />
        <KeyFigure
          label="Median velocity"
          value={
            summary.median_views_per_hour === null ? (
              <Missing reason="No reel has views." />
            ) : (
              <Hint tip={`${summary.median_views_per_hour} views an hour.`}>
                {perHourText(summary.median_views_per_hour)}
              </Hint>
            )
          }
          unit={summary.median_views_per_hour === null ? undefined : "views/h"}
          detail="since publication"
          source={
            <DerivedAsOf
              n={total}
              of="with views"
              time={time}
              from="views and the hours from publishing to measuring"
            />
          }
        />
        <KeyFigure
          label="Median outlier factor"
          value={
            summary.median_outlier_factor === null ? (
              <Missing reason="There is no median to compare with: neither an author’s nor one of a platform’s reels here." />
            ) : (
              summary.median_outlier_factor.toFixed(2)
            )
          }
          unit={summary.median_outlier_factor === null ? undefined : "×"}
          detail={`${counted(summary.outliers, "reel")} at 3× or more`}
          source={
            <DerivedAsOf
              n={factors}
              of="with a factor"
              time={time}
              from="views over the author’s median at the same age, else over that of the cohort’s reels of its platform"
            />
          }
        />
        <TopPerformer
          reel={top}
          sample={cohort.is_sample}
          whyNone={tooFew}
          source={
            <DerivedAsOf
              n={ranked}
              of="with a score"
              time={time}
              from="percentiles of its cohort"
            />
          }
        />
      </KeyFigures>
    </Panel>
  );
}
