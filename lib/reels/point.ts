import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";

const percentile = z.number().min(0).max(100);

/** A point as SQL sends it: thousands of them without their names. */
export const pointTuple = z
  .tuple([
    z.number(),
    z.enum(PLATFORM_IDS),
    z.string().nullable(),
    z.string().nullable(),
    z.string().nullable(),
    z.string(),
    z.number(),
    z.number(),
    percentile,
    percentile,
    percentile,
    z.number().nullable(),
    z.string(),
    z.string(),
    z.boolean(),
  ])
  .transform(
    ([
      post_id,
      platform,
      author,
      title,
      reel_url,
      views,
      views_per_hour,
      engagement_rate,
      views_per_hour_percentile,
      engagement_rate_percentile,
      performance_score,
      outlier_factor,
      measured_at,
      source_name,
      is_simulated,
    ]) => ({
      post_id,
      platform,
      author,
      title,
      /** Null for samples: they stand nowhere. */
      reel_url,
      views,
      views_per_hour,
      engagement_rate,
      views_per_hour_percentile,
      engagement_rate_percentile,
      performance_score,
      outlier_factor,
      measured_at,
      source_name,
      is_simulated,
    }),
  );

/** One short video as the scatter draws it. Counts are decimal text, rates fractions. */
export type ReelPoint = z.output<typeof pointTuple>;

/** What is drawn of a cohort: what can be told apart, every breakout and outlier among it. */
export type ReelPoints = {
  points: ReelPoint[];
  /** Of the cohort, after the filter: with percentiles, and without (too few to rank, or a number is missing). */
  ranked: number;
  unranked: number;
  /** Ranked ones that are not drawn: another stands within a pixel or two. */
  sampled_out: number;
  /** In the zone (velocity ≥ 80, engagement ≥ 70) and with a score ≥ 95, of all ranked. */
  in_zone: number;
  breakouts: number;
};
