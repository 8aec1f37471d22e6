"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function InboxError(props: Broken) {
  return (
    <Page title="Inbox">
      <BrokenNotice {...props} />
    </Page>
  );
}
