import "server-only";
import { log } from "@/lib/log/log";
import type { Access, ApiResult, Followers, Platform } from "@/lib/platforms/connected";
import { record } from "@/lib/queue/record";
import type { AccountUnit } from "@/lib/refresh/claim";
import { NOTHING_SPENT, type Spent, safeDetail } from "@/lib/refresh/settlement";
import { isSparing, spentOn } from "@/lib/refresh/spending";
import type { Db } from "@/lib/supabase/server";

type NotRead = { kind: "missing"; reason: "scope_missing" | "error"; detail: string };
export type FollowersRead = { found: Followers | NotRead; spent: Spent };

/** Followers come with the first page of a list: once a refresh, unless the platform's own limit is near. */
export function isFollowersTurn({ task, resume_ref }: AccountUnit, listed: ApiResult<unknown>) {
  if (task !== "list" || resume_ref !== null || listed.kind !== "done") return false;
  return !isSparing(listed.usage);
}

/** Asks for the followers of an account. Whatever comes of it, the refresh goes on. */
export async function readFollowers(
  platform: Platform,
  accountId: string,
  access: Access,
): Promise<FollowersRead> {
  try {
    const result = await platform.readFollowers(access);
    return { found: foundIn(result), spent: spentReading(platform, accountId, result) };
  } catch (error) {
    log("error", "followers were not read", { error });
    const detail = "This server failed while it read the followers. The log says why.";
    return { found: { kind: "missing", reason: "error", detail }, spent: NOTHING_SPENT };
  }
}

export async function keepFollowers(
  db: Db,
  unit: AccountUnit,
  { found }: FollowersRead,
  simulated: boolean,
) {
  const batch = {
    workspace_id: unit.workspace_id,
    account_id: unit.account.id,
    run_id: unit.run_id,
    is_simulated: simulated,
    ...(found.kind === "counted"
      ? {
          followers: found.followers,
          is_rounded: found.isRounded,
          source: found.source,
          payload: found.payload,
        }
      : { reason: found.reason, detail: safeDetail(found.detail) }),
  };
  try {
    await record(() => db.rpc("record_followers", { batch }));
  } catch (error) {
    log("error", "followers were not kept", { account: unit.account.id, error });
  }
}

// Limits hold for the posts' calls as well. An outage or a quota of this call alone must not stop them.
function spentReading(platform: Platform, accountId: string, result: ApiResult<Followers>): Spent {
  const holds =
    result.kind === "done" || (result.kind === "refused" && result.code === "rate_limited");
  return holds ? spentOn(platform, accountId, result) : { ...NOTHING_SPENT, calls: result.calls };
}

function foundIn(result: ApiResult<Followers>): Followers | NotRead {
  if (result.kind === "done") return result.value;
  const noScope =
    (result.kind === "failed" && result.code === "permission") ||
    (result.kind === "unauthorized" && result.problem === "scope_missing");
  return {
    kind: "missing",
    reason: noScope ? "scope_missing" : "error",
    detail: result.detail,
  };
}
