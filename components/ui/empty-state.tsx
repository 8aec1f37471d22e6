import type { ReactNode } from "react";

/** A centred line and one action, where nothing is yet or nothing matches. */
export function EmptyState({
  action,
  children,
}: {
  action?: ReactNode | undefined;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-10 text-center text-md text-ink-2">
      <p className="max-w-prose">{children}</p>
      {action}
    </div>
  );
}
