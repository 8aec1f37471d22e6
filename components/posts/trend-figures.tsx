import { METRIC_NOUNS } from "@/components/metrics/absence";
import { ChangeWords } from "@/components/metrics/change-words";
import { DerivedBadge } from "@/components/metrics/derived-badge";
import { bestDay, shortRangeText, whyNoComparison } from "@/components/posts/trend-words";
import { Hint } from "@/components/ui/hint";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { Panel } from "@/components/ui/panel";
import { signed } from "@/lib/format/change";
import { compactCount, exactCount } from "@/lib/format/count";
import { calendarDay } from "@/lib/format/time";
import type { Trend } from "@/lib/posts/trends";

/** A period in four numbers: what it brought, what there is now, its best day, how well it was measured. */
export function TrendFigures({ trend }: { trend: Trend }) {
  const { metric, gain, previous_gain, total, previous_total, days } = trend;
  const noun = METRIC_NOUNS[metric];
  const best = bestDay(trend);
  const nothing = <Missing reason={`No ${noun} were measured in these days.`} />;
  const whyNot = whyNoComparison(trend);
  const before = shortRangeText(days[0]?.previous_day ?? "", days.at(-1)?.previous_day ?? "");
  return (
    <Panel label="Key figures">
      <KeyFigures>
        <KeyFigure
          label={`Gained in ${days.length} days`}
          value={
            gain === null ? (
              nothing
            ) : (
              <Hint tip={`${signed(gain, exactCount)} ${noun}.`}>{signed(gain)}</Hint>
            )
          }
          detail={
            whyNot ?? (
              <>
                <ChangeWords value={gain} before={previous_gain} />
                {days.some(({ partial }) => partial) && ", today still running"}
              </>
            )
          }
          source={
            <>
              <span>beside {before}</span>
              <DerivedBadge from="each post’s own measurements" />
            </>
          }
        />
        <KeyFigure
          label="Total"
          value={
            total === null ? (
              nothing
            ) : (
              <Hint tip={`${exactCount(total)} ${noun}, the newest number of each post.`}>
                {compactCount(total)}
              </Hint>
            )
          }
          detail={
            // What is new to us is no growth.
            whyNot === null &&
            trend.entered === null && <ChangeWords value={total} before={previous_total} />
          }
          source={
            <>
              <span>
                newest number of each post
                {trend.entered !== null &&
                  `; ${compactCount(trend.entered)} came in these days without being a gain`}
              </span>
              <DerivedBadge from="each post’s own measurements" />
            </>
          }
        />
        <KeyFigure
          label="Best day"
          value={
            best ? <Hint tip={signed(best.gain, exactCount)}>{signed(best.gain)}</Hint> : nothing
          }
          detail={best && calendarDay(best.day, "UTC")}
        />
        <KeyFigure
          label="Days measured"
          value={exactCount(trend.measured_days)}
          unit={`of ${days.length}`}
          detail={`before: ${exactCount(trend.previous_measured_days)} of ${days.length}`}
        />
      </KeyFigures>
    </Panel>
  );
}
