import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";

const percentile = z.number().min(0).max(100);

/** One short video as the scatter draws it. Counts are decimal text, rates fractions. */
export const reelPoint = z.object({
  post_id: z.number(),
  /** Null for samples: they stand nowhere. */
  reel_url: z.url().nullable(),
  platform: z.enum(PLATFORM_IDS),
  author: z.string().nullable(),
  title: z.string().nullable(),
  views: z.string(),
  views_per_hour: z.number(),
  engagement_rate: z.number(),
  views_per_hour_percentile: percentile,
  engagement_rate_percentile: percentile,
  performance_score: percentile,
  outlier_factor: z.number().nullable(),
  measured_at: z.string(),
  source_name: z.string(),
  is_simulated: z.boolean(),
});
export type ReelPoint = z.output<typeof reelPoint>;

/** What is drawn of a cohort: what can be told apart, every breakout and outlier among it. */
export const reelPoints = z.object({
  points: z.array(reelPoint),
  /** Of the cohort, after the filter: with percentiles, and without (too few to rank, or a number is missing). */
  ranked: z.number(),
  unranked: z.number(),
  /** Ranked ones that are not drawn: another stands within a pixel or two. */
  sampled_out: z.number(),
  /** In the zone (velocity ≥ 80, engagement ≥ 70) and with a score ≥ 95, of all ranked. */
  in_zone: z.number(),
  breakouts: z.number(),
});
export type ReelPoints = z.output<typeof reelPoints>;
