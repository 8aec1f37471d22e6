"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export type Broken = { error: Error & { digest?: string }; reset: () => void };

/** A page that failed on our side: what to do, and the id under which the log has it. */
export function BrokenNotice({ error, reset }: Broken) {
  return (
    <Notice
      kind="bad"
      announce
      action={
        <Button size="small" onClick={reset}>
          Try again
        </Button>
      }
    >
      This page could not be made: something failed on our side. Nothing of yours was changed by it.
      Try again in a moment.
      {error.digest && (
        <>
          {" "}
          If it stays, tell us the request id <span className="font-mono">{error.digest}</span>.
        </>
      )}
    </Notice>
  );
}
