import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function CampaignsLoading() {
  return (
    <Page title="Campaigns" sub="Reading the campaigns">
      <Panel label="All of these campaigns">
        <div className="p-4">
          <Skeleton className="h-20" />
        </div>
      </Panel>
      <Panel label="List of campaigns">
        <div className="flex flex-col gap-2 p-4">
          <Skeleton className="h-(--control-h)" />
          <Skeleton className="h-96" />
        </div>
      </Panel>
    </Page>
  );
}
