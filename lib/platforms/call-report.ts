import type { Limits } from "./platform.ts";

/** What calls came to, for the provider's budget. */
export type CallReport = {
  succeeded: number;
  failed: number;
  refusal: { code: "quota" | "rate_limited"; afterSeconds: number } | null;
};

/** How long a limit holds when the provider does not say. */
export const REFUSAL_SECONDS = { rate_limited: 30, quota: 60 };

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
