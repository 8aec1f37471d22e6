import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { listedSchedule } from "@/lib/schedules/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const scheduleList = z.object({ total: z.number(), items: z.array(listedSchedule) });

/** A page of the workspace's schedules, newest first, and how many there are in all. */
export async function listSchedules(
  { db, workspaceId }: Scope,
  { offset, limit }: { offset: number; limit: number },
) {
  const answer = await db.rpc("list_schedules", {
    workspace: workspaceId,
    skip: offset,
    take: limit,
  });
  return scheduleList.parse(unwrap(answer));
}

/** Raises `not_found` for another workspace's. */
export async function getSchedule({ db, workspaceId }: Scope, id: string) {
  const answer = await db.rpc("list_schedules", { workspace: workspaceId, only_schedule: id });
  const [schedule] = scheduleList.parse(unwrap(answer)).items;
  if (schedule) return schedule;
  throw new AppError("not_found", "There is no such schedule in this workspace.");
}
