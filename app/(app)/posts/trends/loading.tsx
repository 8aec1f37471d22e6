import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function TrendsLoading() {
  return (
    <Page title="Trends" crumbs={[{ label: "Posts", href: "/posts" }]} sub="Adding up the days">
      <Skeleton className="h-(--control-h)" />
      <Panel label="Key figures" className="p-4">
        <Skeleton className="h-24 max-md:h-52" />
      </Panel>
      <Panel label="Gained per day" className="p-4">
        <Skeleton className="h-80" />
      </Panel>
    </Page>
  );
}
