"use client";

import { SettingsPage } from "@/components/settings/settings-page";
import { type Broken, BrokenNotice } from "@/components/shell/broken";

export default function AlertsError(props: Broken) {
  return (
    <SettingsPage tab="alerts" title="Alerts">
      <BrokenNotice {...props} />
    </SettingsPage>
  );
}
