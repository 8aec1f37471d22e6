import type { ActorInput } from "@/lib/ingest/schema";
import { effectiveSettings, type PlatformSettings } from "@/lib/platforms/settings";

/** What this server brings reels in with, where a workspace has no settings of its own. */
export function defaultIngest(settings: PlatformSettings) {
  const { APIFY_REELS_ACTOR, APIFY_INPUT_JSON, APIFY_MAX_RESULTS, APIFY_TOKEN } =
    effectiveSettings(settings);
  const input: ActorInput = APIFY_INPUT_JSON ?? { resultsLimit: APIFY_MAX_RESULTS };
  return {
    actor: APIFY_REELS_ACTOR ?? null,
    input,
    maxItems: APIFY_MAX_RESULTS,
    hasToken: Boolean(APIFY_TOKEN),
  };
}
