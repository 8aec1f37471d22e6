import { heatValue } from "@/components/charts/heat-scale";
import { aheadText, whenText, whyNoBest } from "@/components/reports/times-words";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { Panel } from "@/components/ui/panel";
import { counted } from "@/lib/format/count";
import type { Best, BestTimes } from "@/lib/reports/best-times";

/** The best weekday and hour, the best weekday, the best hour: each only with enough evidence. */
export function TimesFigures({ times }: { times: BestTimes }) {
  const figures = [
    ["weekday and hour", times.best],
    ["weekday", times.best_weekday],
    ["hour", times.best_hour],
  ] as const;
  return (
    <Panel label="Best times">
      <KeyFigures columns={3}>
        {figures.map(([what, best]) => (
          <KeyFigure
            key={what}
            label={`Best ${what}`}
            value={best ? whenText(best) : <Missing reason={whyNoBest(times, what)} />}
            detail={best ? evidence(best, times.measure) : whyNoBest(times, what)}
            source={best && <span>{restWords(best, times.measure)}</span>}
          />
        ))}
      </KeyFigures>
    </Panel>
  );
}

function evidence(best: Best, measure: BestTimes["measure"]) {
  return `Median ${heatValue(measure, best.value)} of ${counted(best.measured, "post")}, ${aheadText(best, measure)}`;
}

function restWords({ above, measured, rest, rest_measured }: Best, measure: BestTimes["measure"]) {
  return `${above} of ${measured} lie above ${heatValue(measure, rest)}, the median of the other ${counted(rest_measured, "post")}`;
}
