import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testEnv } from "../../support/env.ts";
import { type Supabase, startSupabase } from "../../support/supabase.ts";
import { createTenants, type Tenants } from "./tenants.ts";

const TABLES = ["account_tokens", "connection_attempts", "retention_marks"];
const RIGHTS = ["select", "insert", "update", "delete", "truncate", "references", "trigger"];
const ROLES = ["anon", "authenticated", "service_role", "authenticator", "public"];

let supabase: Supabase;
let tenants: Tenants;

beforeAll(async () => {
  supabase = await startSupabase();
  tenants = await createTenants(supabase);
});
afterAll(() => supabase.stop());

it.each(TABLES)(
  "grants no API role anything in private.%s, the service's neither (invariant 30)",
  async (table) => {
    // Retention keeps its own notes there, and is nobody's role.
    const granted = await supabase.sql(
      `select role, "right" from unnest($1::text[]) as role cross join unnest($2::text[]) as "right"
     where (role = 'public' or exists (select from pg_roles where rolname = role))
       and has_table_privilege(role, $3, "right")
     union all
     select role, "right" || ' of a column' from unnest($1::text[]) as role
     cross join unnest(array['select', 'insert', 'update', 'references']) as "right"
     where (role = 'public' or exists (select from pg_roles where rolname = role))
       and has_any_column_privilege(role, $3, "right")`,
      [ROLES, RIGHTS, `private.${table}`],
    );
    expect(granted).toEqual([]);
  },
);

it("would find a grant (control of invariant 30)", async () => {
  await supabase.sql("grant select (key_id) on private.account_tokens to service_role");
  const [found] = await supabase.sql<{ granted: boolean }>(
    "select has_any_column_privilege('service_role', 'private.account_tokens', 'select') as granted",
  );
  await supabase.sql("revoke select (key_id) on private.account_tokens from service_role");
  expect(found?.granted).toBe(true);
});

describe.each(TABLES)("private.%s", (table) => {
  const asked = (key: string, token: string, profile: Record<string, string>, method = "GET") =>
    fetch(`${supabase.url}/rest/v1/${table}`, {
      method,
      headers: {
        apikey: key,
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        ...profile,
      },
      ...(method === "POST" && { body: "[{}]" }),
    });

  it("is not to be found through the API by anybody (invariant 30)", async () => {
    const { NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: open, SUPABASE_SECRET_KEY: secret } = testEnv;
    const callers = [
      [open, open],
      [open, tenants.people.owner.accessToken],
      [secret, secret],
    ] as const;
    for (const [key, token] of callers) {
      for (const method of ["GET", "POST", "PATCH", "DELETE"]) {
        const named = { "accept-profile": "private", "content-profile": "private" };
        expect((await asked(key, token, named, method)).status).toBe(406);
        expect((await asked(key, token, {}, method)).status).toBe(404);
      }
    }
  });

  it.each(["anon", "authenticated", "service_role"])(
    "is refused to a statement of %s (invariant 30)",
    async (role) => {
      await expect(
        supabase.sql(`do $$ begin set local role ${role}; perform from private.${table}; end $$`),
      ).rejects.toMatchObject({ code: "42501" });
    },
  );
});

it("gives tokens to the service's functions alone, sealed (invariant 30)", async () => {
  const { home, people } = tenants;
  const order = {
    workspace: home.workspaceId,
    account: home.accountIds[0] ?? "",
    fresh_seconds: 0,
  };
  const taken = await supabase.serviceClient().rpc("take_token", order);
  expect(taken.data).toMatchObject({ state: "ready" });
  for (const person of [people.owner, people.admin]) {
    const refused = await supabase.clientFor(person).rpc("take_token", order);
    expect(refused.error?.code).toBe("42501");
  }
});

it("says nothing of tokens in what members read of accounts (invariant 30)", async () => {
  const { home, people } = tenants;
  const owner = supabase.clientFor(people.owner);
  const answers = [
    await owner.rpc("list_accounts", { workspace: home.workspaceId }),
    await owner.from("accounts").select("*"),
    await owner.from("notices").select("*"),
  ];
  const [sealed] = await supabase.sql<{ ciphertext: string }>(
    "select ciphertext from private.account_tokens where workspace_id = $1",
    [home.workspaceId],
  );
  expect(answers.every(({ data }) => data !== null)).toBe(true);
  expect(JSON.stringify(answers)).not.toContain(sealed?.ciphertext);
  expect(JSON.stringify(answers)).not.toContain("ciphertext");
});
