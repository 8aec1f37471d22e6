"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, Page } from "@/components/shell/late-parts";

export default function PerformanceError(props: Broken) {
  return (
    <Page title="Performance">
      <BrokenNotice {...props} />
    </Page>
  );
}
