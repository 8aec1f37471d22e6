"use client";

import { CartesianGrid, ComposedChart, XAxis, YAxis, ZIndexLayer } from "recharts";
import { valueTick } from "@/components/charts/axes";
import type { History } from "@/components/charts/history";
import { GapGrounds } from "@/components/charts/history-layers";
import { Cursor } from "@/components/charts/history-marks";
import { type Room, scalesOf } from "@/components/charts/plot";
import type { valueTicks } from "@/components/charts/ticks";

/** What came per hour between two measurements: each bar as wide as its time. */
export function RatePlot({
  history: { bars, gaps, changes, extent },
  room,
  paces,
  active,
}: {
  history: History;
  room: Room;
  paces: ReturnType<typeof valueTicks>;
  active: { x: number } | undefined;
}) {
  const { x, y } = scalesOf(room, extent, paces.domain);
  const bottom = room.height - room.bottom;
  return (
    <ComposedChart
      width={room.width}
      height={room.height}
      data={[]}
      margin={{ top: room.top, right: room.right, bottom: room.bottom, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid
        vertical={false}
        horizontalValues={paces.ticks.map(({ value }) => value)}
        stroke="var(--chart-grid)"
      />
      <XAxis dataKey="time" type="number" domain={extent} hide allowDataOverflow />
      <YAxis
        type="number"
        domain={paces.domain}
        ticks={paces.ticks.map(({ value }) => value)}
        interval={0}
        width={room.left}
        tickLine={false}
        axisLine={false}
        tick={valueTick(paces.ticks)}
        allowDataOverflow
      />
      <ZIndexLayer zIndex={-150}>
        <GapGrounds gaps={gaps} room={room} scales={{ x }} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={300}>
        {bars.map(({ from, to, perHour, old }) => {
          const wide = x(to) - x(from);
          // Parted by 1.5 px where there is room for it.
          const rim = wide < 4 ? 0 : 0.75;
          const [top, foot] = [Math.min(y(perHour), y(0)), Math.max(y(perHour), y(0))];
          return (
            <rect
              key={from}
              x={x(from) + rim}
              y={top}
              width={Math.max(0.75, wide - 2 * rim)}
              height={foot - top}
              fill="var(--chart-1)"
              opacity={old ? 0.82 : 1}
            />
          );
        })}
        <path d={`M${room.left} ${y(0)}H${room.width - room.right}`} stroke="var(--chart-axis)" />
        {changes.map(({ time }) => (
          <path
            key={time}
            d={`M${x(time)} 0V${bottom}`}
            stroke="var(--text-2)"
            strokeDasharray="5 3"
          />
        ))}
        <Cursor active={active} top={room.top} bottom={bottom} />
      </ZIndexLayer>
    </ComposedChart>
  );
}
