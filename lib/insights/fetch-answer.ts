import type { AppError } from "@/lib/errors";
import { apiSnapshot } from "@/lib/insights/api-snapshot";
import type { SnapshotRow } from "@/lib/insights/schema";
import type { PlatformId } from "@/lib/platforms/platform";
import type { RunProgress } from "@/lib/refresh/queries";

/** What asking for one provider's numbers came to. */
export type Fetched =
  | { kind: "known" | "new"; row: SnapshotRow }
  | { kind: "failed"; error: AppError };

/**
 * What was fetched. With several providers `results` holds each, and the fields beside it are those
 * of the first that has numbers; `success` then speaks for all. Throws when there is none.
 */
export function endedAnswer(scheduleId: string, fetched: Map<PlatformId, Fetched>) {
  const all = [...fetched].sort(([one], [other]) => (one < other ? -1 : 1));
  const results = all.map(([provider, outcome]) => result(scheduleId, provider, outcome));
  const first = results.find(({ success }) => success);
  if (!first) {
    for (const [, outcome] of all) if (outcome.kind === "failed") throw outcome.error;
    throw new Error("Nothing was asked for.");
  }
  if (results.length === 1) return first;
  const failed = results.filter(({ success }) => !success);
  return {
    ...first,
    success: failed.length === 0,
    message: failed.length === 0 ? first.message : failed.map(({ message }) => message).join(" "),
    results,
  };
}

function result(scheduleId: string, provider: PlatformId, outcome: Fetched) {
  const base = { schedule_id: scheduleId, provider };
  if (outcome.kind === "failed") {
    const { code, message } = outcome.error;
    return { success: false, message, metrics: null, ...base, code };
  }
  return {
    success: true,
    message: sentence(outcome.kind, outcome.row),
    metrics: apiSnapshot(scheduleId, outcome.row),
    ...base,
  };
}

function sentence(kind: "known" | "new", { is_simulated }: SnapshotRow) {
  if (kind === "known") return "Recent metrics already exist";
  return is_simulated ? "Fake insights generated" : "Insights fetched successfully";
}

/** Not yet: the run goes on by itself. */
export function runningAnswer(scheduleId: string, provider: PlatformId | null, run: RunProgress) {
  const because = run.errors.flatMap(({ detail }) => detail ?? []).join(" ");
  return {
    success: false,
    message: `Measuring goes on by itself.${because && ` ${because}`} GET /api/v1/runs/${run.id} tells how far it is, GET /api/v1/insights/metrics/${scheduleId} what it brought.`,
    metrics: null,
    schedule_id: scheduleId,
    provider,
    runId: run.id,
    waits_until: run.waits_until,
  };
}
