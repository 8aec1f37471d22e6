import type { ReactNode } from "react";

/** The two columns of a settings page, one above the other where it is narrow. */
export function Columns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className="grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-3 md:gap-4">{children}</div>
      <div className="flex min-w-0 flex-col gap-3 md:gap-4">{side}</div>
    </div>
  );
}
