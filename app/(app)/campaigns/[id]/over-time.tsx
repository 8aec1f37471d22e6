import { PlatformsPanel } from "@/components/campaigns/platforms-panel";
import { TrendPanel } from "@/components/campaigns/trend-panel";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import type { CampaignDetail, CampaignTrend } from "@/lib/campaigns/answers";
import type { CampaignView } from "@/lib/campaigns/schema";

/** A campaign's days beside its platforms; `trend` is null when it could not be read. */
export function OverTime({
  detail,
  trend,
  view,
}: {
  detail: CampaignDetail;
  trend: CampaignTrend | null;
  view: CampaignView;
}) {
  return (
    <div className="grid gap-3 md:gap-4 xl:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)] xl:items-start print:block">
      {trend ? (
        <TrendPanel trend={trend} campaign={detail.campaign} view={view} />
      ) : (
        <PanelFailed title="Over time" />
      )}
      <PlatformsPanel detail={detail} />
    </div>
  );
}
