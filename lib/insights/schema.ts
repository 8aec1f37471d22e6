import { z } from "zod";
import { ABSENCES } from "@/lib/platforms/metric";
import { PLATFORM_IDS } from "@/lib/platforms/platform";

const provider = z.enum(PLATFORM_IDS).optional();

export const fetchOptions = z.object({ force_refresh: z.boolean().default(false), provider });
export type FetchOptions = z.output<typeof fetchOptions>;

export const newestFilter = z.object({ provider });
export const historyFilter = z.object({
  provider,
  /** Snapshots of each provider. */
  limit: z.coerce.number().int().min(1).max(500).default(30),
});
export type HistoryFilter = z.output<typeof historyFilter>;

const number = z.string().nullable();

/** A row of `schedule_snapshots`. Counts and rates are decimal text. */
export const snapshotRow = z.object({
  id: z.uuid(),
  provider: z.enum(PLATFORM_IDS),
  source: z.string(),
  bucket_at: z.string(),
  fetched_at: z.string(),
  impressions: number,
  reach: number,
  views: number,
  likes: number,
  comments: number,
  shares: number,
  saves: number,
  clicks: number,
  video_views: number,
  absent: z.record(z.string(), z.enum(ABSENCES)),
  definition: z.string(),
  is_simulated: z.boolean(),
  is_current: z.boolean(),
  ctr: number,
  engagement_rate: number,
  reach_norm: number,
  conv_rate: number,
  reward: number,
});
export type SnapshotRow = z.output<typeof snapshotRow>;
