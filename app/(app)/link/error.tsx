"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, Page } from "@/components/shell/late-parts";

export default function LinkError(props: Broken) {
  return (
    <Page title="Single link">
      <BrokenNotice {...props} />
    </Page>
  );
}
