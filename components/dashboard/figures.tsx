import { DayLine } from "@/components/dashboard/day-line";
import { FigureChange } from "@/components/dashboard/figure-change";
import { DaySource, FollowerSource, GainSource } from "@/components/dashboard/figure-sources";
import { FIGURE_NAMES, whyNone, whyNotCompared } from "@/components/dashboard/figure-words";
import { Count } from "@/components/ui/count";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Panel } from "@/components/ui/panel";
import type { Figure, Totals } from "@/lib/dashboard/totals";
import { compactCount } from "@/lib/format/count";

/** The period in four figures, each beside the other days, with where and when it was measured. */
export function Figures({ totals, zone, now }: { totals: Totals; zone: string; now: Date }) {
  const [views, engagements, posts, followers] = totals.figures;
  const gains = <GainSource totals={totals} zone={zone} now={now} />;
  const days = totals.days;
  return (
    <Panel label="Key figures">
      <KeyFigures>
        <FigureCell
          figure={views}
          source={gains}
          series={days.map(({ views, partial }) => [views, partial])}
        />
        <FigureCell
          figure={engagements}
          source={gains}
          series={days.map(({ engagements, partial }) => [engagements, partial])}
        />
        <FigureCell
          figure={posts}
          source={<DaySource totals={totals} zone={zone} now={now} />}
          series={days.map(({ posts, partial }) => [String(posts), partial])}
        />
        <FigureCell
          figure={followers}
          source={<FollowerSource figure={followers} zone={zone} now={now} />}
          series={days.flatMap(({ followers, partial }) =>
            followers === null && days.length > 60 ? [] : [[followers, partial] as const],
          )}
        />
      </KeyFigures>
    </Panel>
  );
}

function FigureCell({
  figure,
  source,
  series,
}: {
  figure: Figure;
  source: React.ReactNode;
  series: (readonly [value: string | null, partial: boolean])[];
}) {
  const name = FIGURE_NAMES[figure.key];
  const known = series.flatMap(([value]) => value ?? []);
  const [first, last] = [known[0], known.at(-1)];
  return (
    <KeyFigure
      label={name}
      value={<Count value={figure.value} reason={whyNone(figure)} />}
      detail={
        figure.value === null
          ? whyNotCompared(figure)
          : (whyNotCompared(figure) ?? <FigureChange figure={figure} />)
      }
      source={source}
    >
      <DayLine
        points={series.map(([value, hollow]) => ({
          value: value === null ? null : Number(value),
          hollow,
        }))}
        label={
          first === undefined || last === undefined
            ? `${name} by day: not known`
            : `${name} by day: from ${compactCount(first)} to ${compactCount(last)}`
        }
        className="mt-1 h-8"
      />
    </KeyFigure>
  );
}
