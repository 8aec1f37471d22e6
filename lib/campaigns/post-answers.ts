import { z } from "zod";
import { basis } from "@/lib/campaigns/answers";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { absent } from "@/lib/posts/post-row";
import { MEDIA_KINDS, POST_STATES } from "@/lib/posts/schema";

const text = z.string().nullable();

const campaignPost = z.object({
  id: z.number(),
  platform: z.enum(PLATFORM_IDS),
  external_id: z.string(),
  url: z.string(),
  author_handle: text,
  author_name: text,
  title: text,
  caption: text,
  media_kind: z.enum(MEDIA_KINDS).nullable(),
  thumbnail_url: text,
  published_at: text,
  state: z.enum(POST_STATES),
  freshness: z.enum(["fresh", "ageing", "stale", "cut"]).nullable(),
  measured_at: text,
  source: text,
  source_name: text,
  definition: text,
  is_simulated: z.boolean().nullable(),
  impressions: text,
  reach: text,
  views: text,
  likes: text,
  comments: text,
  shares: text,
  saves: text,
  absent: absent.nullable(),
  engagement: text,
  is_partial: z.boolean(),
  engagement_rate: text,
  engagement_rate_of: basis,
  price: text,
  cpm: text,
  cost_per_engagement: text,
  added_at: z.string(),
});
export type CampaignPost = z.output<typeof campaignPost>;

export const campaignPosts = z.object({
  total_count: z.number(),
  items: z.array(campaignPost),
});
export type CampaignPosts = z.output<typeof campaignPosts>;
