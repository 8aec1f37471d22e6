import { SettingsPage } from "@/components/settings/settings-page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function RunsLoading() {
  return (
    <SettingsPage tab="runs" title="Runs" sub="Reading the runs">
      <Panel label="Runs">
        <div className="flex flex-col gap-2 p-4">
          <Skeleton className="h-(--control-h)" />
          <Skeleton className="h-[30rem]" />
        </div>
      </Panel>
    </SettingsPage>
  );
}
