import type { ApifyWords } from "./apify-refusal.ts";
import type { Limits } from "./platform.ts";
import { credentialName, type PlatformSettings } from "./settings.ts";

/** The budget of an account at Apify: one for everything that is asked with its token. */
export function apifyLimits(token: string, settings: PlatformSettings): Limits {
  return {
    provider: "apify",
    credential: credentialName(token, settings),
    callsPerSecond: settings.APIFY_CALLS_PER_SECOND,
    burst: settings.APIFY_CALLS_PER_SECOND,
    dailyQuota: null,
    quotaZone: "UTC",
  };
}

/** Sentences about what is asked with the server's own token. */
export function serverWords(actor: string): ApifyWords {
  return {
    token: "APIFY_TOKEN of this server",
    account: "The Apify account of this server",
    actor,
  };
}
