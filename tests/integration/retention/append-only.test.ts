import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { type OldData, startOldData } from "./old-data.ts";

let data: OldData;
let ada: TestUser;
let own: postgres.Sql;

beforeAll(async () => {
  data = await startOldData();
  ada = await data.supabase.createUser("ada");
  own = postgres(data.supabase.databaseUrl, { max: 1, onnotice: () => {} });
  const account = await data.account(ada.workspaceId, "tiktok");
  for (const days of [400, 100, 2]) {
    await data.snapshot(await data.post(ada.workspaceId, "tiktok", account), days);
  }
});
afterAll(async () => {
  await own.end();
  await data.stop();
});

const as = (role: string, ...statements: string[]) =>
  own.begin(async (transaction) => {
    await transaction`select set_config('request.jwt.claim.sub', ${ada.id}, true)`;
    await transaction.unsafe(`set local role ${role}`);
    for (const statement of statements) await transaction.unsafe(statement);
  });
const both = async () => [
  await data.hashOf("public.raw_events"),
  await data.hashOf("public.post_metrics"),
];

describe.each(["public.raw_events", "public.post_metrics"])("%s", (table) => {
  it.each(["anon", "authenticated", "service_role", "postgres"])(
    "keeps its rows whatever %s tries, the old ones too (invariant 19)",
    async (role) => {
      const before = await both();
      for (const statement of [
        `delete from ${table}`,
        `update ${table} set workspace_id = workspace_id`,
        `truncate ${table}`,
      ]) {
        await expect(as(role, statement)).rejects.toMatchObject({ code: "42501" });
      }
      expect(await both()).toEqual(before);
    },
  );
});

it("is removed by retention's functions alone, which people cannot call (invariant 19)", async () => {
  const before = await both();
  const calls = [
    "select private.remove_old(1, 1, 9, '{raw_events}')",
    "select public.remove_old(1, 1, 9)",
    "select private.remove_payloads('1 day', 9)",
    "select private.thin_snapshots('1 day', 9)",
    "select private.forget_youtube(9)",
    "select private.erase_account((select id from public.accounts limit 1))",
  ];
  for (const call of calls) {
    await expect(as("authenticated", call)).rejects.toMatchObject({ code: "42501" });
  }
  // Of those the service may call the one with the policy in it.
  for (const call of calls.slice(2)) {
    await expect(as("service_role", call)).rejects.toMatchObject({ code: "42501" });
  }
  expect(await both()).toEqual(before);
});

it("is removed as retention (control of invariant 19)", async () => {
  await as(
    "retention",
    "delete from public.raw_events where received_at < now() - interval '300 days'",
  );
  expect(await data.sql("select from public.raw_events")).toHaveLength(2);
  expect(await data.removeOld({ raw_days: 90 })).toMatchObject({ raw_events: 1 });
  expect(await data.sql("select from public.raw_events")).toHaveLength(1);
});

it("is not changed and not emptied even by retention (invariant 19)", async () => {
  for (const statement of [
    "update public.raw_events set source = 'other'",
    "update public.post_metrics set views = 1",
    "truncate public.raw_events",
    "truncate public.post_metrics",
    "insert into public.raw_events (workspace_id) select id from public.workspaces",
  ]) {
    await expect(as("retention", statement)).rejects.toMatchObject({ code: "42501" });
  }
});

it("is nobody's role: none that can log in or that the API takes is in it (invariant 19)", async () => {
  const members = await data.sql<{ name: string }>(
    `select m.member::regrole::text as name from pg_auth_members as m
     where m.roleid = 'retention'::regrole`,
  );
  // Who applies the migrations hands retention its functions.
  expect(members.map(({ name }) => name)).toEqual(["postgres"]);
  const [may] = await data.sql(
    `select bool_or(pg_has_role(rolname, 'retention', 'member')) as become from pg_roles
     where rolname in ('anon', 'authenticated', 'service_role', 'authenticator')`,
  );
  expect(may).toEqual({ become: false });
  const [role] = await data.sql(
    "select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'retention'",
  );
  expect(role).toEqual({
    rolcanlogin: false,
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
  });
});
