"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function PerformanceError(props: Broken) {
  return (
    <Page title="Performance">
      <BrokenNotice {...props} />
    </Page>
  );
}
