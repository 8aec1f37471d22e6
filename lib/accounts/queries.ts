import "server-only";
import { z } from "zod";
import { listedAccount } from "@/lib/accounts/schema";
import { AppError } from "@/lib/errors";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** The workspace's accounts with what they cover, their last and next refresh, and its errors. */
export async function listAccounts({ db, workspaceId }: Scope) {
  const answer = await db.rpc("list_accounts", { workspace: workspaceId });
  return z.array(listedAccount).parse(unwrap(answer));
}

/** Raises `not_found` for another workspace's. */
export async function getAccount(scope: Scope, id: string) {
  const account = (await listAccounts(scope)).find((each) => each.id === id);
  if (account) return account;
  throw notThere();
}

/** Platform and state of every account that the workspace ever connected. */
export async function listAccountStates({ db, workspaceId }: Scope) {
  const accounts = db.from("accounts").select("platform, status").eq("workspace_id", workspaceId);
  return unwrap(await accounts);
}
export type AccountState = Awaited<ReturnType<typeof listAccountStates>>[number];

/** An account's name and state. Raises `not_found` for another workspace's. */
export async function getAccountHead({ db, workspaceId }: Scope, id: string) {
  const accounts = db.from("accounts").select("id, name, status").eq("workspace_id", workspaceId);
  const account = unwrap(await accounts.eq("id", id).maybeSingle());
  if (account) return account;
  throw notThere();
}

/** Accounts that somebody has to reconnect, the newest first: what the frame of every page says. */
export async function listOpenNotices({ db, workspaceId }: Scope) {
  const open = unwrap(
    await db
      .from("notices")
      .select("account_id, created_at")
      .eq("workspace_id", workspaceId)
      .is("resolved_at", null)
      .order("created_at", { ascending: false })
      .limit(20),
  );
  if (open.length === 0) return [];
  const accounts = unwrap(
    await db
      .from("accounts")
      .select("id, platform, name, handle")
      .eq("workspace_id", workspaceId)
      .in(
        "id",
        open.map(({ account_id }) => account_id),
      ),
  );
  return open.flatMap(({ account_id, created_at }) => {
    const account = accounts.find(({ id }) => id === account_id);
    return account ? [{ ...account, since: created_at }] : [];
  });
}
export type OpenNotice = Awaited<ReturnType<typeof listOpenNotices>>[number];

function notThere() {
  return new AppError("not_found", "There is no such account in this workspace.");
}
