import "server-only";
import type { Lease, LeasedRow } from "@/lib/jobs/claim";
import type { Settled } from "@/lib/jobs/settlement";
import { type CallReport, reportOf } from "@/lib/platforms/call-report";
import type { BatchResult, PostSource } from "@/lib/platforms/platform";
import { MAX_ATTEMPTS, retryDelaySeconds } from "@/lib/queue/retry-delay";

export type Answer = { settled: Settled[]; report: CallReport };

/** One call for one batch of a lease, turned into what becomes of its rows. Never throws. */
export async function fetchBatch(
  source: PostSource,
  rows: (LeasedRow & { external_id: string })[],
  pendingRef: Lease["pending_ref"],
  signal: AbortSignal,
): Promise<Answer> {
  const posts = rows.map(({ external_id, url }) => ({ externalId: external_id, url }));
  const result = await source
    .measure(posts, { ref: pendingRef, signal })
    .catch((error: unknown): BatchResult => {
      const detail = error instanceof Error ? error.name : "unknown error";
      return {
        kind: "failed",
        code: "internal",
        detail: `The answer could not be read (${detail}).`,
      };
    });
  return { settled: rows.map((row) => settleRow(row, result)), report: reportOf(result) };
}

function settleRow(row: LeasedRow & { external_id: string }, result: BatchResult): Settled {
  const rowNumber = row.row_number;
  switch (result.kind) {
    case "done": {
      const outcome = result.outcomes.get(row.external_id);
      if (outcome?.kind === "measured") {
        return { kind: "measured", rowNumber, observation: outcome.observation };
      }
      const code = outcome?.code ?? "provider_error";
      return { kind: "failed", rowNumber, code, detail: outcome?.detail ?? null };
    }
    case "failed":
      return { kind: "failed", rowNumber, code: result.code, detail: result.detail };
    case "pending":
      return {
        kind: "released",
        rowNumber,
        code: null,
        afterSeconds: result.afterSeconds,
        pendingRef: result.ref,
        refused: false,
      };
    case "refused":
      return refusedRow(row, result);
  }
}

/** A limit is nobody's fault: the row waits with the others. An error counts, and is final at last. */
function refusedRow(row: LeasedRow, result: Extract<BatchResult, { kind: "refused" }>): Settled {
  const rowNumber = row.row_number;
  const isError = result.code === "provider_error";
  if (isError && row.attempts + 1 >= MAX_ATTEMPTS) {
    return { kind: "failed", rowNumber, code: result.code, detail: result.detail };
  }
  return {
    kind: "released",
    rowNumber,
    code: result.code,
    afterSeconds: isError ? Math.max(result.afterSeconds ?? 0, retryDelaySeconds(row.attempts)) : 0,
    pendingRef: result.ref ?? null,
    refused: isError,
  };
}

/** Adds up what several calls came to; the longest refusal holds. */
export function addReports(one: CallReport, other: CallReport): CallReport {
  const refusals = [one.refusal, other.refusal].filter((refusal) => refusal !== null);
  refusals.sort(
    (a, b) =>
      Number(b.code === "quota") - Number(a.code === "quota") || b.afterSeconds - a.afterSeconds,
  );
  return {
    succeeded: one.succeeded + other.succeeded,
    failed: one.failed + other.failed,
    refusal: refusals[0] ?? null,
  };
}
