import { FORM_ACTORS } from "@/lib/ingest/templates";
import { effectiveSettings, type PlatformSettings } from "@/lib/platforms/settings";

/**
 * Why an actor may not run on the server's token; null: it may. An actor is its publisher's code,
 * is handed the token it runs with, and costs what its publisher asks: with the server's token a
 * workspace chooses among those that the server names and those of the forms.
 */
export function refusedOnServerToken(actor: string, settings: PlatformSettings): string | null {
  const { APIFY_REELS_ACTOR, APIFY_TIKTOK_ACTOR, APIFY_INSTAGRAM_ACTOR, FEATURE_FAKE_INSIGHTS } =
    effectiveSettings(settings);
  const named = [APIFY_REELS_ACTOR, APIFY_TIKTOK_ACTOR, APIFY_INSTAGRAM_ACTOR, ...FORM_ACTORS]
    .filter((name) => name !== undefined)
    .map((name) => name.replace("/", "~"));
  if (FEATURE_FAKE_INSIGHTS || named.includes(actor.replace("/", "~"))) return null;
  const choices = [...new Set(named)].join(", ");
  return `The actor ${actor} does not run on this server's Apify token: an admin keeps the workspace's own token in the ingest settings, or chooses one of ${choices}.`;
}
