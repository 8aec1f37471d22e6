import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../support/supabase.ts";

let supabase: Supabase;

beforeAll(async () => {
  supabase = await startSupabase();
  await supabase.sql(`
    create table public.notes_for_test (owner uuid default auth.uid(), body text not null check (body <> 'bad'));
    alter table public.notes_for_test enable row level security;
    grant select, insert on public.notes_for_test to authenticated;
    create policy "Own" on public.notes_for_test to authenticated using (owner = auth.uid()) with check (owner = auth.uid());
    create function public.who_for_test() returns jsonb language sql volatile as $$
      select jsonb_build_object('role', current_user, 'sub', auth.uid(), 'claims', auth.jwt() ->> 'sub',
        'method', current_setting('request.method', true), 'header', current_setting('request.headers', true)::jsonb ->> 'x-mine') $$;
    create function public.answer_for_test() returns text language plpgsql volatile as $$
      begin
        perform set_config('response.status', '418', true);
        perform set_config('response.headers', '[{"X-Kind": "teapot"}]', true);
        return 'short and stout';
      end $$;
    create function public.write_for_test() returns void language sql volatile as $$
      insert into public.notes_for_test (body) values ('written') $$;
    grant execute on function public.who_for_test, public.answer_for_test, public.write_for_test to authenticated, anon;`);
});
afterAll(() => supabase.stop());

function call(path: string, token: string, init: RequestInit = {}) {
  const apikey = process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? "";
  const headers = { apikey, authorization: `Bearer ${token}`, "content-type": "application/json" };
  return fetch(`${supabase.url}/rest/v1/${path}`, {
    ...init,
    headers: { ...headers, ...init.headers },
  });
}
const post = (body: unknown) => ({ method: "POST", body: JSON.stringify(body) });

it("runs each of 200 questions of 20 people at once as who asked it", async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => supabase.createUser()));
  async function asks({ id, accessToken, workspaceId }: TestUser) {
    for (let turn = 0; turn < 5; turn += 1) {
      const mine = { headers: { "x-mine": id } };
      const [who, spaces] = await Promise.all([
        call("rpc/who_for_test", accessToken, { ...post({}), ...mine }).then((it) => it.json()),
        call("workspaces?select=id", accessToken).then((it) => it.json()),
      ]);
      const said = { role: "authenticated", sub: id, claims: id, method: "POST", header: id };
      expect(who).toEqual(said);
      expect(spaces).toEqual([{ id: workspaceId }]);
    }
  }
  await Promise.all(people.map(asks));
});

it("leaves nothing of a caller to the next on the same connection", async () => {
  const ada = await supabase.createUser("ada");
  for (let turn = 0; turn < 20; turn += 1)
    await call("rpc/who_for_test", ada.accessToken, post({}));
  const apikey = process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? "";
  const all = await Promise.all(
    Array.from({ length: 20 }, () =>
      fetch(`${supabase.url}/rest/v1/rpc/who_for_test`, {
        ...post({}),
        headers: { apikey, "content-type": "application/json" },
      }),
    ),
  );
  for (const answer of all) {
    expect(await answer.json()).toMatchObject({ role: "anon", sub: null, header: null });
  }
});

it("undoes a statement that fails, says why, and answers the next one", async () => {
  const { accessToken, id } = await supabase.createUser();
  const insert = (rows: object[]) => call("notes_for_test", accessToken, post(rows));
  const refused = await insert([{ body: "good" }, { body: "bad" }]);
  expect(refused.ok).toBe(false);
  expect((await refused.json()).message).toContain("notes_for_test_body_check");
  const foreign = await insert([{ body: "good", owner: "00000000-0000-4000-8000-000000000000" }]);
  expect([foreign.status, (await foreign.json()).code]).toEqual([403, "42501"]);
  expect((await insert([{ body: "good" }])).status).toBe(201);
  const notes = await call("notes_for_test?select=owner,body", accessToken);
  expect(await notes.json()).toEqual([{ owner: id, body: "good" }]);
});

it("answers with the status and the headers that a function sets, for that call only", async () => {
  const { accessToken } = await supabase.createUser();
  const answer = await call("rpc/answer_for_test", accessToken, post({}));
  expect([answer.status, answer.headers.get("x-kind")]).toEqual([418, "teapot"]);
  const next = await call("rpc/who_for_test", accessToken, post({}));
  expect([next.status, next.headers.get("x-kind")]).toEqual([200, null]);
});

it("keeps a call by GET from writing", async () => {
  const { accessToken } = await supabase.createUser();
  const refused = await call("rpc/write_for_test", accessToken);
  expect((await refused.json()).code).toBe("25006");
  expect((await call("rpc/write_for_test", accessToken, post({}))).ok).toBe(true);
  const notes = await call("notes_for_test?select=body", accessToken);
  expect(await notes.json()).toEqual([{ body: "written" }]);
});

it("runs nothing for a role that there is not", async () => {
  const { id } = await supabase.createUser();
  const secret = new TextEncoder().encode("a-jwt-secret-for-the-tests-and-nothing-else");
  const token = await new SignJWT({ sub: id, role: "nobody_at_all" })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime("1h")
    .sign(secret);
  for (const path of ["workspaces?select=id", "rpc/my_scope"]) {
    const answer = await call(path, token);
    expect(answer.ok, `${path}: ${answer.status}`).toBe(false);
  }
});
