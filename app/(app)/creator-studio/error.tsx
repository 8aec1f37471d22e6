"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function CreatorStudioError(props: Broken) {
  return (
    <Page title="Creator studio">
      <BrokenNotice {...props} />
    </Page>
  );
}
