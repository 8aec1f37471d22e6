import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

const ROLES = ["viewer", "member", "admin", "owner"] as const;

async function team() {
  const owner = await supabase.createUser("owner");
  const [admin, other] = [await supabase.createUser("admin"), await supabase.createUser("other")];
  await supabase.addMember(owner.workspaceId, admin, "admin");
  await supabase.addMember(owner.workspaceId, other, "member");
  return { workspaceId: owner.workspaceId, owner, admin, other };
}

const member = (workspaceId: string, user: TestUser) => ({
  workspace_id: workspaceId,
  user_id: user.id,
});

/** Sets a role as somebody; says how many rows changed, or the code of the refusal. */
async function setRole(
  actor: TestUser,
  workspaceId: string,
  user: TestUser,
  role: (typeof ROLES)[number],
) {
  const { data, error } = await supabase
    .clientFor(actor)
    .from("workspace_members")
    .update({ role })
    .match(member(workspaceId, user))
    .select("role");
  return error ? error.code : data.length;
}

it("puts a removed member out on the next request with the same token (invariant 28)", async () => {
  const { workspaceId, admin, other } = await team();
  const read = () =>
    supabase.clientFor(other).from("workspaces").select("id").eq("id", workspaceId);
  expect((await read()).data).toHaveLength(1);
  await supabase
    .clientFor(admin)
    .from("workspace_members")
    .delete()
    .match(member(workspaceId, other));
  expect(await read()).toMatchObject({ data: [], error: null });
  expect(
    (await supabase.clientFor(other).rpc("my_scope", { workspace: workspaceId })).data,
  ).toEqual([]);
});

it("lets nobody grant above their own role, themselves included (invariant 28)", async () => {
  const { workspaceId, admin, other } = await team();
  expect(await setRole(admin, workspaceId, admin, "owner")).toBe("42501");
  expect(await setRole(admin, workspaceId, other, "owner")).toBe("42501");
  expect(await setRole(other, workspaceId, other, "admin")).toBe(0);
  expect(await setRole(admin, workspaceId, other, "admin")).toBe(1);

  const newcomer = await supabase.createUser("newcomer");
  const { error } = await supabase.clientFor(admin).rpc("add_member", {
    workspace: workspaceId,
    member_email: newcomer.email,
    member_role: "owner",
  });
  expect(error?.code).toBe("PT403");
});

it("lets an admin neither demote nor remove an owner (invariant 28)", async () => {
  const { workspaceId, owner, admin } = await team();
  expect(await setRole(admin, workspaceId, owner, "viewer")).toBe(0);
  const { data } = await supabase
    .clientFor(admin)
    .from("workspace_members")
    .delete()
    .match(member(workspaceId, owner))
    .select("user_id");
  expect(data).toEqual([]);
});

it("keeps the last owner: neither demoting nor leaving is possible (invariant 28)", async () => {
  const { workspaceId, owner } = await team();
  expect(await setRole(owner, workspaceId, owner, "admin")).toBe("PT409");
  const { error } = await supabase
    .clientFor(owner)
    .from("workspace_members")
    .delete()
    .match(member(workspaceId, owner));
  expect(error).toMatchObject({
    code: "PT409",
    message: "A workspace always has an owner. Make somebody else owner first.",
  });
});

it.each([
  "update public.workspace_members set role = 'viewer'",
  "delete from public.workspace_members",
])(
  "leaves an owner when two owners do this to each other at once: %s (invariant 28)",
  async (statement) => {
    const { workspaceId, owner, admin: second } = await team();
    await supabase.addMember(workspaceId, second, "owner");
    const open = () => postgres(supabase.databaseUrl, { max: 1 });
    const [first, other] = [open(), open()];
    const act = (database: postgres.Sql, victim: TestUser, before: () => Promise<unknown>) =>
      database
        .begin(async (transaction) => {
          await transaction.unsafe(`${statement} where workspace_id = $1 and user_id = $2`, [
            workspaceId,
            victim.id,
          ]);
          await before();
        })
        .then(
          () => "done",
          (error: postgres.PostgresError) => error.code,
        );
    try {
      // The first holds its transaction open until the second has run into the lock.
      let waiting = Promise.resolve("");
      const held = await act(first, second, async () => {
        waiting = act(other, owner, async () => {});
        await new Promise((resolve) => setTimeout(resolve, 300));
      });
      expect([held, await waiting]).toEqual(["done", "PT409"]);
    } finally {
      await Promise.all([first.end(), other.end()]);
    }
    const owners = await supabase.sql(
      "select user_id from public.workspace_members where workspace_id = $1 and role = 'owner'",
      [workspaceId],
    );
    expect(owners).toEqual([{ user_id: owner.id }]);
  },
);
