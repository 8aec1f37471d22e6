import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { requestIngest } from "@/lib/ingest/commands";
import { getIngestRun, type IngestRunDetail } from "@/lib/ingest/queries";
import { callWorker } from "@/lib/queue/call-worker";
import type { Scope } from "@/lib/supabase/server";

const POLL_MS = 250;

/** Queues a run and waits for its end so long. Throws `upstream_failed` when it fails meanwhile. */
export async function runIngestAndWait(
  scope: Scope,
  { test, waitMs }: { test: boolean; waitMs: number },
): Promise<IngestRunDetail> {
  const runId = await requestIngest(scope, { test });
  if (waitMs > 0) await callWorker();
  const until = Date.now() + waitMs;
  for (;;) {
    const run = await getIngestRun(scope, runId);
    if (run.state === "failed") {
      const code = run.error_code === "not_configured" ? "unavailable" : "upstream_failed";
      throw new AppError(code, run.error_detail ?? "The run failed.", { run_id: runId });
    }
    if (run.finished_at !== null || Date.now() > until) return run;
    await sleep(POLL_MS);
  }
}

/** A run as the answer to its start tells it. The count is null until its items are read. */
export function startedRun(run: IngestRunDetail) {
  const hasEnded = run.finished_at !== null;
  return {
    run_id: run.id,
    state: run.state,
    ingested_count: hasEnded ? run.ingested : null,
    apify_run_id: run.apify_run_id,
    ...(hasEnded && {
      duplicates: run.duplicates,
      quarantined: run.quarantined,
      new_posts: run.new_posts,
      items: run.items,
    }),
  };
}
