import type { BatchResult, Limits } from "./platform.ts";

/** What calls came to, for the provider's budget. */
export type CallReport = {
  succeeded: number;
  failed: number;
  refusal: { code: "quota" | "rate_limited"; afterSeconds: number } | null;
};

/** How long a limit holds when the provider does not say. */
export const REFUSAL_SECONDS = { rate_limited: 30, quota: 60 };

/** What one call for a batch of public posts came to. */
export function reportOf(result: BatchResult): CallReport {
  if (result.kind !== "refused") return { succeeded: 1, failed: 0, refusal: null };
  if (result.code === "provider_error") return { succeeded: 0, failed: 1, refusal: null };
  const afterSeconds = result.afterSeconds ?? REFUSAL_SECONDS[result.code];
  return { succeeded: 0, failed: 0, refusal: { code: result.code, afterSeconds } };
}

/** The report as SQL's `report_calls` takes it. */
export function budgetReport(limits: Limits, { succeeded, failed, refusal }: CallReport) {
  return {
    provider: limits.provider,
    credential: limits.credential,
    succeeded,
    failed,
    refusal: refusal?.code ?? null,
    after_seconds: refusal?.afterSeconds ?? null,
    daily_quota: limits.dailyQuota ?? 0,
    quota_zone: limits.quotaZone,
  };
}

/** A budget as SQL's reserving functions take it. */
export function budgetOf(limits: Limits) {
  return {
    provider: limits.provider,
    credential: limits.credential,
    per_second: limits.callsPerSecond,
    burst: limits.burst,
    daily_quota: limits.dailyQuota,
    quota_zone: limits.quotaZone,
  };
}
