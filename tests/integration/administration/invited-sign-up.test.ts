import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { signUpAction } from "../../../app/(auth)/actions.ts";
import { acceptInvitationAction } from "../../../app/invite/[secret]/actions.ts";
import { listSessions } from "../../../lib/profile/queries.ts";
import { getPerson, getScope } from "../../../lib/supabase/server.ts";
import { jar, requestHeaders } from "../../support/next-headers.ts";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";

const PASSWORD = "correct horse battery";
let supabase: Supabase;
let ada: TestUser;
beforeAll(async () => {
  supabase = await startSupabase();
  ada = await supabase.createUser("ada");
});
afterAll(() => supabase.stop());
beforeEach(() => jar.clear());

async function invite(email = "") {
  const secret = randomBytes(24).toString("base64url");
  const wish = { workspace: ada.workspaceId, role: "viewer" as const, email, days: 7, secret };
  expect((await supabase.clientFor(ada).rpc("invite", wish)).error).toBeNull();
  return secret;
}
function form(fields: Record<string, string>) {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}
const newEmail = () => `guest-${crypto.randomUUID()}@example.test`;
const signUp = (email: string, secret: string) =>
  signUpAction({}, form({ email, password: PASSWORD, next: `/invite/${secret}` }));
/** Where it leads, or what it says. */
const outcome = (work: Promise<unknown>) =>
  work.catch(({ digest }: { digest: string }) => digest.split(";")[2]);
const spacesOf = (email: string) =>
  supabase.sql<{ name: string; role: string }>(
    `select w.name, m.role::text from workspace_members as m join profiles as p using (user_id)
       join workspaces as w on w.id = m.workspace_id where p.email = $1`,
    [email],
  );

it("brings who signs up by it into its workspace, and into no other", async () => {
  const [email, secret] = [newEmail(), await invite()];
  requestHeaders.set("user-agent", "curl/8.0");
  expect(await outcome(signUp(email, secret))).toBe("/");
  const scope = (await getScope()) ?? expect.fail("Nobody is signed in.");
  expect(await listSessions(scope)).toMatchObject([{ user_agent: "curl/8.0", is_this: true }]);
  expect(scope).toMatchObject({ email, workspaceId: ada.workspaceId, role: "viewer" });
  expect(await spacesOf(email)).toEqual([{ name: expect.stringContaining("ada"), role: "viewer" }]);
});

it("that is for another address makes no account, and says whom it is for", async () => {
  const [email, secret] = [newEmail(), await invite("ines@example.test")];
  expect(await outcome(signUp(email, secret))).toEqual({
    fieldErrors: { email: "The invitation is for ines@example.test." },
  });
  expect(await supabase.sql("select from profiles where email = $1", [email])).toEqual([]);
  expect(await outcome(signUp("Ines@example.test", secret))).toBe("/");
});

it("that is used up leaves who signs up with a workspace of their own", async () => {
  const [email, secret] = [newEmail(), await invite()];
  await outcome(signUp(newEmail(), secret));
  jar.clear();
  expect(await outcome(signUp(email, secret))).toBe(`/invite/${secret}`);
  expect(await spacesOf(email)).toMatchObject([{ role: "owner" }]);
});

/** Signed up by an invitation, and not in yet: as between confirming the address and accepting. */
async function guest() {
  const [email, password] = [newEmail(), PASSWORD];
  const { data } = await supabase.anonymousClient().auth.signUp({
    email,
    password,
    options: { data: { comes_by: "invitation" } },
  });
  const { user, session } = data;
  if (!user || !session) throw new Error("Nobody was signed up.");
  return { id: user.id, email, password, accessToken: session.access_token, workspaceId: "" };
}

it("is looked at and accepted without a workspace being made for who has none", async () => {
  const [person, secret] = [await guest(), await invite()];
  await supabase.signIn(person);
  expect(await getPerson()).toMatchObject({ email: person.email });
  expect(await spacesOf(person.email)).toEqual([]);
  expect(await outcome(acceptInvitationAction({}, form({ secret })))).toBe("/");
  expect(await spacesOf(person.email)).toMatchObject([{ role: "viewer" }]);
});

it("not accepted, gives one workspace to who looks around, however often they ask at once", async () => {
  const person = await guest();
  const asks = Array.from({ length: 8 }, () => supabase.clientFor(person).rpc("keep_a_workspace"));
  expect((await Promise.all(asks)).map(({ error }) => error)).toEqual(asks.map(() => null));
  expect(await spacesOf(person.email)).toEqual([{ name: "My workspace", role: "owner" }]);
});

it("accepted while another page opens, is all they are in or comes beside one of their own, never twice", async () => {
  for (let round = 0; round < 5; round += 1) {
    const [person, secret] = [await guest(), await invite()];
    const db = supabase.clientFor(person);
    await Promise.all([
      db.rpc("accept_invitation", { secret }),
      ...Array.from({ length: 4 }, () => db.rpc("keep_a_workspace")),
    ]);
    const roles = (await spacesOf(person.email)).map(({ role }) => role).sort();
    expect([["viewer"], ["owner", "viewer"]]).toContainEqual(roles);
    const { data } = await db.rpc("my_scope");
    expect(data).toMatchObject([{ workspace_id: ada.workspaceId }]);
  }
});
