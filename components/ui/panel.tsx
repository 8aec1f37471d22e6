import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** A surface for figures that are read together. Give `label` when it has no PanelHead. */
export function Panel({
  label,
  className,
  children,
}: {
  label?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  const look = cx("min-w-0 rounded-lg border bg-panel shadow-panel", className);
  return (
    <section aria-label={label} className={look}>
      {children}
    </section>
  );
}

/** The finding or the measure, under it what was counted, beside it the tools. */
export function PanelHead({
  title,
  sub,
  tools,
  level = 2,
}: {
  title: ReactNode;
  sub?: ReactNode | undefined;
  tools?: ReactNode | undefined;
  level?: 2 | 3 | undefined;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="flex items-start gap-x-3 gap-y-2 px-3.5 pt-3 pb-2 md:flex-wrap md:px-4 md:pt-3.5 md:pb-2.5">
      <div className="min-w-0 flex-1">
        <Heading className="text-md/5">{title}</Heading>
        {sub && <p className="mt-0.5 text-xs text-muted">{sub}</p>}
      </div>
      {tools && <div className="flex flex-none items-center gap-1">{tools}</div>}
    </div>
  );
}

/** What the panel rests on: caveats, sampling, paging. */
export function PanelFooter({
  className,
  children,
}: {
  className?: string | undefined;
  children: ReactNode;
}) {
  const look = "flex flex-wrap items-center gap-x-3.5 gap-y-1 border-t px-3.5 py-[9px] md:px-4";
  return <div className={cx(look, "text-xs text-muted", className)}>{children}</div>;
}

/** The padded inside of a panel that is neither a table nor a list. */
export function PanelBody({
  className,
  children,
}: {
  className?: string | undefined;
  children: ReactNode;
}) {
  return <div className={cx("px-3.5 pb-3.5 md:px-4 md:pb-4", className)}>{children}</div>;
}
