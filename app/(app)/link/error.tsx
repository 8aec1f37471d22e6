"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function LinkError(props: Broken) {
  return (
    <Page title="Single link">
      <BrokenNotice {...props} />
    </Page>
  );
}
