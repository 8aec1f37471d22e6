import type { CountBucket } from "@/components/charts/bucket-words";
import type { Room, scalesOf } from "@/components/charts/plot";
import type { Tick, valueTicks } from "@/components/charts/ticks";

const MAX_BAR_PX = 40;
const HALF_LABEL = 20;

/** Counts of equal times as bars from zero, drawn for the room they have. */
export function BucketPlot({
  buckets,
  room,
  scales: { x, y },
  times,
  values,
  active,
}: {
  buckets: readonly CountBucket[];
  room: Room;
  scales: ReturnType<typeof scalesOf>;
  times: Tick[];
  values: ReturnType<typeof valueTicks>;
  active: number | null;
}) {
  const foot = y(0);
  const band = x(1) - x(0);
  const wide = Math.max(1, Math.min(MAX_BAR_PX, band * (band < 8 ? 0.8 : 0.74)));
  return (
    <svg width={room.width} height={room.height} aria-hidden="true" className="block">
      {values.ticks.map(({ value, label }) => (
        <g key={value}>
          <path
            d={`M${room.left} ${Math.round(y(value)) + 0.5}H${room.width - room.right}`}
            stroke="var(--chart-grid)"
          />
          <text
            x={room.left - 8}
            y={y(value) + 4}
            textAnchor="end"
            fontSize={11}
            fill="var(--text-3)"
          >
            {label}
          </text>
        </g>
      ))}
      {active !== null && (
        <rect
          data-passing=""
          x={x(active)}
          width={band}
          y={room.top}
          height={foot - room.top}
          fill="var(--hover)"
        />
      )}
      {buckets.map(({ at, posts, partial }, index) => {
        if (posts === 0) return null;
        const [left, top] = [x(index + 0.5) - wide / 2, y(posts)];
        const bar = { x: left, y: top, width: wide, height: foot - top };
        return (
          <g key={at}>
            <rect {...bar} fill="var(--chart-1)" opacity={partial ? 0.55 : 1} />
            {partial && (
              <rect
                {...bar}
                fill="none"
                stroke="var(--chart-1)"
                strokeDasharray="3 2"
                vectorEffect="non-scaling-stroke"
              />
            )}
          </g>
        );
      })}
      <path
        d={`M${room.left} ${foot + 0.5}H${room.width - room.right}`}
        stroke="var(--chart-axis)"
      />
      {times.map(({ value, label }) => {
        const at = x(value);
        const end = at + HALF_LABEL > room.width;
        return (
          <text
            key={value}
            x={end ? room.width : at}
            y={room.height - 7}
            textAnchor={end ? "end" : "middle"}
            fontSize={11}
            fill="var(--text-3)"
          >
            {label}
          </text>
        );
      })}
    </svg>
  );
}
