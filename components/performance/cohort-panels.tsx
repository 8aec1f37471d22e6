import { BreakoutList } from "@/components/performance/breakout-list";
import { OutlierList } from "@/components/performance/outlier-list";
import type { PackedPoints } from "@/components/performance/packed-points";
import { PerformanceFigures } from "@/components/performance/performance-figures";
import { PointedReel } from "@/components/performance/pointed-reel";
import { PreviewCards } from "@/components/performance/preview-cards";
import { ReelScatter } from "@/components/performance/reel-scatter";
import type { ReelContext } from "@/components/performance/reel-table";
import { scatterTitle, tooFewWords } from "@/components/performance/reel-words";
import { reelsHref } from "@/components/performance/reels-address";
import { sortWords } from "@/components/performance/reels-panel";
import { moment } from "@/lib/format/time";
import type { ReelList } from "@/lib/reels/queries";
import type { Reel } from "@/lib/reels/reel";
import { BREAKOUT_SCORE } from "@/lib/reels/words";

/** What a cohort comes to: figures, the scatter with its breakouts, pictures, outliers. */
export function CohortPanels({
  answer,
  top,
  outliers,
  scatter,
  sources,
  ...context
}: ReelContext & {
  answer: ReelList;
  /** The highest scores. */
  top: Reel[];
  /** The largest outlier factors. */
  outliers: Reel[];
  /** Null when the points could not be read. */
  scatter: PackedPoints | null;
  sources: string[];
}) {
  const { query, sample, smallest, zone, now } = context;
  const { cohort, summary, items } = answer;
  const time = { at: cohort.ends_at, settled: sample || query.cohort !== undefined, zone, now };
  const shared = { summary, sample };
  return (
    <>
      <PerformanceFigures
        answer={answer}
        top={top.find((reel) => reel.performance_score !== null)}
        time={time}
      />
      <PointedReel>
        <div className="grid grid-cols-1 items-stretch gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
          <ReelScatter
            packed={scatter ?? NO_POINTS}
            sample={sample}
            title={scatterTitle(answer)}
            sub={`Percentiles within each platform, ${cohort.days} days. Shaded: high on both scales, where every breakout (score ${BREAKOUT_SCORE} or more) lies · ${sources.join(", ")} · as of ${moment(cohort.ends_at, zone, now)}`}
            fileName={`performance ${cohort.days}d`}
            simulated={!sample && cohort.parts.some(({ is_simulated }) => is_simulated)}
            timeZone={zone}
            asOf={now.toISOString()}
            {...stateOf(scatter, `${tooFewWords(cohort)}.`)}
          />
          <BreakoutList reels={top} {...shared} />
        </div>
      </PointedReel>
      <PreviewCards reels={items} sortedBy={sortWords(query)} sample={sample} smallest={smallest} />
      <OutlierList
        reels={outliers}
        href={`${reelsHref(query, { outliers_only: true, sort: "outlier", order: "desc" })}#all-reels`}
        {...shared}
      />
    </>
  );
}

const NO_POINTS: PackedPoints = {
  ranked: 0,
  unranked: 0,
  sampled_out: 0,
  in_zone: 0,
  breakouts: 0,
  columns: {
    post_id: [],
    platform: [],
    author: [],
    title: [],
    reel_url: [],
    views: [],
    views_per_hour: [],
    engagement_rate: [],
    views_per_hour_percentile: [],
    engagement_rate_percentile: [],
    performance_score: [],
    outlier_factor: [],
    measured_at: [],
    source_name: [],
    is_simulated: [],
  },
};

function stateOf(scatter: PackedPoints | null, tooFew: string) {
  if (scatter === null) {
    return {
      state: {
        kind: "error" as const,
        sentence:
          "The dots could not be read: something failed on our side. The table below has the same reels.",
      },
    };
  }
  if (scatter.ranked > 0) return {};
  return { state: { kind: "empty" as const, sentence: tooFew } };
}
