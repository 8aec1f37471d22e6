import { z } from "zod";
import { CAMPAIGN_STATES } from "@/lib/campaigns/states";
import { PLATFORM_IDS } from "@/lib/platforms/platform";

const text = z.string().nullable();
/** What engagement is divided by. */
export const basis = z.enum(["views", "reach", "impressions", "followers"]);

/** Why a number is not there. */
const REASONS = [
  "no_posts",
  "not_measured",
  "views_not_told",
  "engagement_not_told",
  "base_not_told",
  "zero_base",
  "no_price",
  "priced_without_views",
  "zero_views",
  "priced_without_engagement",
  "zero_engagement",
] as const;
export type FigureReason = (typeof REASONS)[number];
const reason = z.enum(REASONS).nullable();

/** Sums are over the posts that have the number: `*_posts` says how many. */
const figures = {
  posts: z.number(),
  measured_posts: z.number(),
  views: text,
  views_posts: z.number(),
  views_reason: reason,
  engagement: text,
  engagement_posts: z.number(),
  /** Of them, posts of which a part is missing though the platform offers it. */
  partial_posts: z.number(),
  engagement_reason: reason,
  engagement_rate: text,
  rate_posts: z.number(),
  /** What the rate's engagement was divided by; several where posts differ. */
  rate_of: z.array(basis),
  rate_reason: reason,
  spend: text,
  priced_posts: z.number(),
  spend_reason: reason,
  cpm: text,
  cpm_posts: z.number(),
  cpm_reason: reason,
  cost_per_engagement: text,
  cost_posts: z.number(),
  cost_reason: reason,
  mean_views: text,
  definitions: z.number(),
  measured_from: text,
  measured_until: text,
  simulated_posts: z.number(),
};
const allFigures = z.object(figures);
export type Figures = z.output<typeof allFigures>;

const campaign = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(CAMPAIGN_STATES),
  currency: z.string(),
  note: text,
  starts_on: text,
  ends_on: text,
  created_at: z.string(),
  updated_at: z.string(),
  made_by: text,
});
export type Campaign = z.output<typeof campaign>;

const listed = campaign.extend({ ...figures, platforms: z.array(z.enum(PLATFORM_IDS)) });
export type ListedCampaign = z.output<typeof listed>;

export const campaignList = z.object({
  items: z.array(listed),
  total_count: z.number(),
  states: z.record(z.enum(CAMPAIGN_STATES), z.number()),
  /** A post counts once, in however many campaigns it is. */
  totals: z.object({
    campaigns: z.number(),
    posts: z.number(),
    views: text,
    views_posts: z.number(),
    definitions: z.number(),
    simulated_posts: z.number(),
    mean_rate: text,
    rated_campaigns: z.number(),
  }),
  rate_basis: basis,
  as_of: z.string(),
});
export type CampaignList = z.output<typeof campaignList>;

export const campaignDetail = z.object({
  campaign,
  totals: allFigures,
  platforms: z.array(allFigures.extend({ platform: z.enum(PLATFORM_IDS) })),
  definitions: z.array(
    z.object({
      platform: z.enum(PLATFORM_IDS),
      definition: z.string(),
      description: z.string(),
      is_simulated: z.boolean(),
      posts: z.number(),
    }),
  ),
  rate_basis: basis,
  time_zone: z.string(),
  as_of: z.string(),
});
export type CampaignDetail = z.output<typeof campaignDetail>;

export const campaignTrend = z.object({
  time_zone: z.string(),
  today: z.string(),
  from: z.string(),
  until: z.string(),
  posts: z.number(),
  priced_posts: z.number(),
  /** The first day on which any of the posts was measured. */
  first_day: text,
  days: z.array(
    z.object({
      day: z.string(),
      views: text,
      views_posts: z.number(),
      /** Posts that have views for the first time: what they bring is no gain. */
      new_posts: z.number(),
      engagement: text,
      engagement_posts: z.number(),
      spend: text,
      priced_posts: z.number(),
      measured: z.number(),
      partial: z.boolean(),
    }),
  ),
  changes: z.array(
    z.object({
      day: z.string(),
      definition: z.string(),
      platform: z.enum(PLATFORM_IDS),
      description: z.string(),
      posts: z.number(),
    }),
  ),
  is_simulated: z.boolean(),
});
export type CampaignTrend = z.output<typeof campaignTrend>;

export const added = z.object({
  added: z.number(),
  already: z.number(),
  unknown: z.union([z.number(), z.array(z.number())]),
});

export const campaignChoices = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    has_post: z.boolean(),
  }),
);
