"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, Page } from "@/components/shell/late-parts";

export default function InboxError(props: Broken) {
  return (
    <Page title="Inbox">
      <BrokenNotice {...props} />
    </Page>
  );
}
