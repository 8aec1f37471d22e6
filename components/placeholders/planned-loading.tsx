import { Page } from "@/components/shell/page";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

/** A planned page on its way: its name, and the height of its panels. */
export function PlannedLoading({ title }: { title: string }) {
  return (
    <Page title={title} badge={<Badge>Planned</Badge>} sub="Not here yet.">
      <Panel label={title}>
        <div className="flex flex-col gap-2 p-4">
          <Skeleton className="h-56" />
          <Skeleton className="h-44" />
        </div>
      </Panel>
    </Page>
  );
}
