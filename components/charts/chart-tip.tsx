import type { ReactNode } from "react";

const WIDE = 256;
const OFF = 14;

export type TipRow = { label: string; value: ReactNode };
export type TipContent = {
  title: string;
  badges?: ReactNode | undefined;
  rows: TipRow[];
  note?: string | undefined;
  source?: string | undefined;
};

/** The exact numbers of one mark, beside it and never over it. It can be pointed at itself. */
export function ChartTip({
  content: { title, badges, rows, note, source },
  x,
  y,
  room,
}: {
  content: TipContent;
  x: number;
  y: number;
  room: { width: number; height: number };
}) {
  const beside = room.width >= 2 * WIDE;
  const right = x + OFF + WIDE <= room.width;
  const left = beside
    ? x + (right ? OFF : -OFF - WIDE)
    : Math.max(0, Math.min(room.width - WIDE, x - WIDE / 2));
  // Without room beside the mark it stands above or below it.
  const above = beside ? y > room.height / 2 : y > room.height / 3;
  const top = y + (beside ? 0 : above ? -OFF : OFF);
  return (
    <div
      aria-hidden="true"
      onPointerMove={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      className="absolute z-30 w-64 rounded-lg bg-raised px-3 py-2.5 text-xs shadow-pop select-text"
      style={{ left, top, translate: above ? "0 -100%" : undefined }}
    >
      <p className="flex flex-wrap items-center gap-1.5 font-semibold">
        {title}
        {badges}
      </p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-[3px]">
        {rows.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0 text-right">{value}</dd>
          </div>
        ))}
      </dl>
      {note && <p className="mt-1.5 text-ink-2">{note}</p>}
      {source && <p className="mt-1.5 text-muted">{source}</p>}
    </div>
  );
}
