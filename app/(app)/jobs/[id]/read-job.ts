import "server-only";
import { cache } from "react";
import { AppError } from "@/lib/errors";
import { getJob } from "@/lib/jobs/queries";
import type { Scope } from "@/lib/supabase/server";
import { listMembers } from "@/lib/workspaces/queries";

/** A job and who made it: "you", an address, or null when they have left. Null when there is no such job. */
export const readJob = cache(async (scope: Scope, id: string) => {
  try {
    const job = await getJob(scope, id);
    return { ...job, by: await nameOf(scope, job.created_by) };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
});

async function nameOf(scope: Scope, userId: string | null) {
  if (userId === scope.userId) return "you";
  const members = userId === null ? [] : await listMembers(scope);
  return members.find((member) => member.userId === userId)?.email ?? null;
}
