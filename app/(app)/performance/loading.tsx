import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function PerformanceLoading() {
  return (
    <Page title="Performance" sub="Reading the cohort">
      <Skeleton className="h-(--control-h)" />
      <Panel label="Key figures">
        <div className="p-4">
          <Skeleton className="h-24 max-md:h-80" />
        </div>
      </Panel>
      <div className="grid grid-cols-1 gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <Panel label="Reels by velocity and engagement">
          <div className="p-4">
            <Skeleton className="h-[30rem]" />
          </div>
        </Panel>
        <Panel label="Breakouts and why">
          <div className="p-4">
            <Skeleton className="h-[30rem]" />
          </div>
        </Panel>
      </div>
    </Page>
  );
}
