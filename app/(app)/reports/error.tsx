"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function ReportsError(props: Broken) {
  return (
    <Page title="Reports">
      <BrokenNotice {...props} />
    </Page>
  );
}
