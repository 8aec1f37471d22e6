import "server-only";
import { budgetReport, type CallReport, REFUSAL_SECONDS } from "@/lib/platforms/call-report";
import type { ApiResult, Platform, Usage } from "@/lib/platforms/connected";
import type { Limits } from "@/lib/platforms/platform";
import type { Spent } from "@/lib/refresh/settlement";

/** From here on the platform's own limit is spared, from there on left alone. */
const SPARE_PERCENT = 75;
const STOP_PERCENT = 90;
const SPARE_SECONDS = 10;
const STOP_SECONDS = 300;

/** What one call cost and taught: a report for the whole server's budget and one for the account's. */
export function spentOn(platform: Platform, accountId: string, result: ApiResult<unknown>): Spent {
  const { app, account } = reportsOf(result);
  return {
    calls: result.calls,
    rejected: result.kind === "done" ? result.rejected : [],
    reports: [
      budgetReport(platform.limits.app, app),
      budgetReport({ ...platform.limits.account, credential: accountId }, account),
    ],
  };
}

/** The same of a call with the server's own key: it has one limit, whoever's the platform says it is. */
export function spentOnKey(limits: Limits, result: ApiResult<unknown>) {
  return { calls: result.calls, reports: [budgetReport(limits, reportsOf(result).account)] };
}

function reportsOf(result: ApiResult<unknown>): { app: CallReport; account: CallReport } {
  const fine: CallReport = { succeeded: 1, failed: 0, refusal: null };
  if (result.kind === "refused") {
    if (result.code === "provider_error") {
      const broken: CallReport = { succeeded: 0, failed: 1, refusal: null };
      return { app: broken, account: broken };
    }
    const afterSeconds = result.afterSeconds ?? REFUSAL_SECONDS[result.code];
    const refused = { ...fine, succeeded: 0, refusal: { code: result.code, afterSeconds } };
    return result.limit === "account"
      ? { app: fine, account: refused }
      : { app: refused, account: refused };
  }
  if (result.kind !== "done" || result.usage === null) return { app: fine, account: fine };
  const sparing = { ...fine, refusal: refusalOf(result.usage) };
  return result.usage.limit === "app"
    ? { app: sparing, account: fine }
    : { app: fine, account: sparing };
}

/** No call that can be done without. */
export function isSparing(usage: Usage | null) {
  return usage !== null && usage.percent >= SPARE_PERCENT;
}

function refusalOf({ percent, regainAfterSeconds }: Usage): CallReport["refusal"] {
  if (percent < SPARE_PERCENT) return null;
  const afterSeconds =
    percent < STOP_PERCENT ? SPARE_SECONDS : Math.max(regainAfterSeconds ?? 0, STOP_SECONDS);
  return { code: "rate_limited", afterSeconds };
}
