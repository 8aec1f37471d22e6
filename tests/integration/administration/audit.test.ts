import { afterAll, beforeAll, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

async function log(user: TestUser, filter = {}) {
  const { data, error } = await supabase
    .clientFor(user)
    .rpc("list_audit", { workspace: user.workspaceId, filter });
  if (error) throw error;
  return data.map(({ action, actor_email, subject, detail }) => ({
    action,
    actor_email,
    subject,
    detail,
  }));
}

it("says who changed members, roles and settings, what from and what to", async () => {
  const [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
  const adas = supabase.clientFor(ada);
  const { workspaceId } = ada;
  await adas.rpc("add_member", {
    workspace: workspaceId,
    member_email: bob.email,
    member_role: "member",
  });
  const him = { workspace_id: workspaceId, user_id: bob.id };
  await adas.from("workspace_members").update({ role: "viewer" }).match(him);
  await adas.from("workspaces").update({ name: "Harbour" }).eq("id", workspaceId);
  await adas.rpc("record_export", { workspace: workspaceId, what: "posts", format: "csv" });
  await supabase.clientFor(bob).from("workspace_members").delete().match(him);
  const by = { actor_email: ada.email };
  expect(await log(ada)).toEqual([
    {
      action: "member_left",
      actor_email: bob.email,
      subject: bob.email,
      detail: { role: "viewer" },
    },
    { ...by, action: "export", subject: "posts", detail: { format: "csv" } },
    {
      ...by,
      action: "workspace_changed",
      subject: "Harbour",
      detail: { name: { from: expect.stringContaining("ada"), to: "Harbour" } },
    },
    {
      ...by,
      action: "role_changed",
      subject: bob.email,
      detail: { role: { from: "member", to: "viewer" } },
    },
    { ...by, action: "member_added", subject: bob.email, detail: { role: "member" } },
  ]);
  expect(await log(ada, { action: "export" })).toHaveLength(1);
  expect(await log({ ...bob, workspaceId })).toEqual([]);
});

it("says who started and cancelled a job, and not that a link was looked up", async () => {
  const ada = await supabase.createUser("ada");
  const adas = supabase.clientFor(ada);
  const upload = (source_kind: string) => ({
    workspace_id: ada.workspaceId,
    source_kind,
    source_filename: "links.csv",
    upload_columns: ["link"],
    extra_columns: [],
    rejected: [],
    rows: [
      {
        row_number: 1,
        platform: "youtube",
        url: "https://youtu.be/abcdefghijk",
        uploaded_url: "https://youtu.be/abcdefghijk",
        external_id: "abcdefghijk",
        extra: [],
      },
    ],
  });
  const job = (await adas.rpc("create_job", { upload: upload("csv") })).data ?? "";
  expect(await log(ada)).toEqual([]);
  for (const call of ["run_job", "cancel_job", "run_job"] as const) {
    expect((await adas.rpc(call, { job })).error).toBeNull();
  }
  const link = (await adas.rpc("create_job", { upload: upload("link") })).data ?? "";
  expect((await adas.rpc("run_job", { job: link })).error).toBeNull();
  const by = { actor_email: ada.email, subject: "links.csv" };
  expect(await log(ada)).toEqual([
    { ...by, action: "job_started", detail: { rows: 1, again: true } },
    { ...by, action: "job_cancelled", detail: { rows: 1 } },
    { ...by, action: "job_started", detail: { rows: 1 } },
  ]);
});

it("keeps nothing of what was undone", async () => {
  const ada = await supabase.createUser("ada");
  await expect(
    supabase.sql(
      `do $$ begin update public.workspaces set name = 'x' where id = '${ada.workspaceId}'; raise 'no'; end $$`,
    ),
  ).rejects.toThrow("no");
  expect(await log(ada)).toEqual([]);
});

it.each(["postgres", "service_role", "authenticated"])("cannot be changed by %s", async (role) => {
  const ada = await supabase.createUser("ada");
  await supabase
    .clientFor(ada)
    .rpc("record_export", { workspace: ada.workspaceId, what: "posts", format: "csv" });
  for (const change of [
    "update public.audit_log set subject = ''",
    "delete from public.audit_log",
    "truncate public.audit_log",
  ]) {
    await expect(
      supabase.sql(`do $$ begin set local role ${role}; ${change}; end $$`),
    ).rejects.toMatchObject({ code: "42501" });
  }
  expect(await log(ada)).toHaveLength(1);
});
