"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function AccountsError(props: Broken) {
  return (
    <Page title="Accounts">
      <BrokenNotice {...props} />
    </Page>
  );
}
