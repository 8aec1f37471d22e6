import "server-only";
import { askFor } from "@/lib/answers/ask-database";
import {
  campaignChoices,
  campaignDetail,
  campaignList,
  campaignTrend,
} from "@/lib/campaigns/answers";
import { campaignPosts } from "@/lib/campaigns/post-answers";
import type {
  CampaignFilter,
  CampaignPostFilter,
  CampaignTrendQuery,
} from "@/lib/campaigns/schema";
import { AppError } from "@/lib/errors";
import { dayAfter } from "@/lib/format/days";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** A page of the workspace's campaigns, and what all that the filter leaves come to. */
export function listCampaigns({ db, workspaceId }: Scope, filter: CampaignFilter) {
  const { sort, order, page, limit, search, state } = filter;
  return askFor(campaignList, () =>
    db.rpc("campaign_list", {
      workspace: workspaceId,
      filter: { ...(search && { search }), ...(state && { state }) },
      sort,
      descending: order === "desc",
      skip: (page - 1) * limit,
      take: limit,
    }),
  );
}

/** Raises `not_found` for another workspace's. */
export async function getCampaign(scope: Scope, id: string) {
  const detail = await findCampaign(scope, id);
  if (detail) return detail;
  throw noSuchCampaign();
}

/** A campaign with its totals; null for another workspace's. */
export async function findCampaign(scope: Scope, id: string) {
  const [here, detail] = await Promise.all([
    isHere(scope, id),
    askFor(campaignDetail.nullable(), () => scope.db.rpc("campaign_detail", { campaign: id })),
  ]);
  return here ? detail : null;
}

/** Raises `not_found` for a campaign of another workspace, also one that the person is in. */
export async function requireCampaign(scope: Scope, id: string) {
  if (!(await isHere(scope, id))) throw noSuchCampaign();
}

async function isHere({ db, workspaceId }: Scope, id: string) {
  const found = db.from("campaigns").select("id").eq("workspace_id", workspaceId).eq("id", id);
  return unwrap(await found.maybeSingle()) !== null;
}

function noSuchCampaign() {
  return new AppError("not_found", "There is no such campaign. It may have been deleted.");
}

/** A page of a campaign's posts with their prices. */
export function listCampaignPosts(
  { db }: Scope,
  id: string,
  filter: CampaignPostFilter,
  { page, limit }: { page: number; limit: number },
) {
  return askFor(campaignPosts, () =>
    db.rpc("campaign_posts_page", {
      ...campaignPostArguments(id, filter),
      skip: (page - 1) * limit,
      take: limit,
    }),
  );
}

/** What its posts had by the end of each day, and what was spent until then. */
export function getCampaignTrend({ db, timeZone }: Scope, id: string, query: CampaignTrendQuery) {
  const { from, until } = trendDays(query, timeZone);
  return askFor(campaignTrend, () =>
    db.rpc("campaign_trend", { campaign: id, from_day: from, until_day: until }),
  );
}

/** The campaigns that posts can be added to; with a post, whether each has it. */
export function listCampaignChoices({ db, workspaceId }: Scope, post?: number) {
  return askFor(campaignChoices, () =>
    db.rpc("campaign_choices", { workspace: workspaceId, ...(post && { post }) }),
  );
}

/** Which of some posts are in the campaign. */
export async function listAmong({ db, workspaceId }: Scope, id: string, posts: number[]) {
  if (posts.length === 0) return new Set<number>();
  const rows = db.from("campaign_posts").select("post_id").eq("workspace_id", workspaceId);
  const found = unwrap(await rows.eq("campaign_id", id).in("post_id", posts));
  return new Set(found.map(({ post_id }) => post_id));
}

/** The filter as the SQL functions take it. */
export function campaignPostArguments(id: string, filter: CampaignPostFilter) {
  const { search, platform, priced, sort, order } = filter;
  return {
    campaign: id,
    filter: { ...(search && { search }), ...(platform && { platform }), ...(priced && { priced }) },
    sort,
    descending: order === "desc",
  };
}

function trendDays({ from, until, days }: CampaignTrendQuery, zone: string) {
  if (from !== undefined && until !== undefined) return { from, until };
  // Sweden writes the date as ISO does.
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
  return { from: dayAfter(today, 1 - days), until: today };
}
