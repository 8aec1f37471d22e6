import "server-only";
import { getSchedule } from "@/lib/schedules/queries";
import { readReferences } from "@/lib/schedules/read-references";
import type { NewSchedule } from "@/lib/schedules/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Keeps something published, with the posts it refers to. */
export async function createSchedule(scope: Scope, schedule: NewSchedule) {
  const { db, workspaceId } = scope;
  const external = readReferences(schedule);
  const answer = await db.rpc("create_schedule", {
    workspace: workspaceId,
    // safe because the function takes null for "no title", which the generated type does not know
    title: (schedule.title ?? null) as string,
    external,
  });
  return getSchedule(scope, unwrap(answer));
}

/** Forgets a schedule. Its posts and their numbers stay. */
export async function deleteSchedule(scope: Scope, id: string) {
  await getSchedule(scope, id);
  unwrap(await scope.db.rpc("delete_schedule", { schedule: id }));
}
