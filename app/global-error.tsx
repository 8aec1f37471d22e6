"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { PlainPage } from "@/components/shell/plain-page";
import "./globals.css";

// Stands in for the layout as well, so it brings its own document.
export default function GlobalError(props: Broken) {
  return (
    <html lang="en" data-theme="light">
      <body>
        <title>Something failed · Media Metrics Lab</title>
        <PlainPage title="Something failed">
          <BrokenNotice {...props} />
        </PlainPage>
      </body>
    </html>
  );
}
