import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function HashtagsLoading() {
  return (
    <Page
      title="Hashtags"
      sub="Counting the hashtags"
      actions={<Skeleton className="h-(--control-h) w-28 max-md:w-full" />}
    >
      <Skeleton className="h-(--control-h)" />
      <div className="grid grid-cols-1 gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <Panel label="Trending now">
          <div className="p-4">
            <Skeleton className="h-[30rem]" />
          </div>
        </Panel>
        <Panel label="Fastest growing">
          <div className="p-4">
            <Skeleton className="h-[30rem]" />
          </div>
        </Panel>
      </div>
      <Panel label="Top hashtags">
        <div className="p-4">
          <Skeleton className="h-96" />
        </div>
      </Panel>
    </Page>
  );
}
