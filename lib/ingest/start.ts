import "server-only";
import type { IngestAccess } from "@/lib/ingest/access";
import type { IngestOrder } from "@/lib/ingest/claim";
import { againAfter, settleStep } from "@/lib/ingest/settlement";
import { webhooksFor } from "@/lib/ingest/webhook";
import { startRun } from "@/lib/platforms/apify-client";
import type { Db } from "@/lib/supabase/server";

/** Beyond this Apify ends a run by itself; what it found by then is kept. */
const RUN_TIMEOUT_SECONDS = 3600;

type Ready = Extract<IngestAccess, { kind: "ready" }>;

/** Starts a run. A start whose answer was lost is never repeated: it may have cost money. */
export async function startIngest(
  db: Db,
  order: IngestOrder,
  { access, limits, simulated }: Ready,
  signal: AbortSignal,
) {
  const { actor, input, max_items: maxItems } = order;
  if (!actor || !input || !maxItems) {
    const detail =
      "No actor is chosen: an admin chooses one in the workspace's ingest settings, or APIFY_REELS_ACTOR names one for this server.";
    return settleStep(db, order, { step: "failed", code: "not_configured", detail }, null);
  }
  const webhooks = webhooksFor(order.run_id);
  const query = { maxItems, timeout: RUN_TIMEOUT_SECONDS, ...(webhooks && { webhooks }) };
  const answer = await startRun(access, { actor, input, query }, signal);
  if (answer.kind === "run") {
    const { run } = answer;
    const read = { step: "read", run, isAbortSent: false, isSimulated: simulated } as const;
    return settleStep(db, order, read, limits);
  }
  if (!answer.open) return settleStep(db, order, againAfter(order, answer), limits, answer);
  const detail = `The answer of Apify to the start was lost (${answer.detail.replace(/\.$/, "")}). The run is not started again; it goes on when Apify sends word of it, else it fails after 60 minutes.`;
  return settleStep(db, order, { step: "unclear", detail }, limits, answer);
}
