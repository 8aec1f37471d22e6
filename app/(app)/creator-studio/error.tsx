"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, Page } from "@/components/shell/late-parts";

export default function CreatorStudioError(props: Broken) {
  return (
    <Page title="Creator studio">
      <BrokenNotice {...props} />
    </Page>
  );
}
