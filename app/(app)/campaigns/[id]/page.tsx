import "../../reports/print.css";
import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { OverTime } from "@/app/(app)/campaigns/[id]/over-time";
import {
  changeCampaignAction,
  deleteCampaignAction,
  removePostAction,
  setStateAction,
} from "@/app/(app)/campaigns/actions";
import { PAGE_POSTS, readCampaign, readCampaignParts } from "@/app/(app)/campaigns/read";
import { campaignHref } from "@/components/campaigns/campaigns-address";
import { CampaignDefinitions, DefinitionsNotice } from "@/components/campaigns/definitions-notice";
import { DetailActions } from "@/components/campaigns/detail-actions";
import { DetailFigures } from "@/components/campaigns/detail-figures";
import { DetailSummary } from "@/components/campaigns/detail-summary";
import { CampaignPostsPanel } from "@/components/campaigns/posts-panel";
import { CampaignPrintHead } from "@/components/campaigns/print-head";
import { StateChoice } from "@/components/campaigns/state-choice";
import { PanelFailed } from "@/components/hashtags/panel-failed";
import { Hotkeys } from "@/components/shell/hotkeys";
import { Page } from "@/components/shell/page";
import { SimulatedBadge } from "@/components/ui/badge";
import { campaignId, campaignView } from "@/lib/campaigns/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

const KEYS = { "/": "main input[type=search]", e: "#export-menu button" };

export async function generateMetadata({
  params,
}: PageProps<"/campaigns/[id]">): Promise<Metadata> {
  const id = campaignId.safeParse(await params).data?.id;
  const detail = id && (await readCampaign(await requireScope(), id));
  return { title: detail ? detail.campaign.name : "No such campaign" };
}

export default async function CampaignPage({ params, searchParams }: PageProps<"/campaigns/[id]">) {
  const scope = await requireScope();
  const { id } = campaignId.safeParse(await params).data ?? notFound();
  const view = readSearch(campaignView, await searchParams);
  const { detail, posts, trend } = await readCampaignParts(scope, id, view);
  if (!detail) notFound();
  const lastPage = Math.max(1, Math.ceil((posts?.total_count ?? 0) / PAGE_POSTS));
  if (posts && view.page > lastPage) {
    // safe because it is this page's own address
    redirect(campaignHref(id, { ...view, page: lastPage }) as Route);
  }
  const { campaign, totals, platforms } = detail;
  const allowed = mayAs(scope.role, "member");
  const context = { zone: scope.timeZone, now: new Date() };

  return (
    <Page
      title={campaign.name}
      crumbs={[{ label: "Campaigns", href: "/campaigns" }]}
      badge={
        <>
          <StateChoice campaign={campaign} action={allowed ? setStateAction : null} />
          {totals.simulated_posts > 0 && <SimulatedBadge />}
        </>
      }
      sub={<DetailSummary detail={detail} {...context} />}
      actions={
        <DetailActions
          detail={detail}
          view={view}
          matching={posts?.total_count ?? totals.posts}
          change={allowed ? changeCampaignAction : null}
          remove={deleteCampaignAction}
        />
      }
    >
      <Hotkeys keys={KEYS} />
      <CampaignPrintHead detail={detail} workspace={scope.workspaceName} zone={scope.timeZone} />
      <DetailFigures detail={detail} {...context} />
      <DefinitionsNotice detail={detail} />
      {totals.posts > 0 && <OverTime detail={detail} trend={trend} view={view} />}
      {posts ? (
        <CampaignPostsPanel
          posts={posts}
          all={totals.posts}
          platforms={platforms.map(({ platform }) => platform)}
          pageSize={PAGE_POSTS}
          campaign={campaign}
          view={view}
          remove={allowed ? removePostAction : null}
          {...context}
        />
      ) : (
        <PanelFailed title="Posts" />
      )}
      <CampaignDefinitions detail={detail} />
    </Page>
  );
}
