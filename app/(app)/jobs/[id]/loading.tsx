import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function JobLoading() {
  return (
    <Page title="Job" crumbs={[{ label: "Jobs", href: "/jobs" }]} sub="Reading the job">
      <Panel label="Progress" className="p-4">
        <Skeleton className="h-[66px] max-md:h-[110px]" />
      </Panel>
      <Panel label="Key figures" className="p-4">
        <Skeleton className="h-24 max-md:h-52" />
      </Panel>
      <Panel label="Rows">
        <div className="flex flex-col gap-2 p-4">
          <Skeleton className="h-(--control-h)" />
          <Skeleton className="h-[40rem]" />
        </div>
      </Panel>
    </Page>
  );
}
