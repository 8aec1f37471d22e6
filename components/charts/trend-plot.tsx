"use client";

import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from "recharts";
import { timeTick, valueTick } from "@/components/charts/axes";
import { GapGrounds } from "@/components/charts/history-layers";
import { Cursor } from "@/components/charts/history-marks";
import type { Room, scalesOf } from "@/components/charts/plot";
import type { Tick, valueTicks } from "@/components/charts/ticks";
import { MIN_PAIR_PX, type readTrend, type TrendDay } from "@/components/charts/trend";
import { TrendBars } from "@/components/charts/trend-bars";

type DayPlace = { day: TrendDay; x: number; y: number };

const STILL = { isAnimationActive: false, dot: false, activeDot: false, type: "linear" } as const;

/** Keeps a line legible on bars. */
const RIM = { stroke: "var(--panel)", strokeWidth: 4 } as const;

/** Days on a zero-based axis, drawn for the room they have. */
export function TrendPlot({
  kind,
  days,
  trend,
  dots,
  room,
  scales,
  times,
  values,
  active,
}: {
  kind: "bars" | "line";
  days: readonly TrendDay[];
  trend: ReturnType<typeof readTrend>;
  dots: DayPlace[];
  room: Room;
  scales: ReturnType<typeof scalesOf>;
  times: Tick[];
  values: ReturnType<typeof valueTicks>;
  active: DayPlace | undefined;
}) {
  const bars = kind === "bars";
  const band = scales.x(1) - scales.x(0);
  const lineBefore = !bars || band < MIN_PAIR_PX;
  const foot = scales.y(0);
  // What runs through a stretch without measurement, so that the words keep off it.
  const before = trend.rows.flatMap(({ slot, previous }) => {
    if (previous === null) return [];
    return [{ x: scales.x(slot), y: lineBefore ? scales.y(previous) : foot }];
  });
  return (
    <ComposedChart
      width={room.width}
      height={room.height}
      data={trend.rows}
      margin={{ top: room.top, right: room.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid
        vertical={false}
        horizontalValues={values.ticks.map(({ value }) => value)}
        stroke="var(--chart-grid)"
      />
      <XAxis
        dataKey="slot"
        type="number"
        domain={[0, days.length]}
        ticks={times.map(({ value }) => value)}
        interval={0}
        height={room.bottom}
        tickLine={false}
        axisLine={false}
        tick={timeTick(times, room.width)}
        allowDataOverflow
      />
      <YAxis
        type="number"
        domain={values.domain}
        ticks={values.ticks.map(({ value }) => value)}
        interval={0}
        width={room.left}
        tickLine={false}
        axisLine={false}
        tick={valueTick(values.ticks)}
        allowDataOverflow
      />
      <ZIndexLayer zIndex={-150}>
        <GapGrounds gaps={trend.unmeasured} room={room} scales={scales} />
      </ZIndexLayer>
      {!bars && (
        <Area
          {...STILL}
          dataKey="value"
          stroke="none"
          fill="var(--chart-1)"
          fillOpacity={0.1}
          baseValue={0}
        />
      )}
      {lineBefore && bars && <Line {...STILL} {...RIM} zIndex={640} dataKey="previous" />}
      {lineBefore && (
        <Line
          {...STILL}
          zIndex={bars ? 650 : 390}
          dataKey="previous"
          stroke="var(--chart-6)"
          strokeWidth={1.5}
        />
      )}
      {!bars && <Line {...STILL} dataKey="value" stroke="var(--chart-1)" strokeWidth={2} />}
      {!bars && (
        <Line
          {...STILL}
          dataKey="tail"
          stroke="var(--chart-1)"
          strokeWidth={2}
          strokeDasharray="3 3"
        />
      )}
      <ZIndexLayer zIndex={600}>
        {bars && <TrendBars days={days} scales={scales} band={band} />}
        <GapGrounds gaps={trend.unmeasured} room={room} scales={scales} written={before} />
        {trend.unmeasured.map(({ from, to }) => (
          <path
            key={from}
            d={`M${scales.x(from)} ${foot - 1}H${scales.x(to)}`}
            stroke="var(--chart-6)"
            strokeWidth={1.5}
            strokeDasharray="2 3"
          />
        ))}
        <path d={`M${room.left} ${foot}H${room.width - room.right}`} stroke="var(--chart-axis)" />
        <Cursor active={active} top={room.top} bottom={room.height - room.bottom} />
        {!bars && dots.map((dot) => <DayDot key={dot.day.day} {...dot} radius={2.8} />)}
        {!bars && active?.day.value && (
          <g data-passing="">
            <DayDot {...active} radius={4.5} />
          </g>
        )}
      </ZIndexLayer>
    </ComposedChart>
  );
}

function DayDot({ day, x, y, radius }: DayPlace & { radius: number }) {
  const hollow = day.partial;
  return (
    <circle
      cx={x}
      cy={y}
      r={radius}
      fill={hollow ? "var(--panel)" : "var(--chart-1)"}
      stroke={hollow ? "var(--chart-1)" : "var(--panel)"}
      strokeWidth={hollow || radius > 4 ? 1.5 : 0}
    />
  );
}
