"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, Page } from "@/components/shell/late-parts";

export default function ReportsError(props: Broken) {
  return (
    <Page title="Reports">
      <BrokenNotice {...props} />
    </Page>
  );
}
