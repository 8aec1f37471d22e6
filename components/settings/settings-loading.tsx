import { SettingsPage } from "@/components/settings/settings-page";
import type { SettingsTab } from "@/components/settings/settings-tabs";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

/** A settings page while it is read. */
export function SettingsLoading({ tab, title }: { tab: SettingsTab; title: string }) {
  return (
    <SettingsPage tab={tab} title={title} sub="Reading">
      <Panel label={title}>
        <div className="flex flex-col gap-3 p-4">
          <Skeleton className="h-5 w-40" />
          <Skeleton className="h-64" />
        </div>
      </Panel>
    </SettingsPage>
  );
}
