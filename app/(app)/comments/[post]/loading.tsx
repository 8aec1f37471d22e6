import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function ThreadLoading() {
  return (
    <Page
      title="Comments"
      crumbs={[{ label: "Comments", href: "/comments" }]}
      sub="Reading the thread"
      actions={<Skeleton className="h-(--control-h) w-56 max-md:w-full" />}
    >
      <Panel label="Key figures" className="p-4">
        <Skeleton className="h-24 max-md:h-52" />
      </Panel>
      <Panel label="Thread" className="p-4">
        <Skeleton className="h-[36rem]" />
      </Panel>
    </Page>
  );
}
