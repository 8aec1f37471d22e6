import type { ApiResult, LoginResult } from "../connected.ts";

/** What a platform's API may answer instead of data. */
export type Refusal = Exclude<ApiResult<never>, { kind: "done" }>;

/** What it means for signing in that the API did not tell whose account it is. */
export function refusedLogin(refusal: Refusal): LoginResult<never> {
  const { detail } = refusal;
  if (refusal.kind === "unauthorized") return { kind: "dead", problem: refusal.problem, detail };
  if (refusal.kind === "failed" && refusal.code === "permission") {
    return { kind: "dead", problem: "scope_missing", detail };
  }
  const afterSeconds = refusal.kind === "refused" ? refusal.afterSeconds : null;
  return { kind: "later", afterSeconds, detail };
}
