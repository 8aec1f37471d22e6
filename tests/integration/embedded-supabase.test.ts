import { afterAll, beforeAll, expect, it } from "vitest";
import { type Supabase, startSupabase } from "../support/supabase.ts";

let supabase: Supabase;

beforeAll(async () => {
  supabase = await startSupabase();
  // Before the first request: the embedded Supabase reads the schema once.
  await supabase.sql(
    `create function public.echo_for_test(value jsonb) returns jsonb language sql as 'select value';
     grant execute on function public.echo_for_test to service_role`,
  );
});
afterAll(() => supabase.stop());

it("gives each new user a workspace they own, and nobody else's", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  const { data, error } = await supabase.clientFor(ada).from("workspaces").select("id");
  expect({ data, error }).toEqual({ data: [{ id: ada.workspaceId }], error: null });
  expect(bob.workspaceId).not.toBe(ada.workspaceId);
});

it("grants nobody what no migration grants", async () => {
  await supabase.createUser();
  const broad = await supabase.sql(
    `select table_name from information_schema.role_table_grants
     where table_schema = 'public' and grantee = 'anon' limit 5`,
  );
  expect(broad).toEqual([]);
  const { error } = await supabase.anonymousClient().from("workspaces").select("id");
  expect(error?.code).toBe("42501");
});

it("hands nested values to a function as they are", async () => {
  const value = { list: [1, "two", null], nested: { flag: true } };
  const { data } = await supabase.serviceClient().rpc("echo_for_test" as never, { value } as never);
  expect(data).toEqual(value);
});

it("stores and returns an upload of the user's workspace, and hides it from others", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  const body = await new Blob(["platform,url\n"]).arrayBuffer();
  const path = `${ada.workspaceId}/links.csv`;
  const uploads = (user: typeof ada) => supabase.clientFor(user).storage.from("uploads");

  const put = await uploads(ada).upload(path, body, { contentType: "text/csv" });
  expect(put.error).toBeNull();
  expect(await (await uploads(ada).download(path)).data?.text()).toBe("platform,url\n");
  expect((await uploads(bob).download(path)).data).toBeNull();
  expect((await uploads(bob).upload(path, body)).error).not.toBeNull();
});
