import type { ComponentProps } from "react";
import { type SettingsTab, SettingsTabs } from "@/components/settings/settings-tabs";
import { Page } from "@/components/shell/page";

const ABOVE = [{ label: "Settings", href: "/settings" }];

/** A page of the settings: its frame, with the ways to the others under the title. */
export function SettingsPage({
  tab,
  children,
  ...rest
}: Omit<ComponentProps<typeof Page>, "crumbs"> & { tab: SettingsTab }) {
  return (
    <Page crumbs={tab === "workspace" ? [] : ABOVE} {...rest}>
      <SettingsTabs current={tab} />
      {children}
    </Page>
  );
}
