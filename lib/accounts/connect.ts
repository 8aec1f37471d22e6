import "server-only";
import { z } from "zod";
import { tokenKeys } from "@/lib/accounts/own-keys";
import { newVerifier } from "@/lib/accounts/pkce";
import { sealGrant } from "@/lib/accounts/token-vault";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { ownAddress } from "@/lib/own-address";
import { loginFor } from "@/lib/platforms/account-registry";
import { CONNECTIONS, type Connection, type FoundAccount } from "@/lib/platforms/connected";
import { codeChallengeOf } from "@/lib/platforms/oauth/code-challenge";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import { inWorkspace, type Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const PATIENCE_MS = 40_000;
const CALLBACK_PATH = "/accounts/callback";

const attempt = z.object({
  workspace_id: z.uuid(),
  connection: z.enum(CONNECTIONS),
  code_verifier: z.string(),
});
const kept = z.array(z.object({ id: z.uuid(), status: z.string() }));

/** Begins a connection and returns the address of the platform's consent page. */
export async function beginConnection({ db, workspaceId }: Scope, connection: Connection) {
  const login = readyLogin(connection);
  // Before the person goes through a consent that could not be kept.
  tokenKeys();
  const [state, verifier] = [newVerifier(), newVerifier()];
  unwrap(
    await db.rpc("begin_connection", { workspace: workspaceId, way: connection, state, verifier }),
  );
  return login.authorizeUrl({
    state,
    codeChallenge: codeChallengeOf(verifier),
    redirectUri: redirectUri(),
  });
}

/** Ends a connection: exchanges the code, and keeps the accounts it opens with their sealed tokens. */
export async function completeConnection(scope: Scope, answer: { state: string; code: string }) {
  const read = unwrap(await scope.db.rpc("take_connection", { state: answer.state }));
  if (read === null) {
    throw new AppError(
      "conflict",
      "This way back from the platform was already used, is older than ten minutes, or was begun by somebody else. Connect again.",
    );
  }
  const { workspace_id, connection, code_verifier } = attempt.parse(read);
  const there = await inWorkspace(scope, workspace_id);
  if (!there) throw new AppError("not_found", "You are not in the workspace this was begun for.");
  const login = readyLogin(connection);
  const result = await login.exchange({
    code: answer.code,
    codeVerifier: code_verifier,
    redirectUri: redirectUri(),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (result.kind === "done") return keepAccounts(there, connection, result.value);
  if (result.kind === "nothing") throw new AppError("conflict", result.detail);
  throw new AppError(
    "upstream_failed",
    `${PLATFORM_NAMES[login.platform]} did not complete the connection. ${result.detail}${result.detail.includes("onnect again") ? "" : " Connect again."}`,
  );
}

async function keepAccounts(scope: Scope, connection: Connection, found: FoundAccount[]) {
  const { db, workspaceId } = scope;
  const login = readyLogin(connection);
  const known = unwrap(
    await db
      .from("accounts")
      .select("id, external_id")
      .eq("workspace_id", workspaceId)
      .eq("platform", login.platform)
      .in(
        "external_id",
        found.map(({ externalId }) => externalId),
      ),
  );
  const accounts = await Promise.all(
    found.map(async (account) => {
      // The id is part of the ciphertext, so it has to be there first.
      const accountId =
        known.find((row) => row.external_id === account.externalId)?.id ?? crypto.randomUUID();
      const sealed = await sealGrant(account.grant, { workspaceId, accountId }, tokenKeys());
      return {
        id: accountId,
        platform: login.platform,
        kind: account.kind,
        connection,
        external_id: account.externalId,
        handle: account.handle,
        name: account.name,
        avatar_url: account.avatarUrl,
        url: account.url,
        scopes: account.grant.scopes,
        access_expires_at: account.grant.accessExpiresAt,
        reconnect_by: account.grant.reconnectBy,
        is_simulated: env().FEATURE_FAKE_INSIGHTS,
        ciphertext: sealed.ciphertext,
        key_id: sealed.keyId,
      };
    }),
  );
  const rows = unwrap(
    await db.rpc("connect_accounts", { workspace: workspaceId, found: accounts }),
  );
  return { scope, connection, accounts: kept.parse(rows) };
}

function readyLogin(connection: Connection) {
  const choice = loginFor(connection, env());
  if (choice.kind === "ready") return choice.login;
  throw new AppError("unavailable", `${choice.detail} Ask who runs this server to set it.`);
}

function redirectUri() {
  return new URL(CALLBACK_PATH, ownAddress()).href;
}
