import { createHash } from "node:crypto";
import type { Env } from "../env.ts";
import type { CallLimits } from "../http/fetch-text.ts";

/** The settings of this server that say how platforms are reached. */
export type PlatformSettings = Pick<
  Env,
  | "YOUTUBE_API_KEY"
  | "YOUTUBE_BASE_URL"
  | "YOUTUBE_DAILY_QUOTA"
  | "YOUTUBE_CALLS_PER_SECOND"
  | "APIFY_TOKEN"
  | "APIFY_BASE_URL"
  | "APIFY_TIKTOK_ACTOR"
  | "APIFY_INSTAGRAM_ACTOR"
  | "APIFY_CALLS_PER_SECOND"
  | "APIFY_REELS_ACTOR"
  | "APIFY_INPUT_JSON"
  | "APIFY_MAX_RESULTS"
  | "GOOGLE_CLIENT_ID"
  | "GOOGLE_CLIENT_SECRET"
  | "TIKTOK_CLIENT_KEY"
  | "TIKTOK_CLIENT_SECRET"
  | "META_APP_ID"
  | "META_APP_SECRET"
  | "INSTAGRAM_APP_ID"
  | "INSTAGRAM_APP_SECRET"
  | "LINKEDIN_CLIENT_ID"
  | "LINKEDIN_CLIENT_SECRET"
  | "LINKEDIN_VERSION"
  | "FEATURE_FAKE_INSIGHTS"
  | "SIMULATOR_URL"
>;

/** What tests set otherwise: the clock and the bounds of a call. */
export type SourceOptions = { now?: () => number; limits?: Partial<CallLimits> };

/** The simulator has no budget to spare: nothing waits for it. */
export const SIMULATED_CALLS_PER_SECOND = 1000;

/** With FEATURE_FAKE_INSIGHTS every address leads to the simulator, with its key. Otherwise unchanged. */
export function effectiveSettings(settings: PlatformSettings): PlatformSettings {
  const simulator = settings.SIMULATOR_URL?.replace(/\/+$/, "");
  if (!settings.FEATURE_FAKE_INSIGHTS || !simulator) return settings;
  return {
    ...settings,
    YOUTUBE_BASE_URL: `${simulator}/youtube/v3`,
    YOUTUBE_API_KEY: "simulator",
    YOUTUBE_CALLS_PER_SECOND: SIMULATED_CALLS_PER_SECOND,
    APIFY_BASE_URL: `${simulator}/apify/v2`,
    APIFY_TOKEN: "simulator",
    APIFY_TIKTOK_ACTOR: "clockworks~tiktok-scraper",
    APIFY_INSTAGRAM_ACTOR: "apify~instagram-scraper",
    APIFY_REELS_ACTOR: settings.APIFY_REELS_ACTOR ?? "community~instagram-reels-feed",
    APIFY_CALLS_PER_SECOND: SIMULATED_CALLS_PER_SECOND,
    GOOGLE_CLIENT_ID: "simulator",
    GOOGLE_CLIENT_SECRET: "simulator-secret",
    TIKTOK_CLIENT_KEY: "simulator",
    TIKTOK_CLIENT_SECRET: "simulator-secret",
    META_APP_ID: "simulator",
    META_APP_SECRET: "simulator-secret",
    INSTAGRAM_APP_ID: "simulator",
    INSTAGRAM_APP_SECRET: "simulator-secret",
    LINKEDIN_CLIENT_ID: "simulator",
    LINKEDIN_CLIENT_SECRET: "simulator-secret",
  };
}

/** A stable name of a credential that does not give it away. */
export function credentialName(secret: string, settings: PlatformSettings): string {
  if (settings.FEATURE_FAKE_INSIGHTS) return "simulated";
  return createHash("sha256").update(secret).digest("hex").slice(0, 12);
}
