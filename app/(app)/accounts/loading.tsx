import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function AccountsLoading() {
  return (
    <Page title="Accounts" sub="Reading the accounts">
      <Panel label="Accounts">
        <div className="flex flex-col gap-2 p-4">
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
        </div>
      </Panel>
      <Panel label="Connect an account" className="p-4">
        <Skeleton className="h-56 max-md:h-[30rem]" />
      </Panel>
    </Page>
  );
}
