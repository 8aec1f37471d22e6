import type { Measured } from "./metric.ts";

export const PLATFORM_IDS = ["youtube", "tiktok", "instagram", "facebook", "linkedin"] as const;

export type PlatformId = (typeof PLATFORM_IDS)[number];

/** How platforms are written in sentences. */
export const PLATFORM_NAMES: Record<PlatformId, string> = {
  youtube: "YouTube",
  tiktok: "TikTok",
  instagram: "Instagram",
  facebook: "Facebook",
  linkedin: "LinkedIn",
};

/** One post as a provider described it, at one moment. */
export type Observation = {
  /** The platform's own id, the one in the canonical link. */
  externalId: string;
  /** Canonical link without tracking parameters. */
  url: string;
  authorHandle: string | null;
  authorName: string | null;
  title: string | null;
  caption: string | null;
  mediaKind: "video" | "short" | "reel" | "image" | "carousel" | "live" | "text" | null;
  durationSeconds: number | null;
  thumbnailUrl: string | null;
  /** ISO 8601. */
  publishedAt: string | null;
  metrics: Measured;
  /** Which definition of the metrics applied: an id in `metric_definitions`. */
  definition: string;
  /** The provider's item exactly as it came, as JSON text. */
  payload: string;
};

/** Codes of rows that did not get a number. Sentences and next steps stand in `lib/jobs/row-errors.ts`. */
export const ROW_ERRORS = [
  "not_found",
  "not_configured",
  "needs_account",
  "rate_limited",
  "quota",
  "unsupported_link",
  "permission",
  "provider_error",
  "internal",
] as const;

export type RowError = (typeof ROW_ERRORS)[number];

/** What one post's fetch came to. */
export type Outcome =
  | { kind: "measured"; observation: Observation }
  /** Final for this run: the row fails with the code. `detail` names the setting or quotes the provider. */
  | { kind: "failed"; code: RowError; detail?: string };

/** What one call for a batch of posts came to. */
export type BatchResult =
  | { kind: "done"; outcomes: Map<string, Outcome> }
  /** The provider works on it: ask again with `ref`. */
  | { kind: "pending"; ref: string; afterSeconds: number }
  /** Not now: nothing was measured, try the same posts later. */
  | {
      kind: "refused";
      code: "rate_limited" | "quota" | "provider_error";
      afterSeconds: number | null;
      detail: string;
      /** Work that the provider already does for these posts: ask again with it, so as not to pay twice. */
      ref?: string;
    }
  /** No post of the batch can be had: a key is wrong, a permission is missing. */
  | { kind: "failed"; code: RowError; detail: string };

/** How much may be asked of a provider with one credential, shared by every process. */
export type Limits = {
  /** Names the budget, e.g. `youtube_data` or `apify`. */
  provider: string;
  /** A stable, non-secret name of the credential (a short hash), so that two keys have two budgets. */
  credential: string;
  callsPerSecond: number;
  burst: number;
  /** Units a day, and the time zone in which the provider's day begins. Null: no daily quota. */
  dailyQuota: number | null;
  quotaZone: string;
};

export type PostRef = { externalId: string; url: string };

/** How to measure public posts of one platform. */
export type PostSource = {
  platform: PlatformId;
  /** Stored with every snapshot: `youtube_data`, `apify_tiktok`, `apify_instagram`. */
  source: string;
  /** How many posts one call may ask for. */
  batchSize: number;
  limits: Limits;
  /** True when the answers come from our simulator. Stored with everything that it delivers. */
  simulated: boolean;
  /**
   * Measures up to `batchSize` posts in one call. Never throws for what a provider did;
   * each id of `posts` is a key of the answer's `outcomes`.
   */
  measure: (
    posts: PostRef[],
    context: { ref: string | null; signal: AbortSignal },
  ) => Promise<BatchResult>;
};

/** What can be done for a platform with the settings of this server. */
export type SourceChoice =
  | { kind: "ready"; source: PostSource }
  | { kind: "unavailable"; code: "not_configured" | "needs_account"; detail: string };
