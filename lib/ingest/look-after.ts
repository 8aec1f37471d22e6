import "server-only";
import type { IngestAccess } from "@/lib/ingest/access";
import type { IngestOrder } from "@/lib/ingest/claim";
import { againAfter, settleStep } from "@/lib/ingest/settlement";
import { type ApifyRun, abortRun, readActorId, readRun } from "@/lib/platforms/apify-client";
import type { Db } from "@/lib/supabase/server";

type Ready = Extract<IngestAccess, { kind: "ready" }>;

/** How far Apify's clock may be behind ours. */
const CLOCK_DIFFERENCE_MS = 60_000;

/** Reads how a run stands, or ends it when that was asked for. */
export async function lookAfterRun(
  db: Db,
  order: IngestOrder,
  { access, limits, simulated }: Ready,
  signal: AbortSignal,
) {
  const runId = order.provider_run_id ?? "";
  const isAbortSent = order.is_abort_due;
  const answer = isAbortSent
    ? await abortRun(access, runId, signal)
    : await readRun(access, runId, signal);
  if (answer.kind !== "run") {
    return settleStep(db, order, againAfter(order, answer), limits, answer);
  }
  const read = { step: "read", run: answer.run, isAbortSent, isSimulated: simulated } as const;
  return settleStep(db, order, read, limits);
}

/**
 * A start whose answer was lost, and somebody says which run it became. Believed when Apify itself
 * tells of a run of this actor that began after we asked for it.
 */
export async function adoptRun(
  db: Db,
  order: IngestOrder,
  { access, limits, simulated }: Ready,
  signal: AbortSignal,
) {
  const answer = await readRun(access, order.hinted_run_id ?? "", signal);
  if (answer.kind !== "run") return stayUnclear("Apify does not tell of the run it named.");
  const { run } = answer;
  const isOurs = beganAfter(order, run) && (await isOfActor(run));
  if (!isOurs) return stayUnclear("The run that was named is not the one asked for.");
  const read = { step: "read", run, isAbortSent: false, isSimulated: simulated } as const;
  return settleStep(db, order, read, limits);

  function stayUnclear(why: string) {
    const detail = `The answer of Apify to the start was lost. ${why} The run is not started again.`;
    return settleStep(db, order, { step: "unclear", detail }, limits);
  }

  async function isOfActor({ actorId }: ApifyRun) {
    const name = order.actor ?? "";
    if (actorId === name) return true;
    const actor = await readActorId(access, name, signal);
    return actor.kind === "actor" && actor.id === actorId;
  }
}

function beganAfter({ started_at }: IngestOrder, { startedAt }: ApifyRun) {
  if (started_at === null || startedAt === null) return false;
  return Date.parse(startedAt) >= Date.parse(started_at) - CLOCK_DIFFERENCE_MS;
}
