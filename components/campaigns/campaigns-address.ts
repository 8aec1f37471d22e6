import type { CampaignFilter, CampaignPostFilter, CampaignView } from "@/lib/campaigns/schema";
import { searchString } from "@/lib/search";

const LIST = { sort: "updated_at", order: "desc", page: 1, limit: 50 };
const VIEW = { sort: "views", order: "desc", page: 1, measure: "views", days: 30 };

/** The filter as a query string with its "?", without what is the default anyway. */
export function campaignsQuery(asked: Partial<CampaignFilter>) {
  return searchString(asked, LIST);
}

export function campaignsHref(asked: Partial<CampaignFilter>) {
  return `/campaigns${campaignsQuery(asked)}`;
}

export function campaignQuery(asked: Partial<CampaignView>) {
  return searchString(asked, VIEW);
}

export function campaignHref(id: string, asked: Partial<CampaignView> = {}) {
  return `/campaigns/${id}${campaignQuery(asked)}`;
}

export const WAYS = ["posts", "links", "job"] as const;
type Way = (typeof WAYS)[number];

/** Where posts are added, in one of three ways. */
export function addHref(id: string, asked: { way?: Way; search?: string | undefined } = {}) {
  return `/campaigns/${id}/add${searchString(asked, { way: "posts" })}`;
}

export function exportHref(id: string, filter: CampaignPostFilter, format: string) {
  const { search, platform, priced, sort, order } = filter;
  const query = searchString({ search, platform, priced, sort, order }, VIEW);
  return `/api/v1/campaigns/${id}/export.${format}${query}`;
}
