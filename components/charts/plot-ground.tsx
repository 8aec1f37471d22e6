import type { ReactNode } from "react";
import type { Room, scalesOf } from "@/components/charts/plot";
import type { Tick, valueTicks } from "@/components/charts/ticks";

const HALF_LABEL = 20;
const LABEL = { fontSize: 11, fill: "var(--text-3)" };

export type Ground = {
  room: Room;
  scales: ReturnType<typeof scalesOf>;
  times: Tick[];
  values: ReturnType<typeof valueTicks>;
  /** The place that is lit. */
  active: number | null;
};

/** What bars of equal times stand on: lines of values, the place that is lit, the foot, and times. */
export function PlotGround({
  room,
  scales: { x, y },
  times,
  values,
  active,
  children,
}: Ground & { children: ReactNode }) {
  return (
    <svg width={room.width} height={room.height} aria-hidden="true" className="block">
      {values.ticks.map(({ value, label }) => (
        <g key={value}>
          <path
            d={`M${room.left} ${Math.round(y(value)) + 0.5}H${room.width - room.right}`}
            stroke="var(--chart-grid)"
          />
          <text {...LABEL} x={room.left - 8} y={y(value) + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {active !== null && (
        <rect
          data-passing=""
          x={x(active)}
          width={x(1) - x(0)}
          y={room.top}
          height={room.height - room.top - room.bottom}
          fill="var(--hover)"
        />
      )}
      {children}
      <path
        d={`M${room.left} ${Math.round(y(0)) + 0.5}H${room.width - room.right}`}
        stroke="var(--chart-axis)"
      />
      {times.map(({ value, label }) => {
        const end = x(value) + HALF_LABEL > room.width;
        return (
          <text
            {...LABEL}
            key={value}
            x={end ? room.width : x(value)}
            y={room.height - 7}
            textAnchor={end ? "end" : "middle"}
          >
            {label}
          </text>
        );
      })}
    </svg>
  );
}
