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

/** Names the zone inside its lower left, or below it where it is too small to hold its name. */
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
  const box = rectOf(part, view, room);
  const wide = textWidth(LABEL, 11, true);
  const holds = box.right - box.left > wide + 2 * PAD && box.bottom - box.top > 40;
  const inside = holds && !(narrow && box.right - box.left < room.width / 2);
  const below = box.bottom + 15;
  if (!inside && below > room.height - room.bottom - 4) return null;
  return (
    <text
      x={inside ? box.left + PAD : box.right}
      y={inside ? box.bottom - PAD : below}
      textAnchor={inside ? "start" : "end"}
      fontSize={11}
      fontWeight={600}
      fill="var(--ember-text)"
      stroke={inside ? "var(--ember-soft)" : "var(--panel)"}
      strokeWidth={5}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {LABEL}
    </text>
  );
}
