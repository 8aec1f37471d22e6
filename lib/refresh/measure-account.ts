import "server-only";
import type { AccessToken, TokenOwner } from "@/lib/accounts/access-token";
import { env } from "@/lib/env";
import { accountPlatform } from "@/lib/platforms/account-registry";
import { budgetOf } from "@/lib/platforms/call-report";
import type { Access, ApiResult, Platform, PostOutcome, PostPage } from "@/lib/platforms/connected";
import { retryDelaySeconds } from "@/lib/queue/retry-delay";
import { addedSpent, askWithToken } from "@/lib/refresh/ask-with-token";
import type { AccountUnit } from "@/lib/refresh/claim";
import {
  type FollowersRead,
  isFollowersTurn,
  keepFollowers,
  readFollowers,
} from "@/lib/refresh/read-followers";
import { type Spent, settleUnit, type UnitResult } from "@/lib/refresh/settlement";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const WHOLE_MS = 30 * 86_400_000 - 1000;

/** Lists or measures with an account's own token, and records it. */
export async function workAccountUnit(db: Db, unit: AccountUnit, signal: AbortSignal) {
  const choice = accountPlatform(unit.kind, env());
  if (choice.kind === "unavailable") throw new Error(choice.detail);
  const { platform } = choice;
  const planning = {
    batch_size: platform.batchSize,
    app: budgetOf(platform.limits.app),
    simulated: platform.simulated,
  };
  const settle = (result: UnitResult, spent: Spent) =>
    settleUnit(db, unit, result, spent, planning);

  const owner: TokenOwner = {
    workspaceId: unit.workspace_id,
    accountId: unit.account.id,
    kind: unit.kind,
    connection: unit.account.connection,
  };
  const read: { followers?: FollowersRead } = {};
  const { asked, spent } = await askWithToken(db, owner, platform, signal, async (token) => {
    const access = accessOf(unit, token, signal);
    const result = await ask(platform, unit, access);
    if (isFollowersTurn(unit, result)) {
      read.followers = await readFollowers(platform, unit.account.id, access);
    }
    return result;
  });
  if (asked.kind === "dead") return stopAccount(db, owner);
  if (asked.kind === "wait") return settle(waiting(asked), spent);
  const result = unitResult(unit, asked.result);
  if (!read.followers) return settle(result, spent);
  // Before the unit: a run that ended has its followers.
  await keepFollowers(db, unit, read.followers, platform.simulated);
  return settle(result, addedSpent(spent, read.followers.spent));
}

type Read = PostPage | Map<string, PostOutcome>;
type Answer = ApiResult<Read>;

function accessOf(
  unit: AccountUnit,
  token: Extract<AccessToken, { kind: "ready" }>,
  signal: AbortSignal,
): Access {
  return {
    kind: unit.kind,
    accountExternalId: unit.account.external_id,
    accessToken: token.accessToken,
    scopes: token.scopes,
    rejectedMetrics: unit.account.rejected_metrics,
    signal,
  };
}

function ask(platform: Platform, unit: AccountUnit, access: Access): Promise<Answer> {
  if (unit.task === "list") {
    return platform.listPosts(access, {
      since: unit.since ?? unit.slot,
      cursor: unit.resume_ref,
    });
  }
  return platform.measure(
    access,
    unit.posts.map(({ api_id, external_id, media_kind, published_at }) => ({
      apiId: api_id,
      externalId: external_id,
      mediaKind: media_kind,
      publishedAt: published_at,
    })),
  );
}

function unitResult(
  unit: AccountUnit,
  result: Exclude<Answer, { kind: "unauthorized" }>,
): UnitResult {
  if (result.kind === "failed") return result;
  if (result.kind === "refused") {
    const counts = result.code === "provider_error";
    const backoff = counts ? retryDelaySeconds(unit.attempts) : 0;
    const { code, detail } = result;
    // A limit's own time is kept by the budget: the unit is taken when that is over.
    const afterSeconds = Math.max(result.afterSeconds ?? 0, backoff);
    return { kind: "again", code, detail, counts, afterSeconds };
  }
  if (!(result.value instanceof Map)) {
    const { posts, cursor, unreadable = 0 } = result.value;
    const asked = Date.parse(unit.slot) - Date.parse(unit.since ?? unit.slot);
    return { kind: "listed", posts, next: cursor, whole: asked >= WHOLE_MS, unreadable };
  }
  return measuredResult(unit, result.value);
}

function measuredResult(unit: AccountUnit, outcomes: Map<string, PostOutcome>): UnitResult {
  const result: Extract<UnitResult, { kind: "measured" }> = {
    kind: "measured",
    measured: [],
    gone: [],
    failed: [],
    later: [],
  };
  for (const { post_id: postId, api_id, external_id: externalId } of unit.posts) {
    const outcome = outcomes.get(api_id);
    if (!outcome || outcome.kind === "later") result.later.push(postId);
    else if (outcome.kind === "measured") {
      result.measured.push({ postId, externalId, measurements: outcome.measurements });
    } else if (outcome.kind === "gone") result.gone.push({ postId, detail: outcome.detail });
    else result.failed.push({ postId, code: outcome.code, detail: outcome.detail });
  }
  return result;
}

function waiting({ seconds, detail }: { seconds: number; detail: string }): UnitResult {
  return { kind: "again", code: "token", detail, afterSeconds: seconds, counts: true };
}

async function stopAccount(db: Db, { workspaceId, accountId }: TokenOwner) {
  return unwrap(await db.rpc("stop_account", { workspace: workspaceId, account: accountId }));
}
