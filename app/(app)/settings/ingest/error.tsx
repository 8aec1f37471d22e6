"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function IngestError(props: Broken) {
  return (
    <Page title="Ingest" crumbs={[{ label: "Settings", href: "/settings" }]}>
      <BrokenNotice {...props} />
    </Page>
  );
}
