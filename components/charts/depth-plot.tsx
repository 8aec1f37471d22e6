import { Fragment } from "react";
import type { DepthBar } from "@/components/charts/depth-bars";
import type { Room, scalesOf } from "@/components/charts/plot";
import type { valueTicks } from "@/components/charts/ticks";
import { compactCount } from "@/lib/format/count";

const MAX_BAR_PX = 40;
const TICK = { fontSize: 11, fill: "var(--text-3)" };

/** Bars on a zero-based axis, each with its number above it. The one that adds up levels says so under it. */
export function DepthPlot({
  places,
  room,
  scales: { x, y },
  values,
  active,
}: {
  places: { bar: DepthBar; x: number; y: number }[];
  room: Room;
  scales: ReturnType<typeof scalesOf>;
  values: ReturnType<typeof valueTicks>;
  active: number | null;
}) {
  const band = x(1) - x(0);
  const wide = Math.min(MAX_BAR_PX, band * 0.74);
  const foot = y(0);
  const right = room.width - room.right;
  return (
    <svg width={room.width} height={room.height} aria-hidden="true" className="block">
      {values.ticks.map(({ value, label }) => (
        <Fragment key={value}>
          <path d={`M${room.left} ${y(value)}H${right}`} stroke="var(--chart-grid)" />
          <text x={room.left - 8} y={y(value) + 4} textAnchor="end" {...TICK}>
            {label}
          </text>
        </Fragment>
      ))}
      {active !== null && places[active] && (
        <rect
          data-passing=""
          x={places[active].x - band / 2}
          y={room.top}
          width={band}
          height={foot - room.top}
          fill="var(--hover)"
        />
      )}
      {places.map(({ bar, x: middle, y: top }, index) => {
        const many = bar.from !== bar.to;
        return (
          <g key={bar.from}>
            <rect
              x={middle - wide / 2}
              y={top}
              width={wide}
              height={foot - top}
              fill="var(--chart-1)"
            />
            <text
              x={middle}
              y={top - 5}
              textAnchor="middle"
              fontSize={11}
              fill={index === active ? "var(--text)" : "var(--text-2)"}
            >
              {compactCount(bar.comments)}
            </text>
            <text x={middle} y={room.height - 8} textAnchor="middle" {...TICK}>
              {many ? `${bar.from}+` : bar.from}
            </text>
          </g>
        );
      })}
      <path d={`M${room.left} ${foot}H${right}`} stroke="var(--chart-axis)" />
    </svg>
  );
}
