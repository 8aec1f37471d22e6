import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { tokenKeys } from "@/lib/accounts/own-keys";
import { openGrant, sealGrant } from "@/lib/accounts/token-vault";
import { env } from "@/lib/env";
import { withoutSecrets } from "@/lib/log/log";
import { loginFor } from "@/lib/platforms/account-registry";
import type {
  AccountKind,
  Connection,
  Grant,
  LoginResult,
  TokenProblem,
} from "@/lib/platforms/connected";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

export type TokenOwner = {
  workspaceId: string;
  accountId: string;
  kind: AccountKind;
  connection: Connection;
};

export type AccessToken =
  | { kind: "ready"; accessToken: string; scopes: string[]; version: number }
  /** Somebody has to sign in again. It is recorded. */
  | { kind: "dead"; detail: string }
  /** The OAuth server does not answer now. */
  | { kind: "wait"; seconds: number; detail: string };

/** Refreshed so long ahead: short tokens at their end, those of months while there is time to mend it. */
const FRESH_SECONDS: Record<AccountKind, number> = {
  youtube_channel: 300,
  tiktok_user: 1800,
  instagram_page: 300,
  instagram_user: 7 * 86_400,
  facebook_page: 300,
  linkedin_organization: 7 * 86_400,
  linkedin_member: 7 * 86_400,
};
/** Longer than one refresh takes: who waits longer is told to come back. */
const PATIENCE_MS = 20_000;
/** Shorter than the fence of take_token lasts. */
const REFRESH_MS = 30_000;
const STILL_GOOD_MS = 60_000;

const taken = z.discriminatedUnion("state", [
  z.object({ state: z.literal("none") }),
  z.object({ state: z.literal("busy"), wait_seconds: z.number() }),
  z.object({ state: z.literal("ready"), ciphertext: z.string(), version: z.number() }),
  z.object({
    state: z.literal("refresh"),
    ciphertext: z.string(),
    version: z.number(),
    fence: z.uuid(),
  }),
]);
type Refreshing = Extract<z.output<typeof taken>, { state: "refresh" }>;

/**
 * A token that is good for a call now. Of many who ask at once one refreshes it, and what it got is
 * committed before anybody uses it. `refusedVersion`: the platform did not take that one.
 */
export async function accessToken(
  db: Db,
  owner: TokenOwner,
  refusedVersion: number | null,
  signal: AbortSignal,
): Promise<AccessToken> {
  const patientUntil = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = taken.parse(unwrap(await takeToken(db, owner, refusedVersion)));
    if (answer.state === "refresh") return refresh(db, owner, answer, refusedVersion, signal);
    if (answer.state === "none") {
      return { kind: "dead", detail: "There is no token of this account that could be used." };
    }
    if (answer.state === "ready") {
      const opened = await openGrant(answer.ciphertext, owner, tokenKeys());
      if (opened.kind === "open") return ready(opened.grant, answer.version);
      return die(db, owner, answer.version, "unreadable", opened.detail);
    }
    if (Date.now() + answer.wait_seconds * 1000 > patientUntil) {
      return { kind: "wait", seconds: answer.wait_seconds, detail: "Its token is being renewed." };
    }
    await sleep(answer.wait_seconds * 1000);
  }
}

/** The platform refused a token for good. False: there is a newer one already, which may be taken. */
export async function reportDeadToken(
  db: Db,
  owner: TokenOwner,
  version: number,
  problem: TokenProblem,
  detail: string,
) {
  return unwrap(
    await db.rpc("fail_token", {
      workspace: owner.workspaceId,
      account: owner.accountId,
      failed_version: version,
      why: problem,
      detail: withoutSecrets(detail),
    }),
  );
}

async function refresh(
  db: Db,
  owner: TokenOwner,
  { ciphertext, version, fence }: Refreshing,
  refusedVersion: number | null,
  signal: AbortSignal,
): Promise<AccessToken> {
  const opened = await openGrant(ciphertext, owner, tokenKeys());
  if (opened.kind === "unreadable") return die(db, owner, version, "unreadable", opened.detail);
  const { grant } = opened;
  // Its own time: cut off after the platform rotated the token, the account would be lost.
  const result = await askForRefresh(owner, grant, AbortSignal.timeout(REFRESH_MS));
  if (result.kind === "done") {
    const renewed = await save(db, owner, result.value, fence);
    // Somebody else was quicker, or the account was connected anew: theirs is the one to use.
    return renewed ? ready(result.value, version + 1) : accessToken(db, owner, null, signal);
  }
  const usable =
    version !== refusedVersion &&
    grant.accessExpiresAt !== null &&
    Date.parse(grant.accessExpiresAt) > Date.now() + STILL_GOOD_MS;
  // Without a way to refresh it, a token is used until its own end.
  const hopeless = result.kind === "dead" && !(usable && result.problem === "expired");
  if (hopeless) return die(db, owner, version, result.problem, result.detail);
  const afterSeconds = result.kind === "later" ? (result.afterSeconds ?? 0) : 3600;
  await db.rpc("postpone_token", {
    workspace: owner.workspaceId,
    account: owner.accountId,
    fence,
    after_seconds: afterSeconds,
  });
  if (usable) return ready(grant, version);
  return { kind: "wait", seconds: Math.max(afterSeconds, 5), detail: result.detail };
}

async function askForRefresh(
  { connection, kind }: TokenOwner,
  grant: Grant,
  signal: AbortSignal,
): Promise<LoginResult<Grant>> {
  const choice = loginFor(connection, env());
  if (choice.kind === "ready") return choice.login.refresh(grant, kind, signal);
  return { kind: "later", afterSeconds: 600, detail: choice.detail };
}

async function save(db: Db, owner: TokenOwner, grant: Grant, fence: string) {
  const { ciphertext, keyId } = await sealGrant(grant, owner, tokenKeys());
  return unwrap(
    await db.rpc("save_token", {
      workspace: owner.workspaceId,
      account: owner.accountId,
      fence,
      token: {
        ciphertext,
        key_id: keyId,
        access_expires_at: grant.accessExpiresAt,
        reconnect_by: grant.reconnectBy,
        scopes: grant.scopes,
      },
    }),
  );
}

async function die(
  db: Db,
  owner: TokenOwner,
  version: number,
  problem: TokenProblem,
  detail: string,
): Promise<AccessToken> {
  const recorded = await reportDeadToken(db, owner, version, problem, detail);
  if (recorded) return { kind: "dead", detail };
  return { kind: "wait", seconds: 1, detail: "A newer token of this account was just saved." };
}

function ready(grant: Grant, version: number): AccessToken {
  return { kind: "ready", accessToken: grant.accessToken, scopes: grant.scopes, version };
}

async function takeToken(db: Db, owner: TokenOwner, refusedVersion: number | null) {
  return db.rpc("take_token", {
    workspace: owner.workspaceId,
    account: owner.accountId,
    fresh_seconds: FRESH_SECONDS[owner.kind],
    ...(refusedVersion === null ? {} : { refused_version: refusedVersion }),
  });
}
