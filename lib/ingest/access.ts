import "server-only";
import { z } from "zod";
import { tokenKeys } from "@/lib/accounts/own-keys";
import { env } from "@/lib/env";
import { type IngestOrder, serverLimits } from "@/lib/ingest/claim";
import { refusedOnServerToken } from "@/lib/ingest/server-actors";
import { openIngestToken } from "@/lib/ingest/token-vault";
import type { ApifyAccess } from "@/lib/platforms/apify-client";
import { serverWords } from "@/lib/platforms/apify-limits";
import type { Limits } from "@/lib/platforms/platform";
import { effectiveSettings } from "@/lib/platforms/settings";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

export type IngestAccess =
  | { kind: "ready"; access: ApifyAccess; limits: Limits; simulated: boolean }
  | { kind: "unavailable"; detail: string };

const sealed = z.object({ ciphertext: z.string() }).nullable();

/** How to reach Apify for a run: with the workspace's own token, or with the server's. */
export async function accessFor(db: Db, order: IngestOrder): Promise<IngestAccess> {
  const settings = effectiveSettings(env());
  const common = {
    kind: "ready" as const,
    limits: { ...serverLimits(), ...(order.credential && { credential: order.credential }) },
    simulated: settings.FEATURE_FAKE_INSIGHTS,
  };
  const { APIFY_BASE_URL: baseUrl, APIFY_TOKEN: token } = settings;
  const actor = `The actor ${order.actor ?? ""}`;
  if (order.token_source === "server") {
    if (!token) return { kind: "unavailable", detail: "APIFY_TOKEN is not configured." };
    const starting = order.state === "starting" ? order.actor : null;
    const refused = starting && refusedOnServerToken(starting, settings);
    if (refused) return { kind: "unavailable", detail: refused };
    return { ...common, access: { baseUrl, token, words: serverWords(actor) } };
  }
  const answer = await db.rpc("take_ingest_token", { workspace: order.workspace_id });
  const row = sealed.parse(unwrap(answer));
  if (!row) {
    return { kind: "unavailable", detail: "The workspace's own token was removed meanwhile." };
  }
  const opened = await openIngestToken(row.ciphertext, order.workspace_id, tokenKeys());
  if (opened.kind === "unreadable") return { kind: "unavailable", detail: opened.detail };
  const words = {
    token: "the workspace's own token",
    account: "The workspace's own Apify account",
    actor,
  };
  return { ...common, access: { baseUrl, token: opened.text, words } };
}
