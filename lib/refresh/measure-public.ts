import "server-only";
import { env } from "@/lib/env";
import { budgetOf, budgetReport, reportOf } from "@/lib/platforms/call-report";
import type { BatchResult, PostSource } from "@/lib/platforms/platform";
import { sourceFor } from "@/lib/platforms/registry";
import { retryDelaySeconds } from "@/lib/queue/retry-delay";
import type { Unit } from "@/lib/refresh/claim";
import { settleUnit, type UnitResult } from "@/lib/refresh/settlement";
import type { Db } from "@/lib/supabase/server";

/** Measures posts without an account, as everybody sees them, and records it. */
export async function workPublicUnit(db: Db, unit: Unit, signal: AbortSignal) {
  const choice = sourceFor(unit.platform, env());
  if (choice.kind === "unavailable") throw new Error(choice.detail);
  const { source } = choice;
  const posts = unit.posts.map(({ external_id, url }) => ({ externalId: external_id, url }));
  const result = await source.measure(posts, { ref: unit.resume_ref, signal });
  return settleUnit(
    db,
    unit,
    unitResult(unit, source, result),
    { calls: 1, rejected: [], reports: [budgetReport(source.limits, reportOf(result))] },
    {
      batch_size: source.batchSize,
      app: budgetOf(source.limits),
      simulated: source.simulated,
    },
  );
}

function unitResult(unit: Unit, source: PostSource, result: BatchResult): UnitResult {
  switch (result.kind) {
    case "failed":
      return result;
    case "pending":
      return {
        kind: "again",
        code: "pending",
        detail: "The provider works on it.",
        afterSeconds: result.afterSeconds,
        counts: false,
        resumeRef: result.ref,
      };
    case "refused": {
      const counts = result.code === "provider_error";
      const backoff = counts ? retryDelaySeconds(unit.attempts) : 0;
      return {
        kind: "again",
        code: result.code,
        detail: result.detail,
        counts,
        afterSeconds: Math.max(result.afterSeconds ?? 0, backoff),
        ...(result.ref && { resumeRef: result.ref }),
      };
    }
    case "done":
      return doneResult(unit, source, result.outcomes);
  }
}

function doneResult(
  unit: Unit,
  { source }: PostSource,
  outcomes: Extract<BatchResult, { kind: "done" }>["outcomes"],
): UnitResult {
  const result: Extract<UnitResult, { kind: "measured" }> = {
    kind: "measured",
    measured: [],
    gone: [],
    failed: [],
    later: [],
  };
  for (const { post_id: postId, external_id: externalId } of unit.posts) {
    const outcome = outcomes.get(externalId);
    if (outcome?.kind === "measured") {
      const { metrics, definition, payload } = outcome.observation;
      const measurements = [{ source, metrics, definition, payload }];
      result.measured.push({ postId, externalId, measurements });
    } else if (outcome?.code === "not_found") {
      result.gone.push({ postId, detail: outcome.detail ?? "Not found, or private." });
    } else {
      const detail = outcome?.detail ?? "The provider's answer did not have this post.";
      result.failed.push({ postId, code: outcome?.code ?? "provider_error", detail });
    }
  }
  return result;
}
