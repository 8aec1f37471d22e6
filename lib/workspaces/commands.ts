import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";
import type { memberRole, newMember, workspaceChange } from "@/lib/workspaces/schema";

/** Makes a workspace owned by the caller and goes into it. Returns its id. */
export async function createWorkspace({ db }: Scope, name: string) {
  return unwrap(await db.rpc("create_workspace", { workspace_name: name }));
}

export async function switchWorkspace({ db, userId }: Scope, workspaceId: string) {
  const changed = unwrap(
    await db
      .from("profiles")
      .update({ active_workspace_id: workspaceId })
      .eq("user_id", userId)
      .select("user_id"),
  );
  changedOne(changed, "There is no such workspace, or you are not in it.");
}

/** Changes what is given, and nothing else. */
export async function changeWorkspace(
  { db, workspaceId }: Scope,
  { name, time_zone, rate_basis }: z.output<typeof workspaceChange>,
) {
  const given = {
    ...(name === undefined ? {} : { name }),
    ...(time_zone === undefined ? {} : { time_zone }),
    ...(rate_basis === undefined ? {} : { rate_basis }),
  };
  if (Object.keys(given).length === 0) return;
  const changed = unwrap(
    await db.from("workspaces").update(given).eq("id", workspaceId).select("id"),
  );
  changedOne(changed, "Only admins change the workspace. Ask one of them.");
}

/** Adds a person who already has an account. */
export async function addMember(
  { db, workspaceId }: Scope,
  { email, role }: z.output<typeof newMember>,
) {
  unwrap(
    await db.rpc("add_member", { workspace: workspaceId, member_email: email, member_role: role }),
  );
}

export async function changeRole(
  { db, workspaceId }: Scope,
  { userId, role }: z.output<typeof memberRole>,
) {
  const changed = unwrap(
    await db
      .from("workspace_members")
      .update({ role })
      .eq("workspace_id", workspaceId)
      .eq("user_id", userId)
      .select("user_id"),
  );
  changedOne(changed, "Only admins change roles, and nobody grants more than their own.");
}

/** Removes a person; removing oneself is leaving. */
export async function removeMember({ db, workspaceId }: Scope, userId: string) {
  const removed = unwrap(
    await db
      .from("workspace_members")
      .delete()
      .eq("workspace_id", workspaceId)
      .eq("user_id", userId)
      .select("user_id"),
  );
  changedOne(removed, "Only admins remove people, and nobody above their own role.");
}

/** Makes somebody else owner and the caller, who was it, admin. */
export async function transferOwnership({ db, workspaceId }: Scope, person: string) {
  unwrap(await db.rpc("transfer_ownership", { workspace: workspaceId, person }));
}

/** Deletes the workspace once its name has been typed: nobody is in it from then on; workers remove the rest. */
export async function deleteWorkspace({ db, workspaceId }: Scope, confirmation: string) {
  unwrap(await db.rpc("delete_workspace", { workspace: workspaceId, typed_name: confirmation }));
}

/** What row level security refuses changes nothing and says nothing: so we say it. */
function changedOne(rows: unknown[], sentence: string) {
  if (rows.length === 0) throw new AppError("forbidden", sentence);
}
