import { Page } from "@/components/shell/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

const PARTS = [
  ["Totals", "h-44"],
  ["Over time", "h-80"],
  ["Posts", "h-96"],
] as const;

export default function CampaignLoading() {
  return (
    <Page
      title="Campaign"
      crumbs={[{ label: "Campaigns", href: "/campaigns" }]}
      sub="Reading the campaign"
    >
      {PARTS.map(([label, height]) => (
        <Panel key={label} label={label}>
          <div className="p-4">
            <Skeleton className={height} />
          </div>
        </Panel>
      ))}
    </Page>
  );
}
