"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, SettingsPage } from "@/components/shell/late-parts";

export default function IngestError(props: Broken) {
  return (
    <SettingsPage tab="ingest" title="Ingest">
      <BrokenNotice {...props} />
    </SettingsPage>
  );
}
