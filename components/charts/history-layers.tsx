import type { HistoryChange } from "@/components/charts/history";
import type { MarkPlace } from "@/components/charts/history-plot";
import {
  type Box,
  fitLines,
  placeLabel,
  type Room,
  type Scale,
  textWidth,
} from "@/components/charts/plot";
import type { Place } from "@/components/charts/thin";
import { shortDay } from "@/components/charts/zone-clock";
import { exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

/** Words over data keep a rim of the panel's colour. */
export const HALO = { stroke: "var(--panel)", strokeWidth: 3, paintOrder: "stroke" } as const;

/** The grounds of what was not measured, or with `written` the reasons that stand on them. */
export function GapGrounds({
  gaps,
  room,
  scales: { x },
  written,
}: {
  gaps: { from: number; to: number; reason: string }[];
  room: Room;
  scales: { x: Scale };
  written?: Place[];
}) {
  const bottom = room.height - room.bottom;
  return gaps.map(({ from, to, reason }) => {
    const [left, right] = [x(from), x(to)];
    const wide = right - left;
    if (!written) {
      return (
        <rect
          key={from}
          x={left}
          y={room.top}
          width={Math.max(1, wide)}
          height={bottom - room.top}
          fill="var(--chart-gap)"
        />
      );
    }
    const lines = gapLines(reason, wide);
    const near = written.filter((dot) => dot.x >= left - 1 && dot.x <= right + 1);
    // At the foot, unless the line runs through there.
    const low = near.some(({ y }) => y > bottom - 14 - 15 * lines.length);
    const first = low ? room.top + 16 : bottom - 11 - 15 * (lines.length - 1);
    return lines.map((line, index) => (
      <text
        key={`${from} ${line}`}
        x={(left + right) / 2}
        y={first + 15 * index}
        textAnchor="middle"
        stroke="var(--chart-gap)"
        strokeWidth={3}
        paintOrder="stroke"
        fontSize={index === 0 && line !== "no data" ? 12 : 11}
        fill={index === 0 ? "var(--text-2)" : "var(--text-3)"}
      >
        {line}
      </text>
    ));
  });
}

function gapLines(reason: string, wide: number): string[] {
  const said = fitLines(reason, wide - 8, 3);
  if (textWidth("Not measured", 12) <= wide - 8) return ["Not measured", ...said];
  return textWidth("no data") <= wide - 2 ? ["no data"] : [];
}

/** Where the platform redefined the number: a dashed line with what changed and when, as far as it fits. */
export function ChangeLines({
  changes,
  room,
  x,
  end,
  narrow,
  timeZone,
  now,
}: {
  changes: (HistoryChange & { time: number })[];
  room: Room;
  x: Scale;
  end: MarkPlace | undefined;
  narrow: boolean;
  timeZone: string;
  now: Date;
}) {
  const taken: Box[] = [];
  // The last value stands up there too when the line ends high.
  if (end?.mark.value && end.y < room.top + 24) {
    taken.push({ from: end.x - textWidth(exactCount(end.mark.value), 12, true), to: room.width });
  }
  return changes.map(({ time, label }) => {
    const at = x(time);
    const when = narrow ? shortDay(time, timeZone) : moment(new Date(time), timeZone, now);
    const [title, day] = [narrow ? "Definition changed" : label, when];
    const wide = Math.max(textWidth(title, 12, true), textWidth(day));
    const place = placeLabel(at, wide, { from: 0, to: room.width }, taken);
    if (place) taken.push(place);
    const inward = place && {
      x: place.anchor === "end" ? at - 8 : at + 8,
      textAnchor: place.anchor,
    };
    return (
      <g key={time}>
        <path
          d={`M${at} ${place ? 2 : room.top - 8}V${room.height - room.bottom}`}
          stroke="var(--text-2)"
          strokeDasharray="5 3"
        />
        {inward && (
          <>
            <text {...inward} {...HALO} y={12} fontSize={12} fontWeight={600} fill="var(--text)">
              {title}
            </text>
            <text {...inward} {...HALO} y={27} fontSize={11} fill="var(--text-3)">
              {day}
            </text>
          </>
        )}
      </g>
    );
  });
}
