import "server-only";
import { hintedRun } from "@/lib/ingest/webhook";
import { startWorkerAfterwards } from "@/lib/queue/start-worker";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Apify's word about a run is short; what is longer is not read to its end. */
const MOST_BYTES = 64 * 1024;

/** Notes that a run changed and has it looked at. The body names a run, and is believed in nothing else. */
export async function receiveHint(db: Db, runId: string, body: ReadableStream<Uint8Array> | null) {
  const named = hintedRun(await startOf(body));
  const known = unwrap(
    await db.rpc("hint_ingest", { run: runId, ...(named && { provider_run: named }) }),
  );
  if (known) startWorkerAfterwards();
}

async function startOf(body: ReadableStream<Uint8Array> | null) {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return "";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
