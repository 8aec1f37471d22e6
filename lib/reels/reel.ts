import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { MEDIA_KINDS } from "@/lib/posts/schema";

const percentile = z.number().min(0).max(100);
const count = z.string();

/** Against whom `outlier_factor` is told. */
export const baseline = z.discriminatedUnion("of", [
  z.object({
    /** The author's other short videos at the same age. */
    of: z.literal("author"),
    hours: z.number(),
    own_views: count,
    /** Their median, and where the true one lies with so much confidence. */
    views: z.number(),
    low: count,
    high: count,
    n: z.number(),
    confidence: z.number(),
  }),
  /** The median of its platform and definition in the window, whatever the age. */
  z.object({ of: z.literal("platform"), views: z.number(), n: z.number() }),
]);
export type Baseline = z.output<typeof baseline>;

/** Views gained between the two newest measurements. */
const velocity = z.object({
  from: z.string(),
  to: z.string(),
  hours: z.number(),
  gained: count,
  /** Null when views fell: the platform restated them. */
  per_hour: z.number().nullable(),
  /** So long apart that a rate says little. */
  is_gap: z.boolean(),
});

export const REEL_STATUS = ["breakout", "zone", "outlier", "usual"] as const;

/** One short video with its standing in its cohort. Counts are decimal text, rates fractions. */
export const reel = z.object({
  post_id: z.number(),
  reel_id: z.string(),
  reel_url: z.string().nullable(),
  platform: z.enum(PLATFORM_IDS),
  author: z.string().nullable(),
  title: z.string().nullable(),
  caption: z.string().nullable(),
  thumbnail_url: z.string().nullable(),
  media_kind: z.enum(MEDIA_KINDS),
  duration_seconds: z.number().nullable(),
  publish_time: z.string(),
  latest_scraped_at: z.string(),
  views: count,
  likes: count.nullable(),
  comments: count.nullable(),
  shares_or_saves: count.nullable(),
  absent: z.record(z.string(), z.string()),
  source: z.string(),
  source_name: z.string(),
  definition: z.string(),
  is_simulated: z.boolean(),
  hours_since_publish: z.number(),
  views_per_hour: z.number(),
  engagement_rate: z.number(),
  /** False: likes or comments are missing, the rate is a lower bound and is not ranked. */
  is_whole: z.boolean(),
  /** Null: too few were compared (`n`, `engagement_n`), or the rate is not whole. */
  views_percentile: percentile.nullable(),
  views_per_hour_percentile: percentile.nullable(),
  engagement_rate_percentile: percentile.nullable(),
  performance_score: percentile.nullable(),
  n: z.number(),
  engagement_n: z.number(),
  outlier_factor: z.number().nullable(),
  is_outlier: z.boolean().nullable(),
  /** Views above Q3 + 1.5 × IQR of those it is compared with. */
  is_iqr_outlier: z.boolean().nullable(),
  baseline: baseline.nullable(),
  velocity: velocity.nullable(),
  /** breakout: score ≥ 95; zone: velocity ≥ 80 and engagement ≥ 70; outlier: factor ≥ 3. */
  status: z.enum(REEL_STATUS),
});
export type Reel = z.output<typeof reel>;

/** Those whose numbers are compared with each other. */
const part = z.object({
  platform: z.enum(PLATFORM_IDS),
  definition: z.string(),
  is_simulated: z.boolean(),
  n: z.number(),
  engagement_n: z.number(),
  /** Of the n, how many the filter leaves. */
  shown: z.number(),
  median_views: z.number(),
  mean_views_per_hour: z.number(),
});

/** A page of a cohort. `summary` is of what the filter leaves. */
export const reelAnswer = z.object({
  cohort: z.object({
    days: z.union([z.literal(7), z.literal(30), z.literal(90)]),
    starts_at: z.string(),
    ends_at: z.string(),
    is_sample: z.boolean(),
    smallest: z.number(),
    parts: z.array(part),
  }),
  summary: z.object({
    total: z.number(),
    ranked: z.number(),
    breakouts: z.number(),
    in_zone: z.number(),
    outliers: z.number(),
    /** How many have a factor, and a whole engagement rate. */
    factors: z.number(),
    rates: z.number(),
    total_views: count.nullable(),
    median_engagement_rate: z.number().nullable(),
    mean_engagement_rate: z.number().nullable(),
    median_views_per_hour: z.number().nullable(),
    median_outlier_factor: z.number().nullable(),
  }),
  items: z.array(reel),
});
export type ReelAnswer = z.output<typeof reelAnswer>;

export const reelChoices = z.object({
  unmeasured: z.number(),
  platforms: z.array(z.enum(PLATFORM_IDS)),
  authors: z.array(z.string()),
});
export type ReelChoices = z.output<typeof reelChoices>;
