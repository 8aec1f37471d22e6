"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, SettingsPage } from "@/components/shell/late-parts";

export default function AlertsError(props: Broken) {
  return (
    <SettingsPage tab="alerts" title="Alerts">
      <BrokenNotice {...props} />
    </SettingsPage>
  );
}
