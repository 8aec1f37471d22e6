import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { cx } from "@/components/ui/cx";

/** Rows as a list: for phones beside a `wide` Table (`phone`), or wherever a table is too much. */
export function RowList({
  phone = false,
  children,
}: {
  phone?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <ul data-rows="" className={cx("border-t", phone && "md:hidden")}>
      {children}
    </ul>
  );
}

/** One row: picture or glyph, title, meta line, and one figure or button at the end. */
export function Row({
  lead,
  title,
  meta,
  end,
  href,
}: {
  lead?: ReactNode | undefined;
  title: ReactNode;
  meta?: ReactNode | undefined;
  end?: ReactNode | undefined;
  /** Makes the title a link that covers the whole row. */
  href?: string | undefined;
}) {
  return (
    <li className="relative flex items-start gap-3 border-b px-3.5 py-2.5 last:border-b-0 hover:bg-hover md:px-4">
      {lead && <span className="flex min-h-5 flex-none items-center">{lead}</span>}
      <div className="min-w-0 flex-1">
        <div className="truncate font-strong">
          {href ? (
            <AppLink href={href} className="after:absolute after:inset-0">
              {title}
            </AppLink>
          ) : (
            title
          )}
        </div>
        {meta && <div className="text-xs/[18px] text-muted">{meta}</div>}
      </div>
      {end && <div className="relative flex flex-none flex-col items-end">{end}</div>}
    </li>
  );
}
