import type {
  CampaignDetail,
  CampaignTrend,
  Figures,
  ListedCampaign,
} from "@/lib/campaigns/answers";
import type { CampaignPost } from "@/lib/campaigns/post-answers";
import { exactNumber } from "@/lib/exact-number";

/** Figures for programs: numbers digit by digit, missing is null with its reason beside. */
function apiFigures(figures: Figures) {
  return {
    posts: figures.posts,
    measured_posts: figures.measured_posts,
    views: exactNumber(figures.views),
    views_posts: figures.views_posts,
    views_unknown_because: figures.views_reason,
    engagement: exactNumber(figures.engagement),
    engagement_posts: figures.engagement_posts,
    engagement_partial_posts: figures.partial_posts,
    engagement_unknown_because: figures.engagement_reason,
    engagement_rate: exactNumber(figures.engagement_rate),
    engagement_rate_of: figures.rate_of,
    engagement_rate_posts: figures.rate_posts,
    engagement_rate_unknown_because: figures.rate_reason,
    spend: exactNumber(figures.spend),
    priced_posts: figures.priced_posts,
    spend_unknown_because: figures.spend_reason,
    cpm: exactNumber(figures.cpm),
    cpm_posts: figures.cpm_posts,
    cpm_unknown_because: figures.cpm_reason,
    cost_per_engagement: exactNumber(figures.cost_per_engagement),
    cost_per_engagement_posts: figures.cost_posts,
    cost_per_engagement_unknown_because: figures.cost_reason,
    mean_views: exactNumber(figures.mean_views),
    definitions: figures.definitions,
    measured_from: figures.measured_from,
    measured_until: figures.measured_until,
    simulated_posts: figures.simulated_posts,
  };
}

/** A campaign of the list, for programs. */
export function apiListed(listed: ListedCampaign) {
  const { id, name, state, currency, note, starts_on, ends_on, platforms } = listed;
  const { created_at, updated_at, made_by } = listed;
  const about = { id, name, state, currency, note, starts_on, ends_on };
  return { ...about, created_at, updated_at, made_by, platforms, ...apiFigures(listed) };
}

/** A campaign with its totals and platforms, for programs. */
export function apiDetail({ campaign, totals, platforms, ...rest }: CampaignDetail) {
  return {
    ...campaign,
    totals: apiFigures(totals),
    platforms: platforms.map((each) => ({ platform: each.platform, ...apiFigures(each) })),
    ...rest,
  };
}

const COUNTS = ["impressions", "reach", "views", "likes", "comments", "shares", "saves"] as const;

/** A post of a campaign, for programs. */
export function apiCampaignPost(post: CampaignPost) {
  const { absent, is_partial, is_simulated, definition, ...rest } = post;
  return {
    ...rest,
    ...Object.fromEntries(COUNTS.map((name) => [name, exactNumber(post[name])])),
    engagement: exactNumber(post.engagement),
    engagement_partial: is_partial,
    engagement_rate: exactNumber(post.engagement_rate),
    price: exactNumber(post.price),
    cpm: exactNumber(post.cpm),
    cost_per_engagement: exactNumber(post.cost_per_engagement),
    missing_because: absent,
    metric_definition: definition,
    simulated: is_simulated,
  };
}

/** A campaign's days, for programs. */
export function apiTrend({ days, ...rest }: CampaignTrend) {
  return {
    ...rest,
    days: days.map((day) => ({
      ...day,
      views: exactNumber(day.views),
      engagement: exactNumber(day.engagement),
      spend: exactNumber(day.spend),
    })),
  };
}
