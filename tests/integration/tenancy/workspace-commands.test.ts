import { afterAll, beforeAll, expect, it } from "vitest";
import { tokenScope } from "../../../lib/supabase/server.ts";
import {
  addMember,
  changeRole,
  changeWorkspace,
  createWorkspace,
  deleteWorkspace,
  removeMember,
  switchWorkspace,
} from "../../../lib/workspaces/commands.ts";
import { listMembers, listWorkspaces } from "../../../lib/workspaces/queries.ts";
import { removeDeleted } from "../../../lib/workspaces/remove-deleted.ts";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { rowsOf } from "./rows-of.ts";
import { fillWorkspace } from "./workspace-data.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

async function scopeOf(user: TestUser, workspaceId: string | null = null) {
  const scope = await tokenScope(user.accessToken, workspaceId);
  if (!scope) throw new Error("The token opens no scope.");
  return scope;
}

it("makes a profile and a workspace of their own for who signs up, and scopes them to it", async () => {
  const ada = await supabase.createUser("ada");
  expect(await scopeOf(ada)).toMatchObject({
    userId: ada.id,
    email: ada.email,
    workspaceId: ada.workspaceId,
    workspaceName: `${ada.email.split("@")[0]}'s workspace`,
    timeZone: "UTC",
    role: "owner",
  });
  expect(await tokenScope("not-a-token", null)).toBeNull();
});

it("creates a workspace and goes into it; switching goes back", async () => {
  const ada = await supabase.createUser("ada");
  const id = await createWorkspace(await scopeOf(ada), "  Second  ");
  const second = await scopeOf(ada);
  expect(second).toMatchObject({ workspaceId: id, workspaceName: "Second", role: "owner" });
  expect(await listWorkspaces(second)).toHaveLength(2);
  await switchWorkspace(second, ada.workspaceId);
  expect((await scopeOf(ada)).workspaceId).toBe(ada.workspaceId);
});

it("switches nobody into a workspace they are not in", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  await expect(switchWorkspace(await scopeOf(ada), bob.workspaceId)).rejects.toMatchObject({
    code: "forbidden",
  });
  expect((await scopeOf(ada)).workspaceId).toBe(ada.workspaceId);
  expect(await tokenScope(ada.accessToken, bob.workspaceId)).toBeNull();
});

it("renames for admins, and says to others whom to ask", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  await changeWorkspace(await scopeOf(ada), { name: "Renamed", time_zone: "Europe/Berlin" });
  expect(await scopeOf(ada)).toMatchObject({
    workspaceName: "Renamed",
    timeZone: "Europe/Berlin",
  });
  await supabase.addMember(ada.workspaceId, bob, "member");
  const bobs = await scopeOf(bob, ada.workspaceId);
  await expect(changeWorkspace(bobs, { name: "Bob's", time_zone: "UTC" })).rejects.toMatchObject({
    code: "forbidden",
    message: "Only admins change the workspace. Ask one of them.",
  });
});

it("refuses a time zone that does not exist, with an example of one that does", async () => {
  const ada = await supabase.createUser("ada");
  const change = changeWorkspace(await scopeOf(ada), { name: "Here", time_zone: "Mars/Olympus" });
  await expect(change).rejects.toMatchObject({
    code: "invalid_input",
    message: 'time_zone: found "Mars/Olympus", expected an IANA name such as Europe/Berlin.',
  });
});

it("adds who has an account, once, whatever the case of the e-mail", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  const scope = await scopeOf(ada);
  await addMember(scope, { email: bob.email.toUpperCase(), role: "viewer" });
  expect((await listMembers(scope)).map(({ email, role }) => [email, role])).toEqual([
    [ada.email, "owner"],
    [bob.email, "viewer"],
  ]);
  await expect(addMember(scope, { email: bob.email, role: "admin" })).rejects.toMatchObject({
    code: "conflict",
    message: `${bob.email} is already in this workspace.`,
  });
  const nobody = addMember(scope, { email: "nobody@example.test", role: "viewer" });
  await expect(nobody).rejects.toMatchObject({
    code: "not_found",
    message:
      "There is no account with the e-mail nobody@example.test. Ask them to sign up first, then add them.",
  });
});

it("changes roles, and lets people leave: the next request is in their own workspace", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  const adas = await scopeOf(ada);
  await addMember(adas, { email: bob.email, role: "viewer" });
  await changeRole(adas, { userId: bob.id, role: "admin" });
  const bobs = await scopeOf(bob, ada.workspaceId);
  expect(bobs.role).toBe("admin");
  await expect(changeRole(bobs, { userId: ada.id, role: "viewer" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await switchWorkspace(bobs, ada.workspaceId);
  await removeMember(bobs, bob.id);
  expect((await scopeOf(bob)).workspaceId).toBe(bob.workspaceId);
  await expect(removeMember(adas, ada.id)).rejects.toMatchObject({ code: "conflict" });
});

it("gives a new workspace to who was removed from their last one", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  await supabase.addMember(bob.workspaceId, ada, "owner");
  await removeMember(await scopeOf(ada, bob.workspaceId), bob.id);
  expect(await scopeOf(bob)).toMatchObject({ workspaceName: "My workspace", role: "owner" });
});

it("deletes a workspace for its owner, once its name is typed, with everything in it", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  await supabase.addMember(ada.workspaceId, bob, "admin");
  await fillWorkspace(supabase, ada.workspaceId, { rows: 2, marker: "doomed" });
  await fillWorkspace(supabase, bob.workspaceId, { rows: 2, marker: "spared" });
  const spared = await rowsOf(supabase, bob.workspaceId);
  await supabase.sql(
    `insert into public.samples (workspace_id, seed, users, posts, hashtags, made_for)
     values ($1, 1, 1, 0, 1, now())`,
    [ada.workspaceId],
  );
  const there = Object.entries(await rowsOf(supabase, ada.workspaceId));
  expect(there.filter(([, rows]) => rows === 0)).toEqual([]);

  const adas = await scopeOf(ada);
  await expect(deleteWorkspace(adas, "wrong")).rejects.toMatchObject({ code: "invalid_input" });
  const bobs = await scopeOf(bob, ada.workspaceId);
  await expect(deleteWorkspace(bobs, bobs.workspaceName)).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining("this needs owner"),
  });
  await deleteWorkspace(adas, adas.workspaceName);
  expect(await removeDeleted(supabase.serviceClient())).toEqual({ workspaces: 1, files: 0 });
  const left = await rowsOf(supabase, ada.workspaceId);
  expect(Object.entries(left).filter(([, rows]) => rows > 0)).toEqual([]);
  expect(await rowsOf(supabase, bob.workspaceId)).toEqual(spared);
});
