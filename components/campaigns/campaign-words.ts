import type { FigureReason } from "@/lib/campaigns/answers";
import type { CampaignState } from "@/lib/campaigns/states";
import { exactCount } from "@/lib/format/count";
import type { RateBasis } from "@/lib/supabase/server";
import { RATE_BASES } from "@/lib/workspaces/rate-basis";

export const STATE_NAMES: Record<CampaignState, string> = {
  active: "Active",
  live: "Live",
  archived: "Archived",
};

export const STATE_MEANINGS: Record<CampaignState, string> = {
  active: "Being prepared, or followed after its posts went out",
  live: "Its posts are going out now",
  archived: "Over, kept as it is",
};

/** Why a figure of a campaign is not there. */
const REASON_SENTENCES: Record<FigureReason, string> = {
  no_posts: "No post is in this campaign yet.",
  not_measured: "None of the posts was measured yet.",
  views_not_told: "No platform told the views of any of the posts.",
  engagement_not_told: "No platform told likes, comments, shares or saves of any of the posts.",
  base_not_told:
    "No post has both engagement and the number that rates are divided by in this workspace.",
  zero_base: "Nobody has seen the posts yet: engagement divided by 0 is no rate.",
  no_price: "Nobody has said what a post cost. Enter prices in the table below.",
  priced_without_views: "The posts with a price have no views that were told.",
  zero_views: "The posts with a price have no view yet: a price divided by 0 is no cost.",
  priced_without_engagement: "No engagement was told of the posts with a price.",
  zero_engagement: "Nobody has reacted to the posts with a price yet: divided by 0 is no cost.",
};

export function reasonSentence(reason: FigureReason | null) {
  return reason === null ? "Not known." : REASON_SENTENCES[reason];
}

/** "of 12 posts", or "of 9 of 12 posts" where some lack the number. */
export function ofPosts(known: number, all: number) {
  const posts = all === 1 ? "post" : "posts";
  return known === all
    ? `of ${exactCount(all)} ${posts}`
    : `of ${exactCount(known)} of ${exactCount(all)} ${posts}`;
}

/** What a rate was divided by, as it stands beside it. */
export function rateWords(basis: RateBasis, used: RateBasis[]) {
  if (basis !== "impressions" || used.length > 1) return RATE_BASES[basis].words;
  const [only] = used;
  return only ? `by ${only}` : RATE_BASES[basis].words;
}
