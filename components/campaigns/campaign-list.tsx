import { CampaignStateBadge } from "@/components/campaigns/campaign-state-badge";
import { type ListContext, Platforms } from "@/components/campaigns/campaign-table";
import { campaignHref } from "@/components/campaigns/campaigns-address";
import { RateFigure, ViewsFigure } from "@/components/campaigns/figures";
import { SimulatedBadge } from "@/components/ui/badge";
import { Row, RowList } from "@/components/ui/row-list";
import type { ListedCampaign } from "@/lib/campaigns/answers";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

/** The same page of campaigns on a phone. */
export function CampaignRows({ rows, zone, now }: ListContext & { rows: ListedCampaign[] }) {
  return (
    <RowList phone>
      {rows.map((row) => (
        <Row
          key={row.id}
          href={campaignHref(row.id)}
          title={row.name}
          meta={
            <span className="flex flex-col items-start gap-1">
              <span>{`${counted(row.posts, "post")} · changed ${moment(row.updated_at, zone, now)}`}</span>
              <span className="relative inline-flex flex-wrap items-center gap-1.5">
                <CampaignStateBadge state={row.state} />
                {row.simulated_posts > 0 && <SimulatedBadge />}
                <Platforms row={row} />
              </span>
            </span>
          }
          end={
            <>
              <span className="font-strong">
                <ViewsFigure of={row} />
              </span>
              <span className="text-xs text-muted">views</span>
              <span className="text-xs">
                <RateFigure of={row} />
              </span>
            </>
          }
        />
      ))}
    </RowList>
  );
}
