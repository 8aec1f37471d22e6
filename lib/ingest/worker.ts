import "server-only";
import { accessFor } from "@/lib/ingest/access";
import { claimIngest, type IngestOrder } from "@/lib/ingest/claim";
import { collectPage } from "@/lib/ingest/collect-page";
import { adoptRun, lookAfterRun } from "@/lib/ingest/look-after";
import { settleStep } from "@/lib/ingest/settlement";
import { startIngest } from "@/lib/ingest/start";
import { workerOf } from "@/lib/queue/worker-frame";
import type { Db } from "@/lib/supabase/server";

export type IngestWork = {
  steps: number;
  items: number;
  broken: number;
  next_in_seconds: number | null;
};

const work = workerOf({
  name: "ingest worker",
  // Of one workspace a page is recorded while the next one of another is read.
  lanes: 2,
  claim: claimIngest,
  work: workStep,
  describe: ({ run_id, state }) => ({ run: run_id, state }),
});

/** Works on runs of ingest until nothing can be done now or the time is nearly up. */
export async function runIngest(db: Db): Promise<IngestWork> {
  const { orders, worth, broken, next_in_seconds } = await work(db);
  return { steps: orders, items: worth, broken, next_in_seconds };
}

/** One step of one run. Returns how many items it read. */
async function workStep(db: Db, order: IngestOrder, signal: AbortSignal) {
  const ready = await accessFor(db, order);
  if (ready.kind === "unavailable") {
    const { detail } = ready;
    await settleStep(db, order, { step: "failed", code: "not_configured", detail }, null);
    return 0;
  }
  if (order.state === "collecting") return collectPage(db, order, ready, signal);
  const steps = { starting: startIngest, unclear: adoptRun, running: lookAfterRun };
  await steps[order.state](db, order, ready, signal);
  return 0;
}
