import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

const newSecret = () => randomBytes(24).toString("base64url");
type Wish = { role?: "viewer" | "member" | "admin" | "owner"; email?: string; days?: number };

async function invite(by: TestUser, { role = "viewer", email, days = 7 }: Wish = {}) {
  const secret = newSecret();
  const { data, error } = await supabase
    .clientFor(by)
    .rpc("invite", { workspace: by.workspaceId, role, email: email ?? "", days, secret });
  return { secret, id: data ?? "", error };
}
const accept = (user: TestUser, secret: string) =>
  supabase.clientFor(user).rpc("accept_invitation", { secret });
const read = async (secret: string) =>
  (await supabase.anonymousClient().rpc("read_invitation", { secret })).data;

it("lets one person in, once, and says so to who holds the link", async () => {
  const [ada, bob, eve] = await Promise.all(["ada", "bob", "eve"].map(supabase.createUser));
  if (!ada || !bob || !eve) throw new Error("Three were made.");
  const { secret } = await invite(ada, { role: "member" });
  expect(await read(secret)).toMatchObject({
    state: "open",
    role: "member",
    invited_by: ada.email,
  });
  expect((await accept(bob, secret)).data).toBe(ada.workspaceId);
  expect((await accept(bob, secret)).data).toBe(ada.workspaceId);
  expect((await accept(eve, secret)).error).toMatchObject({ code: "PT409" });
  expect(await read(secret)).toMatchObject({ state: "used" });
  const { data } = await supabase.clientFor(bob).rpc("my_scope");
  expect(data).toMatchObject([{ workspace_id: ada.workspaceId, role: "member" }]);
});

it("lets one of two in who use a link at once", async () => {
  const ada = await supabase.createUser("ada");
  const guests = await Promise.all(["bob", "eve", "kim"].map(supabase.createUser));
  const { secret } = await invite(ada);
  const answers = await Promise.all(guests.map((guest) => accept(guest, secret)));
  expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
  expect(answers.filter(({ error }) => error?.code === "PT409")).toHaveLength(2);
});

it("is no use when revoked, expired, meant for another, or unknown", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  const revoked = await invite(ada);
  await supabase.clientFor(ada).rpc("revoke_invitation", { invitation: revoked.id });
  expect((await accept(bob, revoked.secret)).error?.message).toContain("taken back");
  const late = await invite(ada);
  await supabase.sql(
    "update invitations set made_at = now() - interval '8 days', expires_at = now() - interval '1 second' where id = $1",
    [late.id],
  );
  expect((await accept(bob, late.secret)).error?.message).toContain("expired");
  const meant = await invite(ada, { email: "Kim@Example.test" });
  expect((await accept(bob, meant.secret)).error).toMatchObject({ code: "PT403" });
  expect((await accept(bob, newSecret())).error).toMatchObject({ code: "PT404" });
  expect(await read(newSecret())).toBeNull();
});

it("is for admins, up to their own role, and keeps no secret", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  await supabase.addMember(ada.workspaceId, bob, "admin");
  const by = { ...bob, workspaceId: ada.workspaceId };
  expect((await invite(by, { role: "owner" })).error).toMatchObject({ code: "PT403" });
  const { secret, error } = await invite(by, { role: "admin" });
  expect(error).toBeNull();
  await supabase.addMember(ada.workspaceId, bob, "member");
  expect((await invite(by)).error).toMatchObject({ code: "PT403" });
  expect((await supabase.clientFor(bob).from("invitations").select("id")).data).toEqual([]);
  const [row] = await supabase.sql(
    "select i::text as row from invitations as i where workspace_id = $1",
    [ada.workspaceId],
  );
  expect(JSON.stringify(row)).not.toContain(secret);
});

it("takes back the open links of who was removed or may not make them any more", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  await supabase.addMember(ada.workspaceId, bob, "admin");
  const by = { ...bob, workspaceId: ada.workspaceId };
  const [own, other] = [await invite(by, { role: "admin" }), await invite(ada)];
  await supabase.addMember(ada.workspaceId, bob, "member");
  expect(await read(own.secret)).toMatchObject({ state: "revoked" });
  await supabase.addMember(ada.workspaceId, bob, "admin");
  const again = await invite(by, { role: "admin" });
  await supabase
    .clientFor(ada)
    .from("workspace_members")
    .delete()
    .match({ workspace_id: ada.workspaceId, user_id: bob.id });
  expect((await accept(bob, again.secret)).error?.message).toContain("taken back");
  expect(await read(other.secret)).toMatchObject({ state: "open" });
  const said = await supabase.sql(
    "select subject_id from audit_log where workspace_id = $1 and action = 'invitation_revoked' order by id",
    [ada.workspaceId],
  );
  expect(said).toEqual([own.id, again.id].map((subject_id) => ({ subject_id })));
});
