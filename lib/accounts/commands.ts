import "server-only";
import { z } from "zod";
import { getAccountHead } from "@/lib/accounts/queries";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log/log";
import { CONNECTIONS } from "@/lib/platforms/connected";
import { requestRefresh } from "@/lib/refresh/commands";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Begins or stops measuring an account. What begins is measured at once. */
export async function setMeasuring(scope: Scope, id: string, enabled: boolean) {
  await getAccountHead(scope, id);
  unwrap(await scope.db.rpc("enable_account", { account: id, enabled }));
  if (enabled) await measureSoon(scope, [id]);
}

/** Measures an account now. Raises `conflict` when it is not connected, `rate_limited` when it just was. */
export async function refreshAccount(scope: Scope, id: string) {
  await getAccountHead(scope, id);
  const { run_id, already } = await requestRefresh(scope, { accounts: [id] });
  return { runId: run_id, already };
}

/** A first measuring. Refused, it fails nothing: the next slot brings the numbers. */
export async function measureSoon(scope: Scope, accounts: string[]) {
  if (accounts.length === 0) return;
  try {
    await requestRefresh(scope, { accounts });
  } catch (error) {
    if (!(error instanceof AppError)) log("error", "first refresh failed", { error });
  }
}

/** Deletes the account's tokens at once; its history stays. */
export async function disconnectAccount(scope: Scope, id: string) {
  await getAccountHead(scope, id);
  unwrap(await scope.db.rpc("disconnect_account", { account: id }));
}

/** Deletes the account, its tokens, and the posts that only it brought. Returns how many posts. */
export async function deleteAccountHistory(scope: Scope, id: string) {
  await getAccountHead(scope, id);
  return unwrap(await scope.db.rpc("delete_account_history", { account: id }));
}

const attempt = z.object({ connection: z.enum(CONNECTIONS) }).nullable();

/** Uses up a way to a platform that ended without a code. Null: it was not this person's, or too late. */
export async function abandonConnection({ db }: Scope, state: string) {
  return attempt.parse(unwrap(await db.rpc("take_connection", { state })))?.connection ?? null;
}
