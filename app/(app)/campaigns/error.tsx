"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function CampaignsError(props: Broken) {
  return (
    <Page title="Campaigns">
      <BrokenNotice {...props} />
    </Page>
  );
}
