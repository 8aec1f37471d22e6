import "server-only";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { getIngestSettings } from "@/lib/ingest/queries";
import { refusedOnServerToken } from "@/lib/ingest/server-actors";
import type { Scope } from "@/lib/supabase/server";

/** Throws `unavailable`, naming the setting, when a run could not even begin. */
export async function requireConfigured(scope: Scope) {
  const { actor, token_hint, has_server_token } = await getIngestSettings(scope);
  if (!actor) {
    throw new AppError(
      "unavailable",
      "No actor is configured: an admin chooses one in the ingest settings of this workspace, or APIFY_REELS_ACTOR names one for this server.",
    );
  }
  if (!token_hint && !has_server_token) {
    throw new AppError(
      "unavailable",
      "APIFY_TOKEN is not configured, and this workspace has no token of its own in its ingest settings.",
    );
  }
  const refused = token_hint ? null : refusedOnServerToken(actor, env());
  if (refused) throw new AppError("unavailable", refused);
}
