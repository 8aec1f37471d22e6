import { afterAll, beforeAll, expect, it } from "vitest";
import { rightsOf } from "@/lib/accounts/offers";
import { listOpenNotices } from "@/lib/accounts/queries";
import { tokenScope } from "@/lib/supabase/server";
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

async function noticesOf(user: TestUser) {
  const scope = await tokenScope(user.accessToken, null);
  return scope && listOpenNotices(scope);
}

const lose = (account: string, version: number) =>
  world.db.rpc("fail_token", {
    workspace: ada.workspaceId,
    account,
    failed_version: version,
    why: "expired",
    detail: "It has ended.",
  });

it("says of a lost account once which it is and since when, to its workspace alone, until it is mended", async () => {
  const bob = await world.supabase.createUser("bob");
  expect(await noticesOf(ada)).toEqual([]);
  const id = await world.connectOne(ada, "instagram_login");
  for (let times = 0; times < 3; times += 1) await lose(id, 1);
  expect(await noticesOf(ada)).toEqual([
    {
      id,
      platform: "instagram",
      name: "Northlight Studio",
      handle: "northlight.studio",
      since: expect.any(String),
    },
  ]);
  expect(await noticesOf(bob)).toEqual([]);

  await world.connectOne(ada, "instagram_login");
  expect(await noticesOf(ada)).toEqual([]);
  // The older token proves nothing about the new one.
  await lose(id, 1);
  expect(await noticesOf(ada)).toEqual([]);
  await lose(id, 2);
  expect(await noticesOf(ada)).toHaveLength(1);
  await api(ada).disconnect(id);
  expect(await noticesOf(ada)).toEqual([]);
});

it("knows each right that was not granted, and what it would give", async () => {
  const readonly = "https://www.googleapis.com/auth/youtube.readonly";
  const consent = await walkConsent(await world.begin(ada, "youtube"), { scopes: [readonly] });
  const [id = ""] = (await world.comeBack(ada, consent)).connected;
  const account = (await api(ada).list()).find((each) => each.id === id);
  expect(account && rightsOf(account)).toEqual([
    { id: readonly, granted: true, gives: expect.any(String) },
    {
      id: "https://www.googleapis.com/auth/yt-analytics.readonly",
      granted: false,
      gives: expect.stringContaining("Shares"),
    },
  ]);
});

it("asks a LinkedIn Page and a member only for the rights that each has a use for", () => {
  const rights = (kind: "linkedin_organization" | "linkedin_member") =>
    rightsOf({ kind, connection: "linkedin", scopes: [] }).map(({ id }) => id);
  expect(rights("linkedin_organization")).not.toContain("r_member_postAnalytics");
  expect(rights("linkedin_member")).toEqual(["openid", "profile", "r_member_postAnalytics"]);
});
