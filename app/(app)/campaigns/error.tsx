"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function CampaignsError(props: Broken) {
  return (
    <Page title="Campaigns" crumbs={[{ label: "Campaigns", href: "/campaigns" }]}>
      <BrokenNotice {...props} />
    </Page>
  );
}
