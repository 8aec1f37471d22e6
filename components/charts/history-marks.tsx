import { type Mark, measured } from "@/components/charts/history";
import { HALO } from "@/components/charts/history-layers";
import type { MarkPlace } from "@/components/charts/history-plot";
import type { Room, Scale } from "@/components/charts/plot";
import { type Place, tellApart } from "@/components/charts/thin";
import { exactCount } from "@/lib/format/count";

const CROSS_PX = 8;

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
  const unknown = marks.filter((mark) => !measured(mark));
  const crosses = tellApart(
    unknown.map(({ time }) => ({ x: x(time), y: y(0) })),
    CROSS_PX,
  );
  return (
    <g {...(passing ? { "data-passing": "" } : {})}>
      {crosses.map((place) => (
        <Cross key={place.x} {...place} />
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

/** The account's median post at the same age, behind the line of this one. */
export function Baseline({ points }: { points: Place[] }) {
  const d = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  return <path d={d} fill="none" stroke="var(--chart-6)" strokeWidth={1.5} />;
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
