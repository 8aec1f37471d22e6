import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Supabase, startSupabase } from "../../support/supabase.ts";
import { actAs, type Outcome } from "./act-as.ts";
import { listFunctions, listRelations, listSettableColumns } from "./catalog.ts";
import { EXPECTED_BUCKETS } from "./expected-buckets.ts";
import { EXPECTED_FUNCTIONS } from "./expected-functions.ts";
import { EXPECTED_RELATIONS, NOBODY, type Row } from "./expected-tables.ts";
import { ACTORS, createTenants, type Tenants } from "./tenants.ts";

let supabase: Supabase;
let tenants: Tenants;
let acting: ReturnType<typeof actAs>;

beforeAll(async () => {
  supabase = await startSupabase();
  tenants = await createTenants(supabase);
  acting = actAs(supabase, tenants);
  for (const { workspaceId } of [tenants.home, tenants.foreign]) {
    for (const bucket of Object.keys(EXPECTED_BUCKETS)) {
      await supabase.sql("insert into storage.objects (bucket_id, name) values ($1, $2)", [
        bucket,
        `${workspaceId}/links.csv`,
      ]);
    }
  }
});
afterAll(async () => {
  await acting.close();
  await supabase.stop();
});

/** What became of a statement for everybody, by the actor's name. */
async function outcomes(statement: string) {
  const all: [string, Outcome][] = [];
  for (const actor of ACTORS) all.push([actor, await acting.attempt(actor, statement)]);
  return Object.fromEntries(all);
}
const named = (row: Row) => Object.fromEntries(ACTORS.map((actor, n) => [actor, row[n]]));

it("knows every table, view, function and bucket there is, and no other (invariant 26)", async () => {
  expect(Object.keys(EXPECTED_RELATIONS).sort()).toEqual(await listRelations(supabase));
  expect(Object.keys(EXPECTED_FUNCTIONS).sort()).toEqual((await listFunctions(supabase)).sort());
  const buckets = await supabase.sql<{ id: string }>("select id from storage.buckets order by id");
  expect(Object.keys(EXPECTED_BUCKETS).sort()).toEqual(buckets.map(({ id }) => id));
});

describe.each(Object.entries(EXPECTED_RELATIONS))("%s (invariant 26)", (relation, expected) => {
  it("shows each role its rows, and takes an insert of nobody", async () => {
    expect(await outcomes(`select * from public.${relation}`)).toEqual(named(expected.select));
    const insert = await outcomes(`insert into public.${relation} default values`);
    expect(insert).toEqual(named(NOBODY));
  });

  it("lets each role change its rows, column by column", async () => {
    for (const column of await listSettableColumns(supabase, relation)) {
      const update = await outcomes(`update public.${relation} set "${column}" = "${column}"`);
      expect({ column, update }).toEqual({
        column,
        update: named(expected.update?.[column] ?? NOBODY),
      });
    }
  });

  it("lets each role delete its rows", async () => {
    const { where, rows } = expected.delete ?? { where: "", rows: NOBODY };
    expect(await outcomes(`delete from public.${relation} ${where}`)).toEqual(named(rows));
  });
});

it.each(Object.entries(EXPECTED_FUNCTIONS))(
  "%s does what each role may (invariant 26)",
  async (_, { call, rows }) => {
    expect(await outcomes(call(tenants))).toEqual(named(rows));
  },
);

it.each(Object.entries(EXPECTED_BUCKETS))(
  "bucket %s opens to each role its folders (invariant 26)",
  async (bucket, expected) => {
    const { workspaceId } = tenants.home;
    const mine = `where bucket_id = '${bucket}'`;
    expect({
      select: await outcomes(`select * from storage.objects ${mine}`),
      insert: await outcomes(
        `insert into storage.objects (bucket_id, name) values ('${bucket}', '${workspaceId}/new.csv')`,
      ),
      update: await outcomes(`update storage.objects set name = name || '.bak' ${mine}`),
      delete: await outcomes(`delete from storage.objects ${mine}`),
    }).toEqual({
      select: named(expected.select),
      insert: named(expected.insert),
      update: named(expected.update),
      delete: named(expected.delete),
    });
  },
);

it("lets nobody change a bucket itself (invariant 26)", async () => {
  const none = named([0, 0, 0, 0, 0, 0, 0]);
  expect(await outcomes("select * from storage.buckets")).toEqual(none);
  expect(await outcomes("update storage.buckets set public = true")).toEqual(none);
  expect(await outcomes("delete from storage.buckets")).toEqual(none);
});
