"use client";

import { CartesianGrid, ComposedChart, Line, XAxis, YAxis, ZIndexLayer } from "recharts";
import { timeTick, valueTick } from "@/components/charts/axes";
import type { History, Mark } from "@/components/charts/history";
import { ChangeLines, GapGrounds } from "@/components/charts/history-layers";
import { Baseline, Cursor, Dots, EndLabel } from "@/components/charts/history-marks";
import type { Room, scalesOf } from "@/components/charts/plot";
import type { Tick, valueTicks } from "@/components/charts/ticks";

export type MarkPlace = { mark: Mark; x: number; y: number };

const LINE = { isAnimationActive: false, dot: false, activeDot: false, type: "linear" } as const;

/** The line with its dots, gaps and definition changes, zero-based, drawn for the room it has. */
export function HistoryPlot({
  history,
  dots,
  room,
  scales,
  times,
  values,
  active,
  radius,
  narrow,
  timeZone,
  now,
}: {
  history: History;
  dots: MarkPlace[];
  room: Room;
  scales: ReturnType<typeof scalesOf>;
  times: Tick[];
  values: ReturnType<typeof valueTicks>;
  active: MarkPlace | undefined;
  radius: number;
  narrow: boolean;
  timeZone: string;
  now: Date;
}) {
  const end = dots.at(-1);
  const baseline = history.baseline.map(({ time, amount }) => ({
    x: scales.x(time),
    y: scales.y(amount),
  }));
  const lines = [...dots, ...baseline];
  return (
    <ComposedChart
      width={room.width}
      height={room.height}
      data={history.rows}
      margin={{ top: room.top, right: room.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      throttleDelay="raf"
    >
      <CartesianGrid
        vertical={false}
        horizontalValues={values.ticks.map(({ value }) => value)}
        stroke="var(--chart-grid)"
      />
      <XAxis
        dataKey="time"
        type="number"
        domain={history.extent}
        ticks={times.map(({ value }) => value)}
        interval={0}
        height={room.bottom}
        tickLine={false}
        axisLine={{ stroke: "var(--chart-axis)" }}
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
        <GapGrounds gaps={history.gaps} room={room} scales={scales} />
      </ZIndexLayer>
      <Line {...LINE} dataKey="old" stroke="var(--chart-1)" strokeWidth={2} strokeOpacity={0.82} />
      <Line {...LINE} dataKey="current" stroke="var(--chart-1)" strokeWidth={2} />
      <ZIndexLayer zIndex={390}>
        <Baseline points={baseline} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={600}>
        {history.bridges.map(({ from, to }) => (
          <path
            key={from.time}
            d={`M${scales.x(from.time)} ${scales.y(from.amount)}L${scales.x(to.time)} ${scales.y(to.amount)}`}
            fill="none"
            stroke="var(--chart-6)"
            strokeWidth={1.5}
            strokeDasharray="2 4"
            strokeLinecap="round"
          />
        ))}
        <GapGrounds gaps={history.gaps} room={room} scales={scales} written={lines} />
        <ChangeLines
          changes={history.changes}
          room={room}
          x={scales.x}
          end={end}
          narrow={narrow}
          timeZone={timeZone}
          now={now}
        />
        <Cursor active={active} top={room.top} bottom={room.height - room.bottom} />
        <Dots dots={dots} marks={history.marks} scales={scales} radius={radius} />
        {end && <EndLabel end={end} room={room} />}
        {active && <Dots dots={[active]} marks={[]} scales={scales} radius={4.5} passing />}
      </ZIndexLayer>
    </ComposedChart>
  );
}
