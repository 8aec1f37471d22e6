import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function CommentsLoading() {
  return (
    <Page
      title="Comments"
      sub="Reading the threads"
      actions={<Skeleton className="h-(--control-h) w-28 max-md:w-full" />}
    >
      <Skeleton className="h-(--control-h)" />
      <Panel label="Key figures" className="p-4">
        <Skeleton className="h-24 max-md:h-80" />
      </Panel>
      <div className="grid grid-cols-1 gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <Panel label="Comments by depth" className="p-4">
          <Skeleton className="h-80" />
        </Panel>
        <Panel label="Longest threads" className="p-4">
          <Skeleton className="h-80" />
        </Panel>
      </div>
      <Panel label="Viral chains" className="p-4">
        <Skeleton className="h-96" />
      </Panel>
    </Page>
  );
}
