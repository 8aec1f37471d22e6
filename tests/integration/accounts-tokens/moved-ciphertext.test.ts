import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { runRefresh } from "@/lib/refresh/worker";
import { startAnsweringServer } from "../../support/answering-server.ts";
import {
  grantOf,
  keysOf,
  type SealedWorld,
  startSealedWorld,
  TOKEN_KEYS,
} from "./sealed-accounts.ts";

let world: SealedWorld;
let platform: Awaited<ReturnType<typeof startAnsweringServer>>;

beforeAll(async () => {
  platform = await startAnsweringServer();
  Object.assign(process.env, {
    FEATURE_FAKE_INSIGHTS: "true",
    SIMULATOR_URL: platform.url,
    TOKEN_KEYS: TOKEN_KEYS.old,
    APP_URL: "http://127.0.0.1:1",
  });
  world = await startSealedWorld();
});
beforeEach(() => platform.answers(() => ({ body: { items: [] } })));
afterAll(async () => {
  await platform.close();
  await world.stop();
});

async function refresh(account: string) {
  const asked = await world.supabase
    .clientFor(world.user)
    .rpc("request_refresh", { workspace: world.user.workspaceId, accounts: [account] });
  if (asked.error) throw asked.error;
  await runRefresh(world.db);
  const [row] = await world.sql<{ status: string; problem: string; notices: number }>(
    `select status, problem, (select count(*)::int from public.notices where account_id = a.id and resolved_at is null) as notices
     from public.accounts as a where id = $1`,
    [account],
  );
  return row;
}
const used = () => platform.asked.map(({ headers }) => headers.authorization);

it("calls the platform with an account's own token (control of invariant 31)", async () => {
  const [own = ""] = await world.connect(1, keysOf("old"));
  expect(await refresh(own)).toMatchObject({ status: "connected", problem: null });
  expect(used()).toContain(`Bearer ${grantOf(own).accessToken}`);
});

it.each([
  [
    "another account's row",
    (from: string, to: string) =>
      world.sql(
        `update private.account_tokens set ciphertext = (select ciphertext from private.account_tokens where account_id = $1)
       where account_id = $2`,
        [from, to],
      ),
  ],
  [
    "a row that pretends to be sealed with another key",
    (from: string, to: string) =>
      world.sql(
        `update private.account_tokens set key_id = 'new',
         ciphertext = (select ciphertext from private.account_tokens where account_id = $1) where account_id = $2`,
        [from, to],
      ),
  ],
  [
    "a row whose ciphertext was changed by one letter",
    (_: string, to: string) =>
      world.sql(
        `update private.account_tokens set ciphertext = overlay(ciphertext placing
         case substr(ciphertext, length(ciphertext) - 60, 1) when 'A' then 'B' else 'A' end from length(ciphertext) - 60)
       where account_id = $1`,
        [to],
      ),
  ],
] as const)(
  "takes no call from %s: it ends in needs_reconnect, unreadable, with one notice (invariant 31)",
  async (_, move) => {
    const [from = "", to = ""] = await world.connect(2, keysOf("old"));
    await move(from, to);
    expect(await refresh(to)).toEqual({
      status: "needs_reconnect",
      problem: "unreadable",
      notices: 1,
    });
    expect(platform.asked).toEqual([]);
    const [unit] = await world.sql(
      "select status, error_code from public.refresh_units where account_id = $1",
      [to],
    );
    expect(unit).toEqual({ status: "skipped", error_code: "needs_reconnect" });
    // Whoever it was taken from is not touched.
    expect(await refresh(from)).toMatchObject({ status: "connected", notices: 0 });
    expect(used()).toContain(`Bearer ${grantOf(from).accessToken}`);
  },
);

it("takes no call from another workspace's row either (invariant 31)", async () => {
  const [from = ""] = await world.connect(1, keysOf("old"));
  const bob = await world.supabase.createUser("bob");
  const [made] = await world.sql<{ id: string }>(
    `with account as (
       insert into public.accounts (workspace_id, platform, kind, connection, external_id, name, status, is_simulated)
       values ($1, 'youtube', 'youtube_channel', 'youtube', 'UCbob', 'Bob', 'connected', true) returning id)
     insert into private.account_tokens (account_id, workspace_id, ciphertext, key_id)
     select id, $1, t.ciphertext, t.key_id from account cross join private.account_tokens as t where t.account_id = $2
     returning account_id as id`,
    [bob.workspaceId, from],
  );
  const asked = await world.supabase
    .clientFor(bob)
    .rpc("request_refresh", { workspace: bob.workspaceId, accounts: [made?.id ?? ""] });
  expect(asked.error).toBeNull();
  await runRefresh(world.db);
  const [row] = await world.sql("select status, problem from public.accounts where id = $1", [
    made?.id,
  ]);
  expect(row).toEqual({ status: "needs_reconnect", problem: "unreadable" });
  expect(platform.asked).toEqual([]);
});
