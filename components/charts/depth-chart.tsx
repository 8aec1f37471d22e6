"use client";

import { lazy, useMemo, useState } from "react";
import { ChartFrame, type ChartWords } from "@/components/charts/chart-frame";
import type { ChartTableData } from "@/components/charts/chart-table-data";
import { ChartTip } from "@/components/charts/chart-tip";
import { type DepthBar, depthBars, type Level } from "@/components/charts/depth-bars";
import { axisWidth, scalesOf } from "@/components/charts/plot";
import { PlotPlace } from "@/components/charts/plot-place";
import { PlotSurface } from "@/components/charts/plot-surface";
import { valueTicks } from "@/components/charts/ticks";
import { useWidth } from "@/components/charts/use-width";
import { counted, exactCount } from "@/lib/format/count";
import { percent, ratioOf } from "@/lib/format/rate";

const DepthPlot = lazy(async () => ({
  default: (await import("@/components/charts/depth-plot")).DepthPlot,
}));

const NARROW_PX = 480;
const LOW_PX = 220;
const HIGH_PX = 264;
const LEAST_BAND_PX = 34;

/** How many comments stand how deep: a bar for each level, the deepest added up where there are too many. */
export function DepthChart({
  levels,
  sub,
  timeZone,
  simulated = false,
  notes = [],
  ...words
}: ChartWords & {
  /** Level 1 is at the top; a level without comments may be left out. */
  levels: readonly Level[];
  /** Measure, unit, cohort, as of. */
  sub: string;
  timeZone: string;
  simulated?: boolean | undefined;
  /** Caveats, a sentence each. */
  notes?: string[] | undefined;
}) {
  const at = useWidth();
  const { width } = at;
  const [active, setActive] = useState<number | null>(null);
  const total = levels.reduce((sum, { comments }) => sum + comments, 0);
  const table = useMemo(() => depthTable(levels, total), [levels, total]);

  const narrow = width < NARROW_PX;
  const room = {
    width,
    height: narrow ? LOW_PX : HIGH_PX,
    left: 36,
    right: 8,
    top: 20,
    bottom: 26,
  };
  const most = Math.max(3, Math.floor((width - 60) / (narrow ? 30 : LEAST_BAND_PX)));
  const bars = depthBars(levels, Math.min(24, most));
  const values = valueTicks(0, Math.max(0, ...bars.map(({ comments }) => comments)));
  room.left = axisWidth(values.ticks.map(({ label }) => label));
  const scales = scalesOf(room, [0, bars.length], values.domain);
  const places = bars.map((bar, index) => ({
    bar,
    x: scales.x(index + 0.5),
    y: scales.y(bar.comments),
  }));
  const last = bars.at(-1);
  const place = active === null ? undefined : places[active];
  const deeper = last &&
    last.from !== last.to && [
      `The last bar adds up levels ${exactCount(last.from)} to ${exactCount(last.to)}; the table has each.`,
    ];
  return (
    <ChartFrame
      {...words}
      sub={sub}
      simulated={simulated}
      hasData={total > 0}
      height={room.height}
      table={table}
      timeZone={timeZone}
      notes={[...(deeper || []), ...notes]}
    >
      <PlotPlace place={at} low={LOW_PX} high={HIGH_PX}>
        <PlotSurface
          label="Comments by level"
          description={`${sub}. ${counted(bars.length, "bar")}.`}
          unit="level"
          places={places}
          textOf={(index) => (bars[index] ? barText(bars[index], total) : "")}
          active={active}
          onActive={setActive}
        >
          <div data-plot="">
            <DepthPlot
              places={places}
              room={room}
              scales={scales}
              values={values}
              active={active}
            />
          </div>
          {place && (
            <ChartTip
              content={{
                title: levelText(place.bar),
                rows: [
                  {
                    label: "Comments",
                    value: <b className="font-semibold">{exactCount(place.bar.comments)}</b>,
                  },
                  { label: "Of all", value: shareText(place.bar.comments, total) },
                ],
                note: place.bar.to === 1 ? "They answer the post itself." : undefined,
              }}
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

function levelText({ from, to }: DepthBar) {
  return from === to
    ? `Level ${exactCount(from)}`
    : `Levels ${exactCount(from)} – ${exactCount(to)}`;
}

function shareText(comments: number, total: number) {
  const share = ratioOf(comments, total);
  return share === null ? "—" : percent(share, 1);
}

function barText(bar: DepthBar, total: number) {
  return `${levelText(bar)}: ${counted(bar.comments, "comment")}, ${shareText(bar.comments, total)} of all.`;
}

/** Every level, from the top down. */
function depthTable(levels: readonly Level[], total: number): ChartTableData {
  return {
    inOrder: true,
    columns: [
      { key: "level", header: "Level", type: "count" },
      { key: "value", header: "Comments", type: "count" },
      {
        key: "share",
        header: "Share of all comments",
        type: "number",
        show: (text) => percent(Number(text), 1),
      },
    ],
    rows: levels
      .toSorted((one, other) => one.depth - other.depth)
      .map(({ depth, comments }) => [
        String(depth),
        String(comments),
        String(ratioOf(comments, total) ?? 0),
      ]),
  };
}
