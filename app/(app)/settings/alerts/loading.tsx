import { SettingsPage } from "@/components/settings/settings-page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function AlertsLoading() {
  return (
    <SettingsPage tab="alerts" title="Alerts" sub="Reading the rules">
      <Panel label="Rules">
        <div className="flex flex-col gap-2 p-4">
          <Skeleton className="h-(--control-h)" />
          <Skeleton className="h-[24rem]" />
        </div>
      </Panel>
    </SettingsPage>
  );
}
