import "server-only";
import type { IngestOrder } from "@/lib/ingest/claim";
import { withoutSecrets } from "@/lib/log/log";
import type { ApifyRun, ApifyTrouble } from "@/lib/platforms/apify-client";
import { budgetReport, type CallReport, REFUSAL_SECONDS } from "@/lib/platforms/call-report";
import type { Limits } from "@/lib/platforms/platform";
import { record } from "@/lib/queue/record";
import { retryDelaySeconds } from "@/lib/queue/retry-delay";
import { storableText } from "@/lib/storable";
import type { Db } from "@/lib/supabase/server";

/** What a step of a run came to. Details are sentences. */
export type IngestStep =
  | { step: "read"; run: ApifyRun; isAbortSent: boolean; isSimulated: boolean }
  | {
      step: "again";
      code: string;
      detail: string;
      afterSeconds: number;
      /** As one of its attempts. */
      counts: boolean;
      pageItems?: number;
    }
  /** Whether it was started is not known. */
  | { step: "unclear"; detail: string }
  | { step: "failed"; code: string; detail: string };

const WENT_WELL: CallReport = { succeeded: 1, failed: 0, refusal: null };

/** Records a step. Throws `conflict` when the lease was lost. */
export async function settleStep(
  db: Db,
  order: IngestOrder,
  step: IngestStep,
  limits: Limits | null,
  trouble: ApifyTrouble | null = null,
) {
  const batch = { ...holdOf(order), ...recordOf(step), reports: reportsOf(limits, trouble) };
  // safe because JSON is what it becomes on the way
  return record(() => db.rpc("settle_ingest", { batch: batch as never }));
}

/** Not now: by the provider's own word, or later each time. */
export function againAfter(order: IngestOrder, trouble: ApifyTrouble): IngestStep {
  if (trouble.kind === "failed") {
    return { step: "failed", code: trouble.code, detail: trouble.detail };
  }
  const { code, detail } = trouble;
  const counts = code === "provider_error";
  const wait = trouble.afterSeconds ?? REFUSAL_SECONDS.rate_limited;
  const afterSeconds = counts
    ? Math.max(trouble.afterSeconds ?? 0, retryDelaySeconds(order.attempts))
    : wait;
  return { step: "again", code, detail, afterSeconds, counts };
}

/** What every settlement says of whose it is. */
export function holdOf({ run_id, workspace_id, lease_token }: IngestOrder) {
  return { run_id, workspace_id, lease_token };
}

/** For the budget: what the call came to. */
export function reportsOf(limits: Limits | null, trouble: ApifyTrouble | null) {
  return limits ? [budgetReport(limits, callReport(trouble))] : [];
}

function callReport(trouble: ApifyTrouble | null): CallReport {
  if (trouble?.kind !== "refused") return WENT_WELL;
  if (trouble.code === "provider_error") return { succeeded: 0, failed: 1, refusal: null };
  const afterSeconds = trouble.afterSeconds ?? REFUSAL_SECONDS[trouble.code];
  return { succeeded: 0, failed: 0, refusal: { code: trouble.code, afterSeconds } };
}

function recordOf(step: IngestStep) {
  switch (step.step) {
    case "read":
      return {
        step: step.step,
        provider_run_id: step.run.id,
        dataset_id: step.run.datasetId,
        status: step.run.status,
        message: step.run.message && safe(step.run.message),
        ended_at: step.run.finishedAt,
        cost_usd: step.run.costUsd,
        is_abort_sent: step.isAbortSent,
        is_simulated: step.isSimulated,
      };
    case "again":
      return {
        step: step.step,
        code: step.code,
        detail: safe(step.detail),
        after_seconds: step.afterSeconds,
        counts: step.counts,
        page_items: step.pageItems ?? null,
      };
    default:
      return { ...step, detail: safe(step.detail) };
  }
}

// Providers quote requests in their errors, tokens included.
function safe(detail: string) {
  return storableText(withoutSecrets(detail)).slice(0, 500);
}
