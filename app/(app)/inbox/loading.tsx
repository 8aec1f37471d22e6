import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function InboxLoading() {
  return (
    <Page title="Inbox" sub="Reading the messages">
      <Panel label="Messages">
        <div className="flex flex-col gap-2 p-4">
          <Skeleton className="h-(--control-h)" />
          <Skeleton className="h-[30rem]" />
        </div>
      </Panel>
    </Page>
  );
}
