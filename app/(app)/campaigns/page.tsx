import { Plus } from "lucide-react";
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { createCampaignAction } from "@/app/(app)/campaigns/actions";
import { CampaignDialog } from "@/components/campaigns/campaign-dialog";
import { CampaignFilters } from "@/components/campaigns/campaign-filters";
import { CampaignRows } from "@/components/campaigns/campaign-list";
import { CampaignTable } from "@/components/campaigns/campaign-table";
import { campaignsHref } from "@/components/campaigns/campaigns-address";
import { ListTotals } from "@/components/campaigns/list-totals";
import { NoCampaigns } from "@/components/campaigns/no-campaigns";
import { StateMeanings } from "@/components/campaigns/state-meanings";
import { Hotkeys } from "@/components/shell/hotkeys";
import { Page } from "@/components/shell/page";
import { SimulatedBadge } from "@/components/ui/badge";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { listCampaigns } from "@/lib/campaigns/queries";
import { campaignFilter } from "@/lib/campaigns/schema";
import { counted } from "@/lib/format/count";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

export const metadata: Metadata = { title: "Campaigns" };

const KEYS = { "/": "main input[type=search]" };
const NEW = (
  <>
    <Plus aria-hidden="true" />
    New campaign
  </>
);

export default async function CampaignsPage({ searchParams }: PageProps<"/campaigns">) {
  const scope = await requireScope();
  const filter = readSearch(campaignFilter, await searchParams);
  const list = await listCampaigns(scope, filter);
  const { items, total_count: total, states, totals } = list;
  const lastPage = Math.max(1, Math.ceil(total / filter.limit));
  if (filter.page > lastPage) {
    // safe because it is this page's own address
    redirect(campaignsHref({ ...filter, page: lastPage }) as Route);
  }
  const allowed = mayAs(scope.role, "member");
  const narrowed = filter.search !== undefined || filter.state !== undefined;
  const context = { filter, zone: scope.timeZone, now: new Date() };
  const create = allowed && (
    <CampaignDialog action={createCampaignAction} trigger={NEW} look={{ variant: "primary" }} />
  );

  return (
    <Page
      title="Campaigns"
      badge={totals.simulated_posts > 0 && <SimulatedBadge />}
      sub={`${counted(total, "campaign")}${narrowed ? " found" : ""} · times in ${scope.timeZone}`}
      actions={(total > 0 || narrowed) && (create || <ForbiddenAction>{NEW}</ForbiddenAction>)}
    >
      <Hotkeys keys={KEYS} />
      {total > 0 && <ListTotals list={list} zone={scope.timeZone} />}
      <Panel label="List of campaigns">
        {(total > 0 || narrowed) && <CampaignFilters filter={filter} states={states} />}
        {total === 0 ? (
          <NoCampaigns filter={filter} create={create || null} />
        ) : (
          <>
            <CampaignTable rows={items} {...context} />
            <CampaignRows rows={items} {...context} />
            <StateMeanings />
            <Pager
              noun="Campaigns"
              page={filter.page}
              pageSize={filter.limit}
              total={total}
              hrefOf={(page) => campaignsHref({ ...filter, page })}
            />
          </>
        )}
      </Panel>
    </Page>
  );
}
