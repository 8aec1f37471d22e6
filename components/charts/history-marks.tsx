import { type Mark, measured } from "@/components/charts/history";
import { HALO } from "@/components/charts/history-layers";
import type { MarkPlace } from "@/components/charts/history-plot";
import type { Room, Scale } from "@/components/charts/plot";
import { exactCount } from "@/lib/format/count";

/** Measurements: hollow under an old definition, solid since; a cross at the foot where no number came. */
export function Dots({
  dots,
  marks,
  scales: { x, y },
  radius,
  passing,
}: {
  dots: MarkPlace[];
  marks: Mark[];
  scales: { x: Scale; y: Scale };
  radius: number;
  /** Drawn only while it is pointed at: not part of an image. */
  passing?: boolean;
}) {
  return (
    <g {...(passing ? { "data-passing": "" } : {})}>
      {marks
        .filter((mark) => !measured(mark))
        .map(({ time }) => (
          <Cross key={time} x={x(time)} y={y(0)} />
        ))}
      {dots.map(({ mark, x: left, y: top }) => (
        <g key={mark.time}>
          {!measured(mark) ? (
            <Cross x={left} y={top} strong />
          ) : (
            <circle
              cx={left}
              cy={top}
              r={radius}
              fill={mark.old ? "var(--panel)" : "var(--chart-1)"}
              stroke={mark.old ? "var(--chart-1)" : "var(--panel)"}
              strokeWidth={mark.old ? 1.5 : passing ? 1.5 : 0}
            />
          )}
          {mark.restated && (
            <path
              d={`M${left - 4.5} ${top - 14}h9l-4.5 7z`}
              fill="var(--text-2)"
              stroke="var(--panel)"
              strokeWidth={1.5}
              paintOrder="stroke"
            />
          )}
        </g>
      ))}
    </g>
  );
}

function Cross({ x, y, strong = false }: { x: number; y: number; strong?: boolean }) {
  return (
    <path
      d={`M${x - 2.5} ${y - 8.5}l5 5m0-5l-5 5`}
      stroke={strong ? "var(--text)" : "var(--chart-6)"}
      strokeWidth={1.5}
    />
  );
}

/** The last value, written at its dot. */
export function EndLabel({ end: { mark, x, y }, room }: { end: MarkPlace; room: Room }) {
  if (mark.value === null) return null;
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r={4.5}
        fill={mark.old ? "var(--panel)" : "var(--chart-1)"}
        stroke={mark.old ? "var(--chart-1)" : "var(--panel)"}
        strokeWidth={1.5}
      />
      <text
        x={Math.min(x + 4, room.width)}
        y={y - (mark.restated ? 19 : 11)}
        textAnchor={x < 80 ? "start" : "end"}
        fontSize={12}
        fontWeight={600}
        fill="var(--text)"
        {...HALO}
      >
        {exactCount(mark.value)}
      </text>
    </>
  );
}

/** The guide of what is pointed at. */
export function Cursor({
  active,
  top,
  bottom,
}: {
  active: { x: number } | undefined;
  top: number;
  bottom: number;
}) {
  if (!active) return null;
  const d = `M${active.x} ${top}V${bottom}`;
  return <path data-passing="" d={d} stroke="var(--chart-axis)" strokeDasharray="1 3" />;
}
