"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function AppError(props: Broken) {
  return (
    <Page title="Something failed">
      <BrokenNotice {...props} />
    </Page>
  );
}
