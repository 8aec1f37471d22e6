import { type Ground, PlotGround } from "@/components/charts/plot-ground";
import { PLATFORM_INKS, type PlatformDay, stackOf } from "@/components/dashboard/platform-days";
import { compactCount } from "@/lib/format/count";

const MAX_BAR_PX = 40;
const BETWEEN_PX = 1.5;
/** From this room on the sum stands above its bar. */
const SUM_PX = 44;

/** A bar a day in the colours of its platforms; a running day is paler and dashed. */
export function PlatformBars({ days, ...ground }: Ground & { days: readonly PlatformDay[] }) {
  const { room } = ground;
  const { x, y } = ground.scales;
  const foot = y(0);
  const band = x(1) - x(0);
  const wide = Math.max(1, Math.min(MAX_BAR_PX, band * (band < 8 ? 0.8 : 0.62)));
  return (
    <PlotGround {...ground}>
      {days.map((day, index) => {
        const left = x(index + 0.5) - wide / 2;
        if (day.views === null) {
          return (
            <g key={day.day}>
              <rect
                x={x(index)}
                width={band}
                y={room.top}
                height={foot - room.top}
                fill="var(--chart-gap)"
              />
              <path
                d={`M${x(index)} ${foot - 1}H${x(index + 1)}`}
                stroke="var(--chart-6)"
                strokeWidth={1.5}
                strokeDasharray="2 3"
              />
            </g>
          );
        }
        const parts = stackOf(day);
        const top = Math.min(foot, ...parts.map(({ to }) => y(to)));
        return (
          <g key={day.day}>
            {parts.map(({ platform, from, to }) => (
              <Part
                key={platform}
                x={left}
                width={wide}
                ends={[y(from), y(to)]}
                ink={PLATFORM_INKS[platform]}
                partial={day.partial}
              />
            ))}
            {band >= SUM_PX && (
              <text
                x={x(index + 0.5)}
                y={top - 6}
                textAnchor="middle"
                fontSize={11}
                fill="var(--text-2)"
              >
                {compactCount(day.views)}
              </text>
            )}
          </g>
        );
      })}
    </PlotGround>
  );
}

function Part({
  x,
  width,
  ends,
  ink,
  partial,
}: {
  x: number;
  width: number;
  ends: [number, number];
  ink: string;
  partial: boolean;
}) {
  const top = Math.min(...ends);
  const height = Math.max(1, Math.abs(ends[0] - ends[1]) - BETWEEN_PX);
  if (!partial) return <rect x={x} y={top} width={width} height={height} rx={1} fill={ink} />;
  return (
    <>
      <rect x={x} y={top} width={width} height={height} fill={ink} opacity={0.55} />
      <rect
        x={x + 0.5}
        y={top + 0.5}
        width={Math.max(0, width - 1)}
        height={Math.max(0, height - 1)}
        fill="none"
        stroke={ink}
        strokeDasharray="3 2"
      />
    </>
  );
}
