"use client";

import { Button, Notice, Page } from "@/components/shell/late-parts";

export default function JobsError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Page title="Jobs">
      <Notice
        kind="bad"
        announce
        action={
          <Button size="small" onClick={reset}>
            Retry
          </Button>
        }
      >
        This page could not be read: something broke on our side. Running jobs go on. Retry in a
        moment.
        {error.digest && (
          <>
            {" "}
            If it stays, tell us the request id <span className="font-mono">{error.digest}</span>.
          </>
        )}
      </Notice>
    </Page>
  );
}
