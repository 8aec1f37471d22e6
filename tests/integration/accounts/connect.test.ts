import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONNECTIONS } from "@/lib/platforms/connected";
import { walkConsent } from "../../../simulator/walk-consent.ts";
import type { TestUser } from "../../support/supabase.ts";
import { api, type ConnectingWorld, startConnecting } from "./connecting.ts";

let world: ConnectingWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startConnecting();
  ada = await world.supabase.createUser("ada");
});
afterAll(() => world.stop());

describe.each(CONNECTIONS)("by %s", (connection) => {
  it("one connects an account over its platform's consent page, and it is measured at once", async () => {
    const back = await world.comeBack(ada, await world.consent(ada, connection));
    expect(back).toMatchObject({ status: 303, problem: null });
    const [id = "", ...others] = back.connected;
    // A fragment of ours, or Meta's own would go along.
    expect(back.to).toBe(`/accounts?connected=${id}#main`);
    expect(others).toEqual([]);
    expect(await (await api(ada).get(id)).json()).toMatchObject({
      connection,
      status: "connected",
      problem: null,
      connected_by: ada.email,
      is_simulated: true,
      is_refreshing: true,
    });
  });

  it("what is denied there connects nothing, and the page says so", async () => {
    const before = (await world.tokens()).length;
    const denied = await walkConsent(await world.begin(ada, connection), { decision: "deny" });
    const back = await world.comeBack(ada, denied);
    expect(back.to).toBe("/accounts?problem=1#main");
    expect(back.problem).toMatch(/^Nothing was connected: the access was not allowed at \w+\./);
    expect((await world.tokens()).length).toBe(before);
    // Nor can the way be used for anything else.
    const code = new URL(denied);
    code.searchParams.delete("error");
    code.searchParams.set("code", "anything");
    expect((await world.comeBack(ada, code)).problem).toContain("already used");
  });
});

it("several accounts of one consent wait until somebody chooses which to measure", async () => {
  const eva = await world.supabase.createUser("eva");
  const accounts = world.idsOf([
    ["facebook", "harbor.oats"],
    ["facebook", "papertrail.maps"],
    ["facebook", "northlight.studio"],
  ]);
  const consent = await walkConsent(await world.begin(eva, "facebook"), { accounts });
  const back = await world.comeBack(eva, consent);
  expect(back.connected).toHaveLength(3);
  const program = api(eva);
  const found = await program.list();
  expect(found.map(({ status }) => status)).toEqual(["disabled", "disabled", "disabled"]);
  expect(found.some(({ is_refreshing }) => is_refreshing)).toBe(false);

  const [id = ""] = back.connected;
  expect((await program.refresh(id)).status).toBe(409);
  const chosen = await program.enable(id, true);
  expect(await chosen.json()).toMatchObject({ id, status: "connected", is_refreshing: true });
  expect((await program.list()).filter(({ status }) => status === "disabled")).toHaveLength(2);
  const stopped = await program.enable(id, false);
  expect(await stopped.json()).toMatchObject({ status: "disabled", next_refresh_at: null });
});

it("a second consent renews the same account, ends its trouble, and the notice with it", async () => {
  const kim = await world.supabase.createUser("kim");
  const id = await world.connectOne(kim, "tiktok");
  const token = async () => (await world.tokens()).find(({ account_id }) => account_id === id);
  const before = await token();
  await world.db.rpc("fail_token", {
    workspace: kim.workspaceId,
    account: id,
    failed_version: 1,
    why: "revoked",
    detail: "The person took it back.",
  });
  const open = "select from notices where account_id = $1 and resolved_at is null";
  expect(await world.sql(open, [id])).toHaveLength(1);
  expect(await (await api(kim).get(id)).json()).toMatchObject({
    status: "needs_reconnect",
    problem: "revoked",
  });

  expect(await world.connectOne(kim, "tiktok")).toBe(id);
  expect(await (await api(kim).get(id)).json()).toMatchObject({
    status: "connected",
    problem: null,
    problem_detail: null,
  });
  expect(await world.sql(open, [id])).toEqual([]);
  expect(await token()).toMatchObject({ version: 2 });
  expect((await token())?.ciphertext).not.toBe(before?.ciphertext);
});

it("without a right that it needs nothing is connected, and the platform's reason is told", async () => {
  const lee = await world.supabase.createUser("lee");
  const consent = await walkConsent(await world.begin(lee, "tiktok"), {
    scopes: ["user.info.basic"],
  });
  const back = await world.comeBack(lee, consent);
  expect(back.problem).toMatch(/TikTok did not complete the connection.*video\.list/);
  expect(await api(lee).list()).toEqual([]);
});
