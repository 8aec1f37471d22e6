import { SettingsLoading } from "@/components/settings/settings-loading";

export default function ProfileLoading() {
  return <SettingsLoading tab="profile" title="Profile" />;
}
