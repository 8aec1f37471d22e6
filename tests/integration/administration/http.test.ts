import { afterAll, beforeAll, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { callRoute, loadRoute } from "../routes/route-files.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

async function ask(user: TestUser, route: string, given?: unknown, id?: string) {
  const { status, text } = await callRoute(await loadRoute(route), route, {
    headers: { authorization: `Bearer ${user.accessToken}`, "x-workspace-id": user.workspaceId },
    ...(given === undefined ? {} : { body: JSON.stringify(given) }),
    ...(id === undefined ? {} : { id }),
  });
  return { status, answer: text === "" ? null : JSON.parse(text) };
}
const member = async (workspaceId: string, role: "viewer" | "member" | "admin" | "owner") => {
  const user = await supabase.createUser(role);
  await supabase.addMember(workspaceId, user, role);
  return { ...user, workspaceId };
};
const secretOf = (link: string) => link.split("/invite/")[1] ?? "";

it("invites by a link that is told once and nowhere kept, and lets a viewer in by it", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  const made = await ask(ada, "POST /api/v1/invitations", { role: "viewer", days: 3 });
  expect(made).toMatchObject({ status: 201, answer: { mail: null } });
  const secret = secretOf(made.answer.link);
  expect(secret).toMatch(/^[\w-]{43}$/);
  const open = await ask(ada, "GET /api/v1/invitations");
  expect(open.answer.items).toMatchObject([{ id: made.answer.id, role: "viewer", email: null }]);
  expect(JSON.stringify(open.answer)).not.toContain(secret);

  expect(await ask(bob, "POST /api/v1/invitations/accept", { secret })).toEqual({
    status: 200,
    answer: { workspace_id: ada.workspaceId },
  });
  expect((await ask(ada, "GET /api/v1/invitations")).answer.items).toEqual([]);
  const inside = { ...bob, workspaceId: ada.workspaceId };
  expect(await ask(inside, "GET /api/v1/workspace")).toMatchObject({ answer: { role: "viewer" } });
  expect(await ask(inside, "PATCH /api/v1/workspace", { name: "His" })).toMatchObject({
    status: 403,
  });
  expect(JSON.stringify(await ask(ada, "GET /api/v1/audit"))).not.toContain(secret);
});

it("refuses to raise anybody above oneself, and keeps the last owner", async () => {
  const ada = await supabase.createUser("ada");
  const [admin, viewer] = [
    await member(ada.workspaceId, "admin"),
    await member(ada.workspaceId, "viewer"),
  ];
  const raise = (by: TestUser, id: string, role: string) =>
    ask(by, "PATCH /api/v1/members/[id]", { role }, id);
  expect(await raise(viewer, viewer.id, "owner")).toMatchObject({ status: 403 });
  expect(await raise(admin, admin.id, "owner")).toMatchObject({ status: 403 });
  expect(await raise(admin, ada.id, "viewer")).toMatchObject({ status: 403 });
  expect(await ask(admin, "POST /api/v1/invitations", { role: "owner" })).toMatchObject({
    status: 403,
  });
  expect(await ask(ada, "DELETE /api/v1/members/[id]", undefined, ada.id)).toMatchObject({
    status: 409,
    answer: { error: { message: expect.stringContaining("always has an owner") } },
  });
  await ask(ada, "POST /api/v1/workspace/transfer", { user_id: admin.id });
  expect(await ask(ada, "DELETE /api/v1/members/[id]", undefined, ada.id)).toMatchObject({
    status: 204,
  });
  const { answer } = await ask(admin, "GET /api/v1/members");
  expect(answer.items.map(({ role }: { role: string }) => role)).toEqual(["owner", "viewer"]);
});

it("pages the audit log by key, narrows it, and says each entry in a sentence", async () => {
  const ada = await supabase.createUser("ada");
  const bob = await member(ada.workspaceId, "admin");
  await supabase.clientFor(bob).from("profiles").update({ name: "Bob" }).eq("user_id", bob.id);
  for (const name of ["One", "Two"]) await ask(ada, "PATCH /api/v1/workspace", { name });
  await ask(bob, "PATCH /api/v1/workspace", { rate_basis: "reach" });
  const log = async (query: string) => {
    const { GET } = await import("@/app/api/v1/audit/route");
    const { NextRequest } = await import("next/server");
    const request = new NextRequest(`http://app.test/api/v1/audit?${query}`, {
      headers: { authorization: `Bearer ${ada.accessToken}`, "x-workspace-id": ada.workspaceId },
    });
    return (await GET(request, { params: Promise.resolve({}) })).json();
  };
  const first = await log("limit=2");
  expect(first.items.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
    "changed the workspace: engagement rate from impressions to reach",
    "changed the workspace: name from One to Two",
  ]);
  expect(first.items[0]).toMatchObject({ actor_name: "Bob", actor_email: bob.email });
  const second = await log(`limit=2&before=${first.next_before}`);
  expect(second.items[0].detail).toMatchObject({ name: { to: "One" } });
  const today = new Date().toISOString().slice(0, 10);
  const count = async (query: string) => (await log(query)).items.length;
  expect(await count(`actor=${bob.id}`)).toBe(1);
  expect(await count(`action=workspace_changed&from=${today}&until=${today}`)).toBe(3);
  expect(await count("until=2026-01-01")).toBe(0);
  expect(await count("q=One")).toBe(1);
});

it("shows the caller's own sessions, and an ended one sees nothing more", async () => {
  const ada = await supabase.createUser("ada");
  const eve = await supabase.createUser("eve");
  const again = await supabase.anonymousClient().auth.signInWithPassword(ada);
  const other = { ...ada, accessToken: again.data.session?.access_token ?? "" };
  const { answer } = await ask(ada, "GET /api/v1/sessions");
  const [mine, theirs] = answer.items;
  expect(mine).toMatchObject({ is_this: true });
  expect(theirs).toMatchObject({ is_this: false });
  expect(await ask(eve, "DELETE /api/v1/sessions/[id]", undefined, theirs.id)).toMatchObject({
    status: 404,
  });
  expect(await ask(other, "GET /api/v1/me")).toMatchObject({ status: 200 });
  expect(await ask(ada, "DELETE /api/v1/sessions/[id]", undefined, theirs.id)).toMatchObject({
    status: 204,
  });
  expect(await ask(other, "GET /api/v1/me")).toMatchObject({ status: 401 });
  expect(await ask(ada, "GET /api/v1/me")).toMatchObject({ status: 200 });
});
