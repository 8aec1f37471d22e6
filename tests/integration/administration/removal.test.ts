import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { rowsOf } from "../tenancy/rows-of.ts";
import { fillWorkspace } from "../tenancy/workspace-data.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

// Async: a call of the client begins only when it is waited for.
const remove = async (user: TestUser, typed: string) =>
  supabase
    .clientFor(user)
    .rpc("delete_workspace", { workspace: user.workspaceId, typed_name: typed });

it("removes everything in portions, whoever is killed between two, and nothing of others (invariant 37)", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  await fillWorkspace(supabase, ada.workspaceId, { rows: 5, marker: "doomed" });
  await fillWorkspace(supabase, bob.workspaceId, { rows: 2, marker: "spared" });
  const spared = await rowsOf(supabase, bob.workspaceId);
  const { data } = await supabase.clientFor(ada).from("workspaces").select("name").single();
  expect((await remove(ada, "wrong")).error).toMatchObject({ code: "PT422" });
  const secret = "a link that was made before, and is still held";
  await supabase
    .clientFor(ada)
    .rpc("invite", { workspace: ada.workspaceId, role: "viewer", email: "", days: 7, secret });
  expect((await remove(ada, data?.name ?? "")).error).toBeNull();
  const late = await supabase.clientFor(bob).rpc("accept_invitation", { secret });
  expect(late.error).toMatchObject({ code: "PT404" });
  expect((await supabase.clientFor(ada).from("posts").select("id")).data).toEqual([]);

  let steps = 0;
  for (;;) {
    steps += 1;
    // Every other worker dies before it has said that it is done.
    if (steps % 2 === 0) {
      await expect(
        supabase.sql("do $$ begin perform public.remove_workspaces(12); raise 'killed'; end $$"),
      ).rejects.toThrow("killed");
    }
    const { data: step, error } = await supabase
      .serviceClient()
      .rpc("remove_workspaces", { take: 12 });
    if (error) throw error;
    if ((step as { workspace_id: string | null }).workspace_id === null) break;
  }
  expect(steps).toBeGreaterThan(4);
  const left = Object.entries(await rowsOf(supabase, ada.workspaceId));
  expect(left.filter(([, rows]) => rows > 0)).toEqual([]);
  expect(
    await supabase.sql("select from workspaces where id = $1", [ada.workspaceId]),
  ).toHaveLength(0);
  expect(await rowsOf(supabase, bob.workspaceId)).toEqual(spared);
});

it("is for owners, and hands a workspace over in one go", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  await supabase.addMember(ada.workspaceId, bob, "admin");
  const { workspaceId: workspace } = ada;
  const bobs = supabase.clientFor(bob);
  expect((await bobs.rpc("delete_workspace", { workspace, typed_name: "" })).error).toMatchObject({
    code: "PT403",
  });
  expect((await bobs.rpc("transfer_ownership", { workspace, person: bob.id })).error).toMatchObject(
    { code: "PT403" },
  );
  const adas = supabase.clientFor(ada);
  expect((await adas.rpc("transfer_ownership", { workspace, person: ada.id })).error).toMatchObject(
    { code: "PT404" },
  );
  expect((await adas.rpc("transfer_ownership", { workspace, person: bob.id })).error).toBeNull();
  const { data } = await adas
    .from("workspace_members")
    .select("user_id, role")
    .eq("workspace_id", workspace);
  expect(Object.fromEntries(data?.map(({ user_id, role }) => [user_id, role]) ?? [])).toEqual({
    [ada.id]: "admin",
    [bob.id]: "owner",
  });
});

it("waits for nobody who records something, but for who is coming in at that moment", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  const [space] = await supabase.sql<{ name: string }>(
    "update workspaces set rate_basis = 'views' where id = $1 returning name",
    [ada.workspaceId],
  );
  const deleted = () => supabase.sql("select from private.workspace_removals");
  const database = postgres(supabase.databaseUrl, { max: 2, onnotice: () => {} });
  const worker = await database.reserve();
  const arrival = await database.reserve();
  try {
    await worker`begin`;
    await worker`insert into private.alert_calls (workspace_id) values (${ada.workspaceId})`;
    await arrival`begin`;
    await arrival`insert into workspace_members (workspace_id, user_id, role) values (${ada.workspaceId}, ${bob.id}, 'owner')`;
    const removing = remove(ada, space?.name ?? "");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await deleted()).toHaveLength(0);
    await arrival`commit`;
    // The worker's transaction is still open.
    expect((await removing).error).toBeNull();
  } finally {
    await worker`commit`;
    worker.release();
    arrival.release();
    await database.end();
  }
  const inside = "select from workspace_members where workspace_id = $1";
  expect(await supabase.sql(inside, [ada.workspaceId])).toHaveLength(0);
  await expect(supabase.addMember(ada.workspaceId, bob, "viewer")).rejects.toThrow("was deleted");
});

it("goes on beside who evaluates its alerts", async () => {
  const removeSome = async () => supabase.serviceClient().rpc("remove_workspaces", { take: 1_000 });
  while (((await removeSome()).data as { workspace_id: string | null }).workspace_id);
  const ada = await supabase.createUser("ada");
  await fillWorkspace(supabase, ada.workspaceId, { rows: 1, marker: "watched" });
  const { data } = await supabase.clientFor(ada).from("workspaces").select("name").single();
  const database = postgres(supabase.databaseUrl, { max: 1, onnotice: () => {} });
  const evaluator = await database.reserve();
  try {
    await evaluator`begin`;
    await evaluator`select from private.alert_checks where workspace_id = ${ada.workspaceId} for update`;
    expect((await remove(ada, data?.name ?? "")).error).toBeNull();
    const removing = removeSome();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const told = await evaluator`
      update alert_incidents set subject = subject where workspace_id = ${ada.workspaceId} returning id`;
    expect(told.length).toBeGreaterThan(0);
    await evaluator`commit`;
    expect(await removing).toMatchObject({ error: null, data: { is_done: true } });
  } finally {
    evaluator.release();
    await database.end();
  }
});
