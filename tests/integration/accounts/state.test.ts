import { afterAll, beforeAll, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { api, type ConnectingWorld, startConnecting } from "./connecting.ts";

const REFUSED = /already used, is older than ten minutes, or was begun by somebody else/;

let world: ConnectingWorld;
let ada: TestUser;
let bob: TestUser;

beforeAll(async () => {
  world = await startConnecting();
  [ada, bob] = [await world.supabase.createUser("ada"), await world.supabase.createUser("bob")];
});
afterAll(() => world.stop());

it("a way back is good once", async () => {
  const back = await world.consent(ada, "youtube");
  expect((await world.comeBack(ada, back)).connected).toHaveLength(1);
  const again = await world.comeBack(ada, back);
  expect(again).toMatchObject({ status: 303, connected: [] });
  expect(again.problem).toMatch(REFUSED);
});

it("somebody else's way back connects nothing for anybody, and is used up by the attempt", async () => {
  const back = await world.consent(ada, "tiktok");
  expect((await world.comeBack(bob, back)).problem).toMatch(REFUSED);
  expect(await api(bob).list()).toEqual([]);
  expect((await world.comeBack(ada, back)).problem).toMatch(REFUSED);
  expect((await api(ada).list()).map(({ platform }) => platform)).not.toContain("tiktok");
});

it("a way back is good for ten minutes", async () => {
  const [late, inTime] = [await world.consent(ada, "tiktok"), await world.consent(bob, "tiktok")];
  const age = (minutes: number, user: TestUser) =>
    world.sql(
      `update private.connection_attempts
       set expires_at = expires_at - make_interval(secs => $1) where user_id = $2`,
      [minutes * 60, user.id],
    );
  await age(10, ada);
  await age(9.5, bob);
  expect((await world.comeBack(ada, late)).problem).toMatch(REFUSED);
  expect((await world.comeBack(bob, inTime)).connected).toHaveLength(1);
});

it("a state that we never gave, a wrong code, or neither, says what to do and keeps nothing", async () => {
  const before = await world.tokens();
  const address = "http://app.test/accounts/callback";
  for (const search of [
    "",
    "?code=abc",
    "?state=abc",
    "?state=abc&code=abc",
    "?error=access_denied",
  ]) {
    const back = await world.comeBack(ada, `${address}${search}`);
    expect(back).toMatchObject({ status: 303, to: "/accounts?problem=1#main" });
    expect(back.problem).toMatch(REFUSED);
  }
  const wrong = await world.consent(ada, "tiktok");
  wrong.searchParams.set("code", "code-of-somebody-else");
  expect((await world.comeBack(ada, wrong)).problem).toMatch(
    /^TikTok did not complete the connection\..*Connect again\.$/,
  );
  expect(await world.tokens()).toEqual(before);
});

it("no words of a foreign link reach the page", async () => {
  const link =
    "http://app.test/accounts/callback?state=x&error=call_this_number&error_description=Call+me";
  expect((await world.comeBack(ada, link)).problem).toMatch(REFUSED);
  const own = await world.begin(ada, "youtube");
  const back = new URL("http://app.test/accounts/callback");
  back.search = new URLSearchParams({
    state: own.searchParams.get("state") ?? "",
    error: "<b>server</b>",
    error_description: "Call me",
  }).toString();
  const { problem } = await world.comeBack(ada, back);
  expect(problem).toMatch(/^Google ended the sign-in with an error\. Connect again/);
});

it("one who was signed out signs in, and comes back to the same address", async () => {
  const back = await world.consent(ada, "youtube");
  const answer = await world.comeBack(null, back);
  expect(answer.status).toBe(303);
  const next = new URL(answer.to, "http://app.test").searchParams.get("next");
  expect(next).toBe(back.pathname + back.search);
  // Nothing was used up by it.
  expect((await world.comeBack(ada, back)).connected).toHaveLength(1);
});

it("an account goes to the workspace it was begun in, whichever is looked at by then", async () => {
  const back = await world.consent(ada, "instagram_login");
  const client = world.supabase.clientFor(ada);
  const { data: other } = await client.rpc("create_workspace", { workspace_name: "Other" });
  const { connected } = await world.comeBack(ada, back);
  expect(connected).toHaveLength(1);
  expect((await api(ada, ada.workspaceId).list()).map(({ id }) => id)).toContain(connected[0]);
  expect(await api(ada, other ?? "").list()).toEqual([]);
});

it("who was removed from the workspace meanwhile connects nothing to it", async () => {
  const eva = await world.supabase.createUser("eva");
  await world.supabase.addMember(bob.workspaceId, eva, "member");
  const { consentUrl } = await (await api(eva, bob.workspaceId).connect("linkedin")).json();
  await world.sql("delete from workspace_members where user_id = $1 and workspace_id = $2", [
    eva.id,
    bob.workspaceId,
  ]);
  const state = new URL(consentUrl).searchParams.get("state");
  const back = await world.comeBack(
    eva,
    `http://app.test/accounts/callback?state=${state}&code=any`,
  );
  expect(back.problem).toMatch(/no such workspace|not in/);
});
