import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function IngestRunLoading() {
  return (
    <Page
      title="Run of ingest"
      sub="Reading the run"
      crumbs={[
        { label: "Settings", href: "/settings" },
        { label: "Ingest", href: "/settings/ingest" },
      ]}
    >
      <Panel label="What it came to">
        <div className="p-4">
          <Skeleton className="h-24" />
        </div>
      </Panel>
      <Panel label="Items">
        <div className="p-4">
          <Skeleton className="h-[30rem]" />
        </div>
      </Panel>
    </Page>
  );
}
