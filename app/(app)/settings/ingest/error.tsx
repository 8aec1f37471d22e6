"use client";

import { SettingsPage } from "@/components/settings/settings-page";
import { type Broken, BrokenNotice } from "@/components/shell/broken";

export default function IngestError(props: Broken) {
  return (
    <SettingsPage tab="ingest" title="Ingest">
      <BrokenNotice {...props} />
    </SettingsPage>
  );
}
