import { SettingsLoading } from "@/components/settings/settings-loading";

export default function AuditLoading() {
  return <SettingsLoading tab="audit" title="Audit log" />;
}
