import { CampaignStateBadge } from "@/components/campaigns/campaign-state-badge";
import { campaignHref, campaignsHref } from "@/components/campaigns/campaigns-address";
import { RateFigure, SpendFigure, ViewsFigure } from "@/components/campaigns/figures";
import { AppLink } from "@/components/ui/app-link";
import { SimulatedBadge } from "@/components/ui/badge";
import { Hint } from "@/components/ui/hint";
import { PlatformMark } from "@/components/ui/platform-mark";
import { sortOrder } from "@/components/ui/sort-order";
import { SortTh, Table, Td, Th } from "@/components/ui/table";
import type { ListedCampaign } from "@/lib/campaigns/answers";
import type { CampaignFilter } from "@/lib/campaigns/schema";
import { exactCount } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";

export type ListContext = { filter: CampaignFilter; zone: string; now: Date };

/** A page of campaigns with what each came to. */
export function CampaignTable({
  rows,
  filter,
  zone,
  now,
}: ListContext & { rows: ListedCampaign[] }) {
  const sortable = (sort: CampaignFilter["sort"], label: string, numeric = false) => {
    const first = sort === "name" || sort === "state" ? "asc" : "desc";
    const { sorted, next } = sortOrder(filter, sort, first);
    return (
      <SortTh
        numeric={numeric}
        sorted={sorted}
        href={campaignsHref({ ...filter, sort, order: next, page: 1 })}
      >
        {label}
      </SortTh>
    );
  };
  return (
    <Table label="Campaigns" wide>
      <thead>
        <tr>
          {sortable("name", "Campaign")}
          {sortable("state", "State")}
          {sortable("posts", "Posts", true)}
          <Th>Platforms</Th>
          {sortable("views", "Views", true)}
          {sortable("engagement_rate", "ER", true)}
          {sortable("spend", "Spend", true)}
          {sortable("updated_at", "Changed")}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td tone="strong">
              <span className="flex max-w-96 min-w-48 items-center gap-2">
                <AppLink
                  href={campaignHref(row.id)}
                  title={row.name}
                  className="truncate hover:text-accent-text hover:underline"
                >
                  {row.name}
                </AppLink>
                {row.simulated_posts > 0 && <SimulatedBadge />}
              </span>
            </Td>
            <Td>
              <CampaignStateBadge state={row.state} />
            </Td>
            <Td numeric>{exactCount(row.posts)}</Td>
            <Td>
              <Platforms row={row} />
            </Td>
            <Td numeric tone="strong">
              <ViewsFigure of={row} />
            </Td>
            <Td numeric>
              <RateFigure of={row} />
            </Td>
            <Td numeric>
              <SpendFigure of={row} currency={row.currency} />
            </Td>
            <Td tone="muted" className="whitespace-nowrap">
              <Hint tip={exactMoment(row.updated_at, zone)}>
                {moment(row.updated_at, zone, now)}
              </Hint>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

export function Platforms({ row }: { row: ListedCampaign }) {
  return (
    <span className="inline-flex gap-1">
      {row.platforms.map((platform) => (
        <PlatformMark key={platform} platform={platform} />
      ))}
    </span>
  );
}
