import "server-only";
import { z } from "zod";
import { tokenKeys } from "@/lib/accounts/own-keys";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { requireConfigured } from "@/lib/ingest/require-configured";
import type { IngestSettingsInput } from "@/lib/ingest/schema";
import { sealIngestToken } from "@/lib/ingest/token-vault";
import { credentialName } from "@/lib/platforms/settings";
import { startWorkerAfterwards } from "@/lib/queue/start-worker";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const HINT_LENGTH = 4;

const requested = z.union([
  z.object({ run_id: z.uuid() }),
  z.object({
    active: z.object({
      id: z.uuid(),
      state: z.string(),
      trigger: z.string(),
      created_at: z.string(),
    }),
  }),
  z.object({ retry_after_seconds: z.number() }),
]);

/**
 * Queues a run; the work begins after the answer. Throws `unavailable` when something is not
 * configured, `conflict` while another run is under way, `rate_limited` beyond six an hour.
 */
export async function requestIngest(scope: Scope, { test = false } = {}): Promise<string> {
  await requireConfigured(scope);
  const answer = await scope.db.rpc("request_ingest", { workspace: scope.workspaceId, test });
  const asked = requested.parse(unwrap(answer));
  if ("active" in asked) {
    const { id, state } = asked.active;
    throw new AppError(
      "conflict",
      `A run is under way already (${id}, ${state}). Wait for its end, or cancel it.`,
      asked.active,
    );
  }
  if ("retry_after_seconds" in asked) {
    const minutes = Math.ceil(asked.retry_after_seconds / 60);
    throw new AppError(
      "rate_limited",
      `Six runs were started by hand within an hour, and runs cost money. Try again in ${minutes} min.`,
      asked,
    );
  }
  startWorkerAfterwards();
  return asked.run_id;
}

/** Ends a run early; what it found by then is kept. Returns its state. Throws `conflict` when it has ended. */
export async function cancelIngest({ db }: Scope, runId: string) {
  const state = unwrap(await db.rpc("cancel_ingest", { run: runId }));
  startWorkerAfterwards();
  return state;
}

const replayed = z.object({
  run_id: z.uuid(),
  events: z.number(),
  ingested: z.number(),
  quarantined: z.number(),
  /** Quarantined items that can be read now. */
  resolved: z.number(),
});

/** Derives an ended run again from its events, with what was quarantined of it. */
export async function replayIngest({ db }: Scope, runId: string) {
  return replayed.parse(unwrap(await db.rpc("replay_ingest", { run: runId })));
}

/** Keeps the settings; a token replaces the workspace's own, null removes it, absent leaves it. For admins. */
export async function saveIngestSettings(scope: Scope, given: IngestSettingsInput) {
  const { token, ...settings } = given;
  const { db, workspaceId: workspace } = scope;
  const sealed = token ? await sealToken(token, workspace) : null;
  unwrap(await db.rpc("save_ingest_settings", { workspace, settings }));
  if (token === undefined) return;
  // safe because SQL takes null for "remove it", which the generated types do not know
  unwrap(await db.rpc("set_ingest_token", { workspace, token: sealed as never }));
}

async function sealToken(token: string, workspace: string) {
  const { ciphertext, keyId } = await sealIngestToken(token, workspace, tokenKeys());
  return {
    ciphertext,
    key_id: keyId,
    credential: credentialName(token, env()),
    hint: token.slice(-HINT_LENGTH),
  };
}
