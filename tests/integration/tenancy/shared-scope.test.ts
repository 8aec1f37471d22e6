import { NextRequest } from "next/server";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { GET as jobs } from "@/app/api/v1/jobs/route";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

async function ask({ accessToken }: TestUser, workspaceId: string) {
  const request = new NextRequest("http://localhost:3000/api/v1/jobs", {
    headers: { authorization: `Bearer ${accessToken}`, "x-workspace-id": workspaceId },
  });
  return (await jobs(request, { params: Promise.resolve({}) })).status;
}

async function waiting() {
  const [row] = await supabase.sql<{ n: number }>(
    "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return row?.n;
}

it("puts out a removed member who asks while their last question is still being answered (invariant 28)", async () => {
  const [owner, other] = [await supabase.createUser("owner"), await supabase.createUser("other")];
  await supabase.addMember(owner.workspaceId, other, "member");
  expect(await ask(other, owner.workspaceId)).toBe(200);

  const holder = postgres(supabase.databaseUrl, { max: 1, onnotice: () => {} });
  const answers: Promise<number>[] = [];
  await holder.begin(async (held) => {
    await held`lock table public.profiles in access exclusive mode`;
    answers.push(ask(other, owner.workspaceId));
    await vi.waitFor(async () => expect(await waiting()).toBe(1));
    // Without its triggers: the entry in the audit log would read the locked profiles.
    await supabase.sql(
      `do $$ begin set local session_replication_role = replica; delete from public.workspace_members
         where workspace_id = '${owner.workspaceId}' and user_id = '${other.id}'; end $$`,
    );
    answers.push(ask(other, owner.workspaceId), ask(other, owner.workspaceId));
  });
  await holder.end();
  // The first began to ask as a member; those who asked after the removal are out.
  expect(await Promise.all(answers)).toEqual([200, 401, 401]);
});
