import { afterAll, beforeAll, expect, it } from "vitest";
import { type Supabase, startSupabase } from "../../support/supabase.ts";
import { listGrants } from "./catalog.ts";
import { EXPECTED_GRANTS } from "./expected-grants.ts";

let supabase: Supabase;

beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

it("grants what the committed list says, and nothing else (invariant 26)", async () => {
  expect((await listGrants(supabase)).sort()).toEqual([...EXPECTED_GRANTS].sort());
});

it("has row level security on every table, and views that see what their reader sees (invariant 26)", async () => {
  const open = await supabase.sql(
    `select relname from pg_class where relnamespace in ('public'::regnamespace, 'storage'::regnamespace)
     and (relkind in ('r', 'p') and not relrowsecurity
       or relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false))`,
  );
  expect(open).toEqual([]);
});

it("keeps definer functions out of the exposed schema, with no search path to hijack (invariant 26)", async () => {
  const loose = await supabase.sql(
    `select oid::regprocedure::text as name from pg_proc
     where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
       and (prosecdef and pronamespace <> 'private'::regnamespace
         or not coalesce('search_path=""' = any (proconfig), false))`,
  );
  expect(loose).toEqual([]);
});

it("carries the workspace in every key between a workspace's tables (invariant 27)", async () => {
  const keys = await supabase.sql<{ key: string }>(
    `select conrelid::regclass || ' → ' || confrelid::regclass as key from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
       and exists (select from pg_attribute
         where attrelid = confrelid and attname = 'workspace_id' and not attisdropped)
       and not exists (select from pg_attribute
         where attrelid = conrelid and attname = 'workspace_id' and attnum = any (conkey))`,
  );
  expect(keys).toEqual([]);
});

it.each([
  ["partitions", "post_metrics_default"],
  ["private", "provider_budgets"],
  ["auth", "users"],
  ["storage", "objects"],
])("does not expose %s.%s through the API (invariant 26)", async (schema, table) => {
  const user = await supabase.createUser();
  const read = (profile: Record<string, string>) =>
    fetch(`${supabase.url}/rest/v1/${table}`, {
      headers: {
        apikey: "sb_publishable_for_the_tests_alone",
        authorization: `Bearer ${user.accessToken}`,
        ...profile,
      },
    });
  expect((await read({ "accept-profile": schema })).status).toBe(406);
  expect((await read({})).status).toBe(404);
});
