import { type Room, scalesOf, textWidth } from "@/components/charts/plot";
import type { Rect } from "@/components/charts/scatter-tip-place";
import type { View, zoneIn } from "@/components/charts/scatter-view";

type Zone = NonNullable<ReturnType<typeof zoneIn>>;

const LABEL = "Breakout zone";
const PAD = 8;

/** A part of the axes in px. */
export function rectOf(part: View, view: View, room: Room): Rect {
  const { x, y } = scalesOf(room, view.x, view.y);
  return { left: x(part.x[0]), right: x(part.x[1]), top: y(part.y[1]), bottom: y(part.y[0]) };
}

/** The dashed edge where the zone really ends; where the axes or the view cut it, it has none. */
export function ZoneEdge({
  zone: { part, left, bottom },
  view,
  room,
}: {
  zone: Zone;
  view: View;
  room: Room;
}) {
  const box = rectOf(part, view, room);
  const upright = left ? `M${box.left} ${box.top}V${box.bottom}` : "";
  const lying = bottom ? `M${box.left} ${box.bottom}H${box.right}` : "";
  return <path d={upright + lying} fill="none" stroke="var(--ember)" strokeDasharray="4 3" />;
}

/** Where the zone's name stands: inside its lower left, or below it where it is too small to hold it. */
function labelOf(box: Rect, room: Room, narrow: boolean) {
  const wide = textWidth(LABEL, 11, true);
  const across = box.right - box.left;
  const holds = across > wide + 2 * PAD && box.bottom - box.top > 40;
  if (holds && !(narrow && across < room.width / 2)) {
    return { x: box.left + PAD, y: box.bottom - PAD, inside: true, wide };
  }
  const below = box.bottom + 15;
  const fits = below <= room.height - room.bottom - 4;
  return fits ? { x: box.right, y: below, inside: false, wide } : null;
}

/** What a tip must leave free: the zone with its name. Nothing where the zone is most of what is seen. */
export function keptFree(zone: Zone, view: View, room: Room, narrow: boolean): Rect | null {
  const box = rectOf(zone.part, view, room);
  const most = (room.width - room.left - room.right) * (room.height - room.top - room.bottom);
  if ((box.right - box.left) * (box.bottom - box.top) > most / 3) return null;
  const label = labelOf(box, room, narrow);
  if (!label || label.inside) return box;
  return { ...box, left: Math.min(box.left, label.x - label.wide), bottom: label.y + 5 };
}

export function ZoneLabel({
  zone: { part },
  view,
  room,
  narrow,
}: {
  zone: Zone;
  view: View;
  room: Room;
  narrow: boolean;
}) {
  const label = labelOf(rectOf(part, view, room), room, narrow);
  if (!label) return null;
  return (
    <text
      x={label.x}
      y={label.y}
      textAnchor={label.inside ? "start" : "end"}
      fontSize={11}
      fontWeight={600}
      fill="var(--ember-text)"
      stroke={label.inside ? "var(--ember-soft)" : "var(--panel)"}
      strokeWidth={4}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {LABEL}
    </text>
  );
}
