import "server-only";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** The caller's workspaces with their role in each, by name. */
export async function listWorkspaces({ db, userId }: Scope) {
  const [workspaces, memberships] = await Promise.all([
    db.from("workspaces").select("id, name").order("name").order("id"),
    db.from("workspace_members").select("workspace_id, role").eq("user_id", userId),
  ]);
  const roles = new Map(unwrap(memberships).map(({ workspace_id, role }) => [workspace_id, role]));
  return unwrap(workspaces).flatMap(({ id, name }) => {
    const role = roles.get(id);
    return role === undefined ? [] : [{ id, name, role }];
  });
}

/** Everybody in the workspace, owners first. */
export async function listMembers({ db, workspaceId }: Scope) {
  const members = unwrap(
    await db
      .from("workspace_members")
      .select("user_id, role, created_at")
      .eq("workspace_id", workspaceId)
      .order("role", { ascending: false })
      .order("created_at"),
  );
  const people = unwrap(
    await db
      .from("profiles")
      .select("user_id, email, name")
      .in(
        "user_id",
        members.map(({ user_id }) => user_id),
      ),
  );
  const known = new Map(people.map((person) => [person.user_id, person]));
  return members.map(({ user_id, role, created_at }) => ({
    userId: user_id,
    email: known.get(user_id)?.email ?? "",
    name: known.get(user_id)?.name ?? null,
    role,
    since: created_at,
  }));
}

/** True when a job was answered by the simulator, or an account is one of its own. */
export async function holdsSimulated({ db, workspaceId }: Scope) {
  const simulated = (table: "jobs" | "accounts") =>
    db.from(table).select("id").eq("workspace_id", workspaceId).eq("is_simulated", true).limit(1);
  const found = await Promise.all([simulated("jobs"), simulated("accounts")]);
  return found.some((answer) => unwrap(answer).length > 0);
}

/** True when everything in the workspace was made up by the seeder. */
export async function isSample({ db, workspaceId }: Scope) {
  const found = await db.from("workspaces").select("is_sample").eq("id", workspaceId).maybeSingle();
  return unwrap(found)?.is_sample === true;
}

/** What a workspace holds, counted, for who is about to delete it. */
export async function countContents({ db, workspaceId }: Scope) {
  const count = async (table: "posts" | "jobs" | "accounts") => {
    const all = db.from(table).select("id", { count: "exact", head: true });
    const { count: rows, error } = await all.eq("workspace_id", workspaceId);
    if (error || rows === null) throw new Error(`database ${error?.code}: ${error?.message}`);
    return rows;
  };
  const [posts, jobs, accounts] = await Promise.all([
    count("posts"),
    count("jobs"),
    count("accounts"),
  ]);
  return { posts, jobs, accounts };
}
export type Contents = Awaited<ReturnType<typeof countContents>>;
