import { SettingsPage } from "@/components/settings/settings-page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function IngestLoading() {
  return (
    <SettingsPage tab="ingest" title="Ingest" sub="Reading the runs">
      <Panel label="What ingest brought">
        <div className="p-4">
          <Skeleton className="h-24" />
        </div>
      </Panel>
      <Panel label="Runs">
        <div className="p-4">
          <Skeleton className="h-[30rem]" />
        </div>
      </Panel>
    </SettingsPage>
  );
}
