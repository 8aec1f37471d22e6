"use client";

import { lazy, useMemo, useState } from "react";
import { ChartFrame, type ChartWords } from "@/components/charts/chart-frame";
import { ChartTip } from "@/components/charts/chart-tip";
import type { LegendEntry } from "@/components/charts/legend";
import { axisWidth, scalesOf } from "@/components/charts/plot";
import { PlotPlace } from "@/components/charts/plot-place";
import { PlotSurface } from "@/components/charts/plot-surface";
import { tellApart } from "@/components/charts/thin";
import { valueTicks } from "@/components/charts/ticks";
import {
  daysPerLabel,
  MIN_PAIR_PX,
  readTrend,
  type TrendDay,
  trendTable,
} from "@/components/charts/trend";
import { dayText, trendTip } from "@/components/charts/trend-tip";
import { useWidth } from "@/components/charts/use-width";
import { shortDay } from "@/components/charts/zone-clock";
import { counted, exactCount } from "@/lib/format/count";

const TrendPlot = lazy(async () => ({
  default: (await import("@/components/charts/trend-plot")).TrendPlot,
}));

const NARROW_PX = 480;
/** Until the width is known: what is said about how many are drawn keeps its place. */
const USUAL_WIDTH = 720;
const LOW_PX = 220;
const HIGH_PX = 264;

/** Days side by side: what each brought as bars, or what it all came to as a line; before it in grey. */
export function TrendChart({
  days,
  kind,
  metricLabel,
  previousLabel = "Previous period",
  timeZone,
  sub,
  simulated = false,
  ...words
}: ChartWords & {
  days: readonly TrendDay[];
  /** `bars` for gains, `line` for totals. */
  kind: "bars" | "line";
  /** "Views gained": names the value in the tooltip, the legend and the table. */
  metricLabel: string;
  previousLabel?: string | undefined;
  /** The zone whose days these are; the footer names it. */
  timeZone: string;
  /** Measure, unit, cohort, as of. */
  sub: string;
  simulated?: boolean | undefined;
}) {
  const trend = useMemo(() => readTrend(days), [days]);
  const table = useMemo(
    () => trendTable(days, { metricLabel, previousLabel }),
    [days, metricLabel, previousLabel],
  );
  const at = useWidth();
  const width = at.width || USUAL_WIDTH;
  const [active, setActive] = useState<number | null>(null);

  const narrow = width < NARROW_PX;
  const values = valueTicks(trend.lowest, trend.highest);
  const room = {
    width,
    height: narrow ? LOW_PX : HIGH_PX,
    left: axisWidth(values.ticks.map(({ label }) => label)),
    right: 8,
    top: 12,
    bottom: 26,
  };
  const scales = scalesOf(room, [0, days.length], values.domain);
  const step = daysPerLabel(
    days.length,
    Math.max(2, Math.floor((width - 40) / (narrow ? 68 : 80))),
  );
  const times = days.flatMap(({ day }, index) => {
    if (index % step !== 0) return [];
    // A new year is named where it is first met.
    const year = days[index - step]?.day.slice(0, 4) ?? day.slice(0, 4);
    const named = day.startsWith(year) ? "" : ` ’${day.slice(2, 4)}`;
    return [{ value: index + 0.5, label: shortDay(day, "UTC") + named }];
  });
  const places = days.map((day, index) => ({
    day,
    x: scales.x(index + 0.5),
    y: scales.y(Math.max(0, Number(day.value ?? 0))),
  }));
  const known = places.filter(({ day }) => day.value !== null);
  const dots = tellApart(known, narrow ? 3.8 : 4.6);

  const partial = days.find((day) => day.partial);
  const unmeasured = days.length - known.length;
  const legend: (LegendEntry | false)[] = [
    { mark: kind === "bars" ? "bar" : "solid", text: metricLabel },
    trend.hasPrevious && {
      mark: kind === "line" || scales.x(1) - scales.x(0) < MIN_PAIR_PX ? "baseline" : "bar-before",
      text: previousLabel,
    },
    partial !== undefined && {
      mark: kind === "bars" ? "bar-partial" : "hollow",
      text: "Still running",
    },
    unmeasured > 0 && { mark: "unmeasured", text: "Not measured" },
  ];
  const notes = [
    partial && `${shortDay(partial.day, "UTC")} is still running. ${partial.note ?? ""}`.trim(),
    unmeasured > 0 &&
      `${counted(unmeasured, "day")} of ${exactCount(days.length)} without a measurement: unknown, not 0.`,
    kind === "line" &&
      dots.length < known.length &&
      `${exactCount(dots.length)} of ${exactCount(known.length)} drawn as dots, the line runs through all.`,
    `Days from midnight to midnight in ${timeZone}.`,
  ];
  const place = active === null ? undefined : places[active];
  const label = { metricLabel, previousLabel };
  const last = days.at(-1);
  return (
    <ChartFrame
      {...words}
      sub={sub}
      simulated={simulated}
      hasData={known.length > 0}
      height={room.height}
      table={table}
      timeZone={timeZone}
      legend={legend.filter((entry) => entry !== false)}
      notes={notes.filter((note) => typeof note === "string")}
    >
      <PlotPlace place={at} low={LOW_PX} high={HIGH_PX}>
        <PlotSurface
          label={`${metricLabel} by day`}
          description={`${sub}. ${counted(days.length, "day")}. ${last ? dayText(last, label) : ""}`}
          unit="day"
          places={places}
          textOf={(index) => (days[index] ? dayText(days[index], label) : "")}
          active={active}
          onActive={setActive}
        >
          <div data-plot="">
            <TrendPlot
              kind={kind}
              days={days}
              trend={trend}
              dots={dots}
              room={room}
              scales={scales}
              times={times}
              values={values}
              active={place}
            />
          </div>
          {place && (
            <ChartTip content={trendTip(place.day, label)} x={place.x} y={place.y} room={room} />
          )}
        </PlotSurface>
      </PlotPlace>
    </ChartFrame>
  );
}
