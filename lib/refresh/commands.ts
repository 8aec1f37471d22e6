import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { callWorker } from "@/lib/queue/call-worker";
import { startWorkerAfterwards } from "@/lib/queue/start-worker";
import { getRun } from "@/lib/refresh/queries";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const POLL_MS = 150;

const requested = z.object({
  run_id: z.uuid().nullable(),
  /** Another run already does it, or (without a run) it was measured within the minute. */
  already: z.boolean(),
  measured_at: z.string().nullish(),
});
export type RequestedRefresh = z.output<typeof requested>;

/** Measures whole accounts or single posts now. The work goes on after the answer. */
export async function requestRefresh(
  scope: Scope,
  what: { accounts: string[] } | { posts: number[] },
): Promise<RequestedRefresh> {
  const answer = await ask(scope, what);
  startWorkerAfterwards();
  return answer;
}

/**
 * The same, waiting for its end for so long. Returns how far it came; null: measured within the
 * minute, unless by force.
 */
export async function refreshAndWait(
  scope: Scope,
  what: { posts: number[]; force?: boolean },
  patienceMs: number,
) {
  const { run_id } = await ask(scope, what);
  if (run_id === null) return null;
  await callWorker();
  const until = Date.now() + patienceMs;
  for (;;) {
    const run = await getRun(scope, run_id);
    if (run.status !== "running" || Date.now() > until) return run;
    await sleep(POLL_MS);
  }
}

/** No further unit of the run is begun. Returns how many were left. */
export async function cancelRefresh({ db }: Scope, runId: string) {
  return unwrap(await db.rpc("cancel_refresh", { run: runId }));
}

async function ask(
  { db, workspaceId }: Scope,
  what: { accounts: string[] } | { posts: number[]; force?: boolean },
) {
  const answer = await db.rpc("request_refresh", {
    workspace: workspaceId,
    ...what,
  });
  return requested.parse(unwrap(answer));
}
