import "server-only";
import {
  type AccessToken,
  accessToken,
  reportDeadToken,
  type TokenOwner,
} from "@/lib/accounts/access-token";
import type { ApiResult, Platform } from "@/lib/platforms/connected";
import { NOTHING_SPENT, type Spent } from "@/lib/refresh/settlement";
import { spentOn } from "@/lib/refresh/spending";
import type { Db } from "@/lib/supabase/server";

type ReadyToken = Extract<AccessToken, { kind: "ready" }>;

/** What came of asking with an account's own token. */
export type AskedWithToken<T> =
  | { kind: "answered"; result: Exclude<ApiResult<T>, { kind: "unauthorized" }> }
  /** Somebody has to sign in again. It is recorded. */
  | { kind: "dead" }
  /** No token now. */
  | { kind: "wait"; seconds: number; detail: string };

/** Asks a platform once with an account's token, and once more with a fresh one when it is refused. */
export async function askWithToken<T>(
  db: Db,
  owner: TokenOwner,
  platform: Platform,
  signal: AbortSignal,
  ask: (token: ReadyToken) => Promise<ApiResult<T>>,
): Promise<{ asked: AskedWithToken<T>; spent: Spent }> {
  let token = await accessToken(db, owner, null, signal);
  let spent = NOTHING_SPENT;
  for (let renewed = false; ; renewed = true) {
    if (token.kind !== "ready") return { asked: token, spent };
    const result = await ask(token);
    spent = addedSpent(spent, spentOn(platform, owner.accountId, result));
    if (result.kind !== "unauthorized") return { asked: { kind: "answered", result }, spent };
    if (result.refreshable && !renewed) {
      token = await accessToken(db, owner, token.version, signal);
      continue;
    }
    // A fresh token that is refused as well is as dead as one that cannot be refreshed.
    const { problem, detail } = result;
    const recorded = await reportDeadToken(db, owner, token.version, problem, detail);
    if (recorded) return { asked: { kind: "dead" }, spent };
    return { asked: { kind: "wait", seconds: 1, detail }, spent };
  }
}

export function addedSpent(one: Spent, other: Spent): Spent {
  return {
    calls: one.calls + other.calls,
    reports: [...one.reports, ...other.reports],
    rejected: [...one.rejected, ...other.rejected],
  };
}
