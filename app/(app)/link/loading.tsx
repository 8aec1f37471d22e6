import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function LinkLoading() {
  return (
    <Page title="Single link" sub="Reading the links">
      <Panel label="Link" className="p-4">
        <Skeleton className="h-(--control-h)" />
      </Panel>
      <Panel label="Earlier links">
        <div className="flex flex-col gap-2 p-4">
          <Skeleton className="h-24" />
          <Skeleton className="h-80" />
        </div>
      </Panel>
    </Page>
  );
}
