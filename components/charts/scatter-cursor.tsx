import { type Room, scalesOf } from "@/components/charts/plot";
import type { ReelPlace } from "@/components/charts/scatter";
import type { Rect } from "@/components/charts/scatter-tip-place";

/** What follows the pointer, above the plot and apart from it: ring, guides, and the drawn rectangle. */
export function ScatterCursor({
  active,
  brush,
  room,
}: {
  active: ReelPlace | null;
  brush: Rect | null;
  room: Room;
}) {
  const foot = room.height - room.bottom;
  return (
    <svg
      width={room.width}
      height={room.height}
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 overflow-visible will-change-transform"
    >
      {active && <Pointed place={active} foot={foot} left={room.left} />}
      {brush && (
        <rect
          x={brush.left}
          y={brush.top}
          width={brush.right - brush.left}
          height={brush.bottom - brush.top}
          fill="var(--accent)"
          fillOpacity={0.14}
          stroke="var(--accent)"
          strokeWidth={1.5}
        />
      )}
    </svg>
  );
}

/** The mark once more, above those that cover it, with its ring and its place on both axes. */
function Pointed({
  place: { mark, x, y, radius },
  foot,
  left,
}: {
  place: ReelPlace;
  foot: number;
  left: number;
}) {
  const ring = radius + 3;
  const fill = mark.breakout ? "var(--ember)" : "var(--chart-dot)";
  return (
    <>
      <path
        d={`M${x} ${Math.min(foot, y + ring)}V${foot}M${Math.max(left, x - ring)} ${y}H${left}`}
        stroke="var(--text-3)"
        strokeDasharray="2 3"
      />
      <circle cx={x} cy={y} r={radius + 1.5} fill="var(--panel)" />
      <circle cx={x} cy={y} r={radius} fill={fill} />
      <circle cx={x} cy={y} r={ring} fill="none" stroke="var(--text)" strokeWidth={1.5} />
    </>
  );
}

/** The rectangle between two spots, kept inside the axes. */
export function brushRect(
  a: { x: number; y: number },
  b: { x: number; y: number },
  { left, right, top, bottom, width, height }: Room,
): Rect {
  const across = (x: number) => Math.max(left, Math.min(width - right, x));
  const down = (y: number) => Math.max(top, Math.min(height - bottom, y));
  return {
    left: across(Math.min(a.x, b.x)),
    right: across(Math.max(a.x, b.x)),
    top: down(Math.min(a.y, b.y)),
    bottom: down(Math.max(a.y, b.y)),
  };
}

/** The axes' values at a spot, for a rectangle or a place to zoom around. */
export function valuesAt(
  { x, y }: { x: number; y: number },
  view: { x: readonly [number, number]; y: readonly [number, number] },
  room: Room,
) {
  const { x: across, y: up } = scalesOf(room, view.x, view.y);
  const [left, right, foot, head] = [
    across(view.x[0]),
    across(view.x[1]),
    up(view.y[0]),
    up(view.y[1]),
  ];
  return {
    x: view.x[0] + ((x - left) / (right - left)) * (view.x[1] - view.x[0]),
    y: view.y[0] + ((y - foot) / (head - foot)) * (view.y[1] - view.y[0]),
  };
}
