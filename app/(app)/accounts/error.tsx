"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, Page } from "@/components/shell/late-parts";

export default function AccountsError(props: Broken) {
  return (
    <Page title="Accounts">
      <BrokenNotice {...props} />
    </Page>
  );
}
