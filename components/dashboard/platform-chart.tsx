"use client";

import { lazy, useMemo, useState } from "react";
import { ChartFrame, type ChartWords } from "@/components/charts/chart-frame";
import { ChartTip } from "@/components/charts/chart-tip";
import { axisWidth, scalesOf } from "@/components/charts/plot";
import { PlotPlace } from "@/components/charts/plot-place";
import { PlotSurface } from "@/components/charts/plot-surface";
import { valueTicks } from "@/components/charts/ticks";
import { daysPerLabel } from "@/components/charts/trend";
import { useWidth } from "@/components/charts/use-width";
import { shortDay } from "@/components/charts/zone-clock";
import {
  PLATFORM_INKS,
  type PlatformDay,
  platformDayText,
  platformTable,
  platformTip,
  shownPlatforms,
  stackOf,
} from "@/components/dashboard/platform-days";
import { counted } from "@/lib/format/count";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

const PlatformBars = lazy(async () => ({
  default: (await import("@/components/dashboard/platform-bars")).PlatformBars,
}));

const NARROW_PX = 480;
const LOW_PX = 220;
const HIGH_PX = 264;

export type PlatformChartProps = ChartWords & {
  days: PlatformDay[];
  timeZone: string;
  sub: string;
  simulated: boolean;
  notes: string[];
};

/** Views gained day by day, each bar stacked by platform. */
export function PlatformChart({
  days,
  timeZone,
  sub,
  simulated,
  notes,
  ...words
}: PlatformChartProps) {
  const at = useWidth();
  const { width } = at;
  const [active, setActive] = useState<number | null>(null);
  const platforms = useMemo(() => shownPlatforms(days), [days]);
  const table = useMemo(() => platformTable(days), [days]);

  const ends = days.flatMap((day) => stackOf(day).map(({ to }) => to));
  const narrow = width < NARROW_PX;
  const values = valueTicks(Math.min(0, ...ends), Math.max(0, ...ends));
  const room = {
    width,
    height: narrow ? LOW_PX : HIGH_PX,
    left: axisWidth(values.ticks.map(({ label }) => label)),
    right: 8,
    top: 20,
    bottom: 26,
  };
  const scales = scalesOf(room, [0, days.length], values.domain);
  const most = Math.max(2, Math.floor((width - 40) / (narrow ? 68 : 80)));
  const step = daysPerLabel(days.length, most);
  const times = days.flatMap(({ day }, index) =>
    index % step === 0 ? [{ value: index + 0.5, label: shortDay(day, "UTC") }] : [],
  );
  const places = days.map((day, index) => ({
    x: scales.x(index + 0.5),
    y: Math.min(scales.y(0), ...stackOf(day).map(({ to }) => scales.y(to))),
  }));
  const [day, place] = active === null ? [] : [days[active], places[active]];
  const last = days.at(-1);
  const partial = days.find((each) => each.partial);
  const unmeasured = days.filter(({ views }) => views === null).length;
  const said = [
    partial && `${shortDay(partial.day, "UTC")} is still running.`,
    unmeasured > 0 &&
      `${unmeasured} of ${counted(days.length, "day")} without a known gain: unknown, not 0.`,
    ...notes,
    `Days from midnight to midnight in ${timeZone}.`,
  ];
  return (
    <ChartFrame
      {...words}
      sub={sub}
      simulated={simulated}
      hasData={days.some(({ views }) => views !== null)}
      height={room.height}
      table={table}
      timeZone={timeZone}
      legend={[
        ...platforms.map((each) => ({
          mark: "bar" as const,
          text: PLATFORM_NAMES[each],
          ink: PLATFORM_INKS[each],
        })),
        ...(unmeasured > 0 ? [{ mark: "unmeasured" as const, text: "Not measured" }] : []),
      ]}
      notes={said.filter((note) => typeof note === "string")}
    >
      <PlotPlace place={at} low={LOW_PX} high={HIGH_PX}>
        <PlotSurface
          label="Views gained by day"
          unit="day"
          description={`${sub}. ${counted(days.length, "day")}. ${last ? platformDayText(last, platforms) : ""}`}
          places={places}
          textOf={(index) => (days[index] ? platformDayText(days[index], platforms) : "")}
          active={active}
          onActive={setActive}
        >
          <div data-plot="">
            <PlatformBars
              days={days}
              room={room}
              scales={scales}
              times={times}
              values={values}
              active={active}
            />
          </div>
          {day && place && (
            <ChartTip content={platformTip(day, platforms)} {...place} room={room} />
          )}
        </PlotSurface>
      </PlotPlace>
    </ChartFrame>
  );
}
