import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** Up to five KeyFigures in one panel, two by two on phones. */
export function KeyFigures({
  columns = 4,
  children,
}: {
  columns?: 3 | 4 | 5 | undefined;
  children: ReactNode;
}) {
  const five = "md:grid-cols-3 lg:grid-cols-5 md:max-lg:[&>:last-child:nth-child(3n+2)]:col-span-2";
  const wide = { 3: "md:grid-cols-3", 4: "md:grid-cols-4", 5: five };
  // Hairlines are the gaps of a line-coloured ground, so that any number of columns gets them right.
  const look = "grid grid-cols-2 gap-px overflow-hidden rounded-[inherit] bg-line";
  return <dl className={cx(look, wide[columns])}>{children}</dl>;
}

/** One figure: label, value, comparison or denominator, then source and as-of time. */
export function KeyFigure({
  label,
  value,
  unit,
  detail,
  source,
  children,
}: {
  label: ReactNode;
  value?: ReactNode | undefined;
  unit?: string | undefined;
  detail?: ReactNode | undefined;
  /** Freshness, time, at most two badges. */
  source?: ReactNode | undefined;
  /** Instead of a value: a short list. */
  children?: ReactNode | undefined;
}) {
  return (
    <div className="flex min-w-0 flex-col bg-panel px-3.5 py-3 last:odd:max-md:col-span-2 md:px-4 md:pt-3.5">
      <dt className="flex min-h-5 items-center gap-1.5 text-ink-2">{label}</dt>
      {value !== undefined && (
        <dd className="text-[1.375rem]/[30px] font-semibold tracking-[-0.028em] whitespace-nowrap md:text-num">
          {value}
          {unit && (
            <span className="text-md/none font-medium tracking-normal text-ink-2"> {unit}</span>
          )}
        </dd>
      )}
      {detail && <dd className="text-xs text-ink-2">{detail}</dd>}
      {children && <dd className="mt-1">{children}</dd>}
      {source && (
        <dd className="mt-auto flex flex-wrap items-center gap-1.5 pt-1.5 text-xs text-muted">
          {source}
        </dd>
      )}
    </div>
  );
}
