import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** Filters and the search of a list. On a phone the filters scroll in one row and the search has a line of its own. */
export function FilterBar({
  search,
  className = "py-2.5 md:border-b",
  children,
}: {
  search: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={cx("flex flex-wrap items-center gap-2 px-3.5 md:px-4", className)}>
      <div className="scroll-row -mx-3.5 -my-1 flex w-[calc(100%+1.75rem)] flex-wrap items-center gap-2 px-3.5 py-1 md:m-0 md:w-auto md:min-w-0 md:flex-1 md:p-0">
        {children}
      </div>
      <div className="max-md:w-full">{search}</div>
    </div>
  );
}
