import { z } from "zod";

/** What a rate can be divided by: see `lib/workspaces/rate-basis.ts`. */
export const rateBasis = z.enum(["views", "reach", "impressions", "followers"]);

/** Why a post has no rate, as the view `post_list` tells it. */
export const RATE_REASONS = [
  "not_measured",
  /** Nobody has seen it, or nobody follows. */
  "zero",
  "no_views",
  "no_reach",
  /** Of an account that is not connected: nobody counts its followers. */
  "no_account",
  "no_followers",
] as const;
export type RateReason = (typeof RATE_REASONS)[number];

/** A rate of 6 decimals as text, what it was divided by, or why there is none. */
export const rated = {
  engagement_rate: z.string().nullable(),
  engagement_basis: rateBasis.nullable(),
  engagement_reason: z.enum(RATE_REASONS).nullable(),
};
