"use client";

import type { Broken } from "@/components/shell/broken";
import { buttonClass } from "@/components/ui/button-class";
import "./globals.css";

// Stands in for the layout as well, so it brings its own document. Of little code: every page carries it.
export default function GlobalError({ error, reset }: Broken) {
  return (
    <html lang="en" data-theme="light">
      <body>
        <title>Something failed · Media Metrics Lab</title>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-3 px-4 text-md text-ink-2">
          <h1 className="text-xl text-ink">Something failed</h1>
          <p role="alert">
            This page could not be made: something failed on our side. Nothing of yours was changed
            by it. Try again in a moment.
            {error.digest && ` If it stays, tell us the request id ${error.digest}.`}
          </p>
          <button type="button" className={buttonClass({})} onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
