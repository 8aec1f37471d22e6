import type { ComponentProps } from "react";
import type { Scale } from "@/components/charts/plot";
import { MIN_PAIR_PX, type TrendDay } from "@/components/charts/trend";

const MAX_BAR_PX = 40;
const BETWEEN_PX = 1.5;

/** A bar a day, the same day of the period before in grey at its left; a running day dashed. */
export function TrendBars({
  days,
  scales: { x, y },
  band,
}: {
  days: readonly TrendDay[];
  scales: { x: Scale; y: Scale };
  band: number;
}) {
  const paired = band >= MIN_PAIR_PX && days.some(({ previous }) => previous !== null);
  const room = Math.max(1, band * (band < MIN_PAIR_PX ? 0.8 : 0.74));
  const wide = Math.min(MAX_BAR_PX, paired ? (room - BETWEEN_PX) / 2 : room);
  return days.map(({ day, value, previous, partial }, index) => {
    const middle = x(index + 0.5);
    const left = paired ? middle + BETWEEN_PX / 2 : middle - wide / 2;
    const bar = value === null ? null : span(Number(value), y);
    const before = paired && previous !== null ? span(Number(previous), y) : null;
    return (
      <g key={day}>
        {before && (
          <Bar
            x={middle - BETWEEN_PX / 2 - wide}
            width={wide}
            {...before}
            fill="var(--chart-6)"
            opacity={0.75}
          />
        )}
        {bar && (
          <Bar x={left} width={wide} {...bar} fill="var(--chart-1)" opacity={partial ? 0.55 : 1} />
        )}
        {bar && partial && (
          <rect
            x={left + 0.5}
            width={Math.max(0, wide - 1)}
            y={bar.y + 0.5}
            height={Math.max(0, bar.height - 0.5)}
            fill="none"
            stroke="var(--chart-1)"
            strokeDasharray="3 2"
          />
        )}
      </g>
    );
  });
}

/** Gridlines do not show through: under what is half transparent lies the panel. */
function Bar({ fill, opacity, ...at }: ComponentProps<"rect">) {
  return (
    <>
      {opacity !== 1 && <rect {...at} fill="var(--panel)" />}
      <rect {...at} fill={fill} opacity={opacity} />
    </>
  );
}

function span(value: number, y: Scale) {
  const [top, foot] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
  return { y: top, height: foot - top };
}
