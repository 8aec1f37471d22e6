"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, Page } from "@/components/shell/late-parts";

export default function AppError(props: Broken) {
  return (
    <Page title="Something failed">
      <BrokenNotice {...props} />
    </Page>
  );
}
