"use client";

import { lazy, useMemo, useState } from "react";
import { ChartFrame, type ChartWords } from "@/components/charts/chart-frame";
import { ChartTip } from "@/components/charts/chart-tip";
import { type HistoryInput, measured, readHistory } from "@/components/charts/history";
import { historyTable } from "@/components/charts/history-table";
import { describeHistory, historyTip, markText } from "@/components/charts/history-tip";
import { historyLegend, historyNotes } from "@/components/charts/history-words";
import { axisWidth, scalesOf } from "@/components/charts/plot";
import { PlotPlace } from "@/components/charts/plot-place";
import { PlotSurface } from "@/components/charts/plot-surface";
import { tellApart } from "@/components/charts/thin";
import { timeTicks, valueTicks } from "@/components/charts/ticks";
import { useWidth } from "@/components/charts/use-width";
import { dayRange } from "@/components/charts/zone-clock";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

const HistoryPlot = lazy(async () => ({
  default: (await import("@/components/charts/history-plot")).HistoryPlot,
}));
const RatePlot = lazy(async () => ({
  default: (await import("@/components/charts/rate-plot")).RatePlot,
}));

const NARROW_PX = 480;
const LOW_PX = 250;
const HIGH_PX = 330;
const RATE_PX = { low: 72, high: 88, words: 24 };
/** Until the width is known: what is said about how many are drawn keeps its place. */
const USUAL_WIDTH = 720;

/** One number of one post or account over time, with all that is known about how it was measured. */
export function HistoryChart({
  points,
  gaps,
  changes,
  restatements,
  rates,
  baseline,
  baselineLabel,
  timeZone,
  metricLabel,
  asOf,
  now: today = asOf,
  sub,
  ...words
}: HistoryInput &
  ChartWords & {
    timeZone: string;
    /** Whose numbers the grey line is. */
    baselineLabel?: string | undefined;
    /** "Views": names the value in the tooltip and the table. */
    metricLabel: string;
    /** ISO 8601. */
    asOf: string;
    /** When the page was made: times of its day go without the date. `asOf` when left out. */
    now?: string | undefined;
    /** Measure, cohort, as of; made from the points when left out. */
    sub?: string | undefined;
  }) {
  const input = useMemo(
    () => ({ points, gaps, changes, restatements, rates, baseline }),
    [points, gaps, changes, restatements, rates, baseline],
  );
  const history = useMemo(() => readHistory(input, asOf), [input, asOf]);
  const table = useMemo(
    () => historyTable(input, metricLabel, timeZone),
    [input, metricLabel, timeZone],
  );
  const at = useWidth();
  const width = at.width || USUAL_WIDTH;
  const [active, setActive] = useState<number | null>(null);
  const now = new Date(today);

  const { marks, extent } = history;
  const narrow = width < NARROW_PX;
  const most = Math.max(2, Math.round((width - 48) / (narrow ? 60 : 88)));
  const times = timeTicks(...extent, timeZone, most);
  const values = valueTicks(history.lowest, history.highest);
  const speeds = history.bars.map(({ perHour }) => perHour);
  const paces = valueTicks(Math.min(0, ...speeds), Math.max(0, ...speeds), {
    most: 2,
    whole: false,
  });
  const labels = [...values.ticks, ...paces.ticks].map(({ label }) => label);
  const room = {
    width,
    height: narrow ? LOW_PX : HIGH_PX,
    left: axisWidth(labels),
    right: 12,
    top: changes.length > 0 ? 40 : 24,
    bottom: 26,
  };
  const scales = scalesOf(room, extent, values.domain);
  const places = marks.map((mark) => ({
    mark,
    x: scales.x(mark.time),
    y: scales.y(mark.amount ?? 0),
  }));
  const total = marks.filter(measured).length;
  // Where dots stand in a row they keep a little room; a few close ones can be told apart by their rims.
  const crowded = total * (narrow ? 5.6 : 6.8) > width;
  const radius = crowded ? 2 : narrow ? 2.2 : 2.8;
  const dots = tellApart(
    places.filter(({ mark }) => measured(mark)),
    crowded ? 2 * radius + 1.2 : 2 * radius - 1,
    ({ mark }) => mark.restated !== undefined,
  );

  const range = dayRange(...extent, timeZone);
  const place = active === null ? undefined : places[active];
  const hasRates = history.bars.length > 0;
  const rateTitle = `${metricLabel} per hour`;
  const rateNote = `between two measurements${changes.length > 0 ? "; none across a definition change" : ""}`;
  return (
    <ChartFrame
      {...words}
      sub={
        sub ??
        `${metricLabel}, ${counted(total, "measurement")}, ${range} · as of ${moment(asOf, timeZone, now)}`
      }
      simulated={history.simulated}
      hasData={total > 0}
      height={room.height}
      table={table}
      timeZone={timeZone}
      legend={historyLegend(history, baselineLabel)}
      notes={historyNotes(history, { drawn: dots.length, total, timeZone, now })}
    >
      <PlotPlace
        place={at}
        low={LOW_PX + (hasRates ? RATE_PX.words + RATE_PX.low : 0)}
        high={HIGH_PX + (hasRates ? RATE_PX.words + RATE_PX.high : 0)}
      >
        <PlotSurface
          label={`${metricLabel} over time, ${counted(total, "measurement")}`}
          description={describeHistory(history, { metricLabel, timeZone, range, now })}
          places={places}
          textOf={(index) => markText(marks[index], { metricLabel, timeZone, now })}
          active={active}
          onActive={setActive}
        >
          <div data-plot="">
            <HistoryPlot
              history={history}
              dots={dots}
              room={room}
              scales={scales}
              times={times}
              values={values}
              active={place}
              radius={radius}
              narrow={narrow}
              timeZone={timeZone}
              now={now}
            />
          </div>
          {hasRates && (
            <>
              <p className="pt-1.5 pb-0.5 text-xs text-muted">
                <span className="font-semibold text-ink-2">{rateTitle}</span> {rateNote}
              </p>
              <div data-plot="" data-caption={`${rateTitle} ${rateNote}`}>
                <RatePlot
                  history={history}
                  room={{ ...room, height: narrow ? RATE_PX.low : RATE_PX.high, top: 6, bottom: 6 }}
                  paces={paces}
                  active={place}
                />
              </div>
            </>
          )}
          {place && (
            <ChartTip
              content={historyTip(place.mark, { metricLabel, timeZone, now })}
              x={place.x}
              y={place.y}
              room={room}
            />
          )}
        </PlotSurface>
      </PlotPlace>
    </ChartFrame>
  );
}
