"use client";

import { lazy, type ReactNode, useMemo, useState } from "react";
import { ChartFrame, type ChartWords } from "@/components/charts/chart-frame";
import { ChartTip } from "@/components/charts/chart-tip";
import {
  type HeatCell,
  heatHeight,
  hourText,
  placeHeat,
  TURNED_PX,
  WEEKDAYS,
} from "@/components/charts/heat";
import { HeatLegend } from "@/components/charts/heat-legend";
import {
  type HeatMeasure,
  heatCuts,
  heatValue,
  MEASURE_NAMES,
} from "@/components/charts/heat-scale";
import { HeatSurface } from "@/components/charts/heat-surface";
import { heatTable } from "@/components/charts/heat-table";
import { PlotPlace } from "@/components/charts/plot-place";
import { useWidth } from "@/components/charts/use-width";
import { counted } from "@/lib/format/count";

const HeatPlot = lazy(async () => ({
  default: (await import("@/components/charts/heat-plot")).HeatPlot,
}));

const USUAL_WIDTH = 900;

/** Weekdays and hours, each with its value and the number of posts behind it. */
export function HeatChart({
  cells,
  measure,
  median,
  fewest,
  best,
  timeZone,
  sub,
  simulated,
  notes,
  choice,
  ...words
}: ChartWords & {
  cells: readonly HeatCell[];
  measure: HeatMeasure;
  /** Of all posts: the middle of the scale of rates. */
  median: number | null;
  /** Under so many measured posts a cell has no value. */
  fewest: number;
  best: { weekday: number | null; hour: number | null } | null;
  timeZone: string;
  sub: string;
  simulated: boolean;
  notes: string[];
  /** Above the grid: by what it measures. */
  choice?: ReactNode | undefined;
}) {
  const at = useWidth();
  const { width } = at;
  const [active, setActive] = useState<number | null>(null);
  const table = useMemo(() => heatTable(cells, measure, fewest), [cells, measure, fewest]);
  const layout = useMemo(() => placeHeat(cells, width), [cells, width]);
  const cuts = heatCuts(measure, median);
  const height = heatHeight(width || USUAL_WIDTH);
  const start = Math.max(
    0,
    cells.findIndex(
      best
        ? ({ weekday, hour }) => weekday === best.weekday && hour === best.hour
        : ({ value }) => value !== null,
    ),
  );
  const place = active === null ? undefined : layout.places[active];
  return (
    <ChartFrame
      {...words}
      sub={sub}
      simulated={simulated}
      hasData={cells.some(({ posts }) => posts > 0)}
      height={height}
      table={table}
      timeZone={timeZone}
      notes={notes}
    >
      {choice && <div className="-mx-3.5 md:-mx-4">{choice}</div>}
      <PlotPlace place={at} low={heatHeight(0)} high={heatHeight(TURNED_PX)} from={TURNED_PX}>
        <HeatSurface
          label={`${MEASURE_NAMES[measure]} by weekday and hour`}
          description={`${sub}.`}
          places={layout.places}
          turned={layout.turned}
          textOf={(index) => (cells[index] ? cellWords(cells[index], measure, fewest) : "")}
          start={start}
          active={active}
          onActive={setActive}
        >
          <div data-plot="">
            <HeatPlot
              layout={layout}
              measure={measure}
              cuts={cuts}
              best={best}
              active={place}
              width={width}
              height={height}
            />
          </div>
          {place && (
            <ChartTip
              content={tipOf(place.cell, measure, fewest)}
              x={place.x + place.width / 2}
              y={place.y + place.height / 2}
              room={{ width, height }}
            />
          )}
        </HeatSurface>
      </PlotPlace>
      <HeatLegend measure={measure} cuts={cuts} fewest={fewest} hasBest={best !== null} />
    </ChartFrame>
  );
}

const timeOf = ({ weekday, hour }: HeatCell) =>
  `${WEEKDAYS[weekday - 1]}, ${hourText(hour)} – ${hourText(hour).slice(0, 2)}:59`;

function cellWords(cell: HeatCell, measure: HeatMeasure, fewest: number) {
  const { value, measured } = cell;
  const posts = counted(measured, "measured post");
  return value === null
    ? `${timeOf(cell)}: no evidence, ${posts}, ${fewest} are needed`
    : `${timeOf(cell)}: ${heatValue(measure, value)}, ${posts}`;
}

function tipOf(cell: HeatCell, measure: HeatMeasure, fewest: number) {
  const { value, posts, measured } = cell;
  return {
    title: timeOf(cell),
    rows: [
      { label: MEASURE_NAMES[measure], value: value === null ? "—" : heatValue(measure, value) },
      { label: "Posts measured", value: String(measured) },
      { label: "Posts published", value: String(posts) },
    ],
    ...(value === null && { note: `No evidence: ${fewest} measured posts are needed.` }),
  };
}
