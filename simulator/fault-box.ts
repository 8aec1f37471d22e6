import { z } from "zod";
import { randomOf } from "./random.ts";

export const fault = z.object({
  platform: z.enum([
    "youtube",
    "youtube_analytics",
    "apify",
    "short_links",
    "google",
    "tiktok",
    "facebook",
    "instagram",
    "linkedin",
  ]),
  kind: z.enum([
    "429",
    "5xx",
    "slow",
    "endless",
    "malformed",
    "quota",
    "expired_token",
    "html502",
    "cut",
  ]),
  /** Sent as the header of that name with 429 and 5xx. */
  retryAfterSeconds: z.number().int().nonnegative().optional(),
  /** How long `slow` holds back the body. */
  delaySeconds: z.number().positive().default(5),
  /** For how many requests; without it until the reset. */
  times: z.number().int().positive().optional(),
  /** For which share of the requests, drawn from the seed. */
  rate: z.number().min(0).max(1).default(1),
});

export type Fault = z.output<typeof fault>;

export type FaultBox = {
  /** Replaces all faults. */
  set: (faults: Fault[]) => void;
  /** The fault that meets the next request to a platform, if any. */
  next: (platform: Fault["platform"]) => Fault | null;
};

export function createFaultBox(seed: string): FaultBox {
  let active: (Fault & { left: number })[] = [];
  let random = randomOf(seed);
  return {
    set(faults) {
      active = faults.map((each) => ({ ...each, left: each.times ?? Number.POSITIVE_INFINITY }));
      random = randomOf(seed);
    },
    next(platform) {
      const met = active.find(
        (each) => each.platform === platform && each.left > 0 && random() < each.rate,
      );
      if (met) met.left -= 1;
      return met ?? null;
    },
  };
}
