"use client";

import { buttonClass } from "@/components/ui/button-class";
import { Notice } from "@/components/ui/notice";

export type Broken = { error: Error & { digest?: string }; reset: () => void };

/** A page that failed on our side: what to do, and the id under which the log has it. */
export function BrokenNotice({ error, reset }: Broken) {
  return (
    <Notice
      kind="bad"
      announce
      action={
        <button type="button" className={buttonClass({ size: "small" })} onClick={reset}>
          Try again
        </button>
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
