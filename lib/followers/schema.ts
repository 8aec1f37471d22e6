import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { periodQuery } from "@/lib/reports/period";

/** Why an account's last reading brought no followers. */
export const FOLLOWER_REASONS = ["not_offered", "hidden", "scope_missing", "error"] as const;

const text = z.string().nullable();
const why = {
  reason: z.enum(FOLLOWER_REASONS).nullable(),
  /** The same as a sentence. */
  detail: text,
  /** Null: never asked yet. */
  asked_at: text,
};

/** An account's newest count beside one of 30 days before, or nearest to it. */
export const accountFollowers = z.object({
  account_id: z.uuid(),
  followers: text,
  is_rounded: z.boolean().nullable(),
  is_simulated: z.boolean().nullable(),
  measured_at: text,
  source: text,
  before: text,
  before_at: text,
  before_is_rounded: z.boolean().nullable(),
  ...why,
  /** A point a day at most. */
  points: z.array(z.tuple([z.string(), z.string()])).nullable(),
});
export type AccountFollowers = z.output<typeof accountFollowers>;

export const followerHistory = z.object({
  account_id: z.uuid(),
  platform: z.enum(PLATFORM_IDS),
  name: z.string(),
  ...why,
  points: z.array(
    z.object({
      day: z.string(),
      measured_at: z.string(),
      followers: z.string(),
      is_rounded: z.boolean(),
      source: z.string(),
      is_simulated: z.boolean(),
    }),
  ),
});

/** Days as reports have them: the last 7, 30 or 90, or from one to another. */
export const followersQuery = periodQuery;
