import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function PostsLoading() {
  return (
    <Page title="Posts" sub="Reading the posts">
      <Panel label="Posts">
        <div className="flex flex-col gap-2 p-4">
          <Skeleton className="h-(--control-h)" />
          <Skeleton className="h-(--control-h)" />
          <Skeleton className="h-[40rem]" />
        </div>
      </Panel>
    </Page>
  );
}
