import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { env } from "@/lib/env";
import type { Lease } from "@/lib/jobs/claim";
import { addReports, fetchBatch } from "@/lib/jobs/fetch-lease";
import { resolveRows } from "@/lib/jobs/resolve-rows";
import { type Settled, settlementRows } from "@/lib/jobs/settlement";
import { budgetReport, type CallReport } from "@/lib/platforms/call-report";
import type { PostSource } from "@/lib/platforms/platform";
import { sourceFor } from "@/lib/platforms/registry";
import { callWorker } from "@/lib/queue/call-worker";
import { record } from "@/lib/queue/record";
import { MAX_ATTEMPTS } from "@/lib/queue/retry-delay";
import type { Db } from "@/lib/supabase/server";

/** What is ready is recorded at least this often, so that one slow call hides nobody's progress. */
const FLUSH_MS = 400;

const ownedRows = z.object({ settled: z.array(z.number()), trying: z.array(z.number()) });
const NOT_OWNED: z.output<typeof ownedRows> = { settled: [], trying: [] };

/** An account is being asked for the post: the row looks again. */
const TRIED_SOON = { code: null, afterSeconds: 5, pendingRef: null, refused: true } as const;

const NO_CALLS: CallReport = { succeeded: 0, failed: 0, refusal: null };

/** Fetches what a lease is for and records it. Returns how many rows were settled. */
export async function workLease(db: Db, lease: Lease, signal: AbortSignal) {
  const choice = sourceFor(lease.platform, env());
  if (choice.kind === "unavailable") {
    const owned = choice.code === "needs_account" ? await settleOwned(db, lease) : NOT_OWNED;
    const settled = lease.rows
      .filter(({ row_number }) => !owned.settled.includes(row_number))
      .map(({ row_number: rowNumber, attempts }): Settled => {
        const tried = owned.trying.includes(rowNumber) && attempts + 1 < MAX_ATTEMPTS;
        return tried
          ? { kind: "released", rowNumber, ...TRIED_SOON }
          : { kind: "failed", rowNumber, code: choice.code, detail: choice.detail };
      });
    if (settled.length > 0) await settle(db, lease, null, settled, NO_CALLS);
    if (owned.trying.length > 0) await callWorker();
    return lease.rows.length;
  }
  return fetchAll(db, lease, choice.source, signal);
}

/** What a connected account measured already answers its rows. */
async function settleOwned(db: Db, { workspace_id, job_id, lease_token }: Lease) {
  const batch = { workspace_id, job_id, lease_token };
  return ownedRows.parse(await record(() => db.rpc("settle_owned_rows", { batch })));
}

async function fetchAll(db: Db, lease: Lease, source: PostSource, signal: AbortSignal) {
  const { rows, settled: unresolved } = await resolveRows(lease);
  let ready = unresolved;
  let report = NO_CALLS;
  let total = 0;

  const calls = chunks(rows, source.batchSize).map(async (batch) => {
    const answer = await fetchBatch(source, batch, lease.pending_ref, signal);
    ready.push(...answer.settled);
    report = addReports(report, answer.report);
  });
  const all = Promise.all(calls).then(() => true);
  for (let done = false; !done; ) {
    done = await Promise.race([all, sleep(FLUSH_MS, false)]);
    if (ready.length === 0) continue;
    const [settled, calls] = [ready, report];
    [ready, report] = [[], NO_CALLS];
    await settle(db, lease, source, settled, calls);
    total += settled.length;
  }
  return total;
}

async function settle(
  db: Db,
  lease: Lease,
  source: PostSource | null,
  settled: Settled[],
  calls: CallReport,
) {
  const { lease_token, workspace_id, job_id, platform, run_ref, bucket_at } = lease;
  const batch = {
    lease_token,
    workspace_id,
    job_id,
    platform,
    run_ref,
    bucket_at,
    source: source?.source ?? null,
    is_simulated: source?.simulated ?? false,
    ...settlementRows(settled),
    ...(source === null ? {} : { report: budgetReport(source.limits, calls) }),
  };
  return record(() => db.rpc("settle_rows", { batch }));
}

function chunks<T>(items: T[], size: number) {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
