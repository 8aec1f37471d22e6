import type { Supabase, TestUser } from "../../support/supabase.ts";
import { fillWorkspace } from "./workspace-data.ts";

export const ACTORS = [
  "anon",
  "outsider",
  "removed",
  "viewer",
  "member",
  "admin",
  "owner",
] as const;
export type Actor = (typeof ACTORS)[number];

/** Rows of every table that each of the two workspaces is filled with: the counts tell them apart. */
const HOME_ROWS = 3;
const FOREIGN_ROWS = 2;

/** Stands in every row of the home workspace: whoever reads it has read one. */
export const HOME_MARKER = "homesecret";

/**
 * The home workspace with somebody in each role, and a workspace next door: the outsider owns it,
 * and a friend is a viewer there. Everybody else has the empty workspace of their sign-up as well.
 */
export async function createTenants(supabase: Supabase) {
  const people = {
    outsider: await supabase.createUser("outsider"),
    removed: await supabase.createUser("removed"),
    viewer: await supabase.createUser("viewer"),
    member: await supabase.createUser("member"),
    admin: await supabase.createUser("admin"),
    owner: await supabase.createUser("owner"),
  } satisfies Record<Exclude<Actor, "anon">, TestUser>;
  const friend = await supabase.createUser("friend");
  const { workspaceId } = people.owner;
  for (const role of ["viewer", "member", "admin"] as const) {
    await supabase.addMember(workspaceId, people[role], role);
  }
  await supabase.addMember(workspaceId, people.removed, "admin");
  await supabase
    .clientFor(people.owner)
    .from("workspace_members")
    .delete()
    .eq("workspace_id", workspaceId)
    .eq("user_id", people.removed.id);
  await supabase.addMember(people.outsider.workspaceId, friend, "viewer");

  const home = await fillWorkspace(supabase, workspaceId, { rows: HOME_ROWS, marker: HOME_MARKER });
  const foreign = await fillWorkspace(supabase, people.outsider.workspaceId, {
    rows: FOREIGN_ROWS,
    marker: "nextdoor",
  });
  return { people, friend, home, foreign };
}
export type Tenants = Awaited<ReturnType<typeof createTenants>>;
