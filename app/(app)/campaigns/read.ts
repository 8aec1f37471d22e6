import { cache } from "react";
import { findCampaign, getCampaignTrend, listCampaignPosts } from "@/lib/campaigns/queries";
import type { CampaignView } from "@/lib/campaigns/schema";
import { attempt } from "@/lib/hashtags/list-attempt";
import type { Scope } from "@/lib/supabase/server";

export const PAGE_POSTS = 50;

/** The campaign, asked for once by the page and its title. */
export const readCampaign = cache(findCampaign);

/** All that its page shows, asked at once: posts and trend are null when they could not be read. */
export async function readCampaignParts(scope: Scope, id: string, view: CampaignView) {
  const paging = { page: view.page, limit: PAGE_POSTS };
  const [detail, posts, trend] = await Promise.all([
    readCampaign(scope, id),
    attempt(scope, "posts of a campaign", listCampaignPosts(scope, id, view, paging)),
    attempt(scope, "trend of a campaign", getCampaignTrend(scope, id, { days: view.days })),
  ]);
  return { detail, posts, trend };
}
