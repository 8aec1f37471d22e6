import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function PostLoading() {
  return (
    <Page title="Post" crumbs={[{ label: "Posts", href: "/posts" }]} sub="Reading the post">
      <Panel label="Key figures" className="p-4">
        <Skeleton className="h-24 max-md:h-52" />
      </Panel>
      <div className="grid gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <Panel label="History" className="p-4">
          <Skeleton className="h-[28rem]" />
        </Panel>
        <Panel label="Comparison" className="p-4">
          <Skeleton className="h-[28rem]" />
        </Panel>
      </div>
    </Page>
  );
}
