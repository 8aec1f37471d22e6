"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, Page } from "@/components/shell/late-parts";

export default function CampaignsError(props: Broken) {
  return (
    <Page title="Campaigns">
      <BrokenNotice {...props} />
    </Page>
  );
}
