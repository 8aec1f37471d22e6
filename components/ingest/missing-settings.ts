import type { IngestSettings } from "@/lib/ingest/queries";

/** Why no run can begin, naming the setting. Null: one can. */
export function missingSetting({
  actor,
  token_hint,
  has_server_token,
}: Pick<IngestSettings, "actor" | "token_hint" | "has_server_token">): string | null {
  if (actor === null) {
    return "No actor is chosen, and APIFY_REELS_ACTOR names none for this server. An admin chooses what is brought in here and saves it.";
  }
  if (token_hint === null && !has_server_token) {
    return "There is no token to pay with: APIFY_TOKEN is not set on this server. Ask who runs it, or save a token of your own.";
  }
  return null;
}
