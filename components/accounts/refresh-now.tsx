"use client";

import { useRunProgress } from "@/components/accounts/use-run-progress";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";

/** Measures an account now, and says how far that is. `running`: somebody else's run already does. */
export function RefreshNow({
  id,
  name,
  running,
  aside = false,
}: {
  id: string;
  name: string;
  running: boolean;
  /** Beside other buttons, not at the end of a row. */
  aside?: boolean | undefined;
}) {
  const { going, said, problem, start } = useRunProgress(id);
  const busy = going || running;
  return (
    <span className={cx("inline-flex flex-col gap-1", !aside && "md:items-end md:text-right")}>
      <Button size="small" onClick={() => !busy && start()} aria-disabled={busy || undefined}>
        {busy ? "Refreshing" : "Refresh now"}
        <span className="sr-only"> {name}</span>
      </Button>
      <span role="status" className="max-w-48 text-xs text-muted">
        {said}
      </span>
      {problem && (
        <span role="alert" className="max-w-48 text-xs wrap-anywhere text-bad-text">
          {problem}
        </span>
      )}
    </span>
  );
}
