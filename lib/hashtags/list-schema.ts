import { z } from "zod";
import { oneOf, period, platform, refusePeriod } from "@/lib/answers/parameters";
import { clamped } from "@/lib/jobs/schema";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { pageNumber } from "@/lib/search";
import { storableText } from "@/lib/storable";

/** Minutes in which a hashtag can be trending. */
export const WINDOWS = { "15m": 15, "1h": 60, "6h": 360, "24h": 1440 } as const;
/** Hours in which a hashtag can have grown. */
export const GROWTHS = { "24h": 24, "7d": 168 } as const;
/** How far back posts are counted, by when they were published. */
export const PERIODS = ["24h", "7d", "30d", "90d", "1y", "all"] as const;

export type Window = keyof typeof WINDOWS;
export type Growth = keyof typeof GROWTHS;
export type Period = (typeof PERIODS)[number];

const beginning = z.string().trim().min(1).max(100).transform(storableText);

/** What /hashtags shows. */
export const hashtagsPage = z.object({
  window: z.enum(["15m", "1h", "6h", "24h"]).default("1h"),
  growth: z.enum(["24h", "7d"]).default("24h"),
  period: z.enum(PERIODS).default("all"),
  platform: z.enum(PLATFORM_IDS).optional(),
  search: beginning.optional(),
  page: pageNumber,
});
export type HashtagsPage = z.output<typeof hashtagsPage>;

/** What a hashtag's own page shows. */
export const hashtagPage = z.object({
  period: z.enum(PERIODS).default("30d"),
  platform: z.enum(PLATFORM_IDS).optional(),
});
export type HashtagPage = z.output<typeof hashtagPage>;

/** The same asked by programs. */
export const hashtagsQuery = z
  .object({
    search: beginning.optional(),
    platform,
    ...period,
    page: pageNumber,
    limit: clamped(1, 200, 50),
  })
  .superRefine(refusePeriod);

export const hashtagQuery = z.object({ platform, ...period }).superRefine(refusePeriod);

const BUCKETS = ["hour", "day", "week", "month"] as const;
export type Bucket = (typeof BUCKETS)[number];

export const historyQuery = z
  .object({ bucket: oneOf(BUCKETS).optional(), platform, ...period })
  .superRefine(refusePeriod);
