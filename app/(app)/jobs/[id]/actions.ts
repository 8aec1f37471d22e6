"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { userAction } from "@/lib/api/action";
import { cancelJob, deleteJob, rerunJob, retryJob, runJob } from "@/lib/jobs/commands";
import { jobId } from "@/lib/jobs/schema";
import { startWorkerAfterwards } from "@/lib/queue/start-worker";

export const runJobAction = userAction(jobId, async ({ scope, input: { id } }) => {
  await runJob(scope, id);
  return goOn(id);
});

export const cancelJobAction = userAction(jobId, async ({ scope, input: { id } }) => {
  await cancelJob(scope, id);
  revalidatePath(`/jobs/${id}`);
  return undefined;
});

const retry = jobId.extend({ row: z.coerce.number().int().positive().optional() });

export const retryJobAction = userAction(retry, async ({ scope, input: { id, row } }) => {
  await retryJob(scope, id, row === undefined ? null : [row]);
  return goOn(id);
});

export const rerunJobAction = userAction(jobId, async ({ scope, input: { id } }) => {
  await rerunJob(scope, id);
  return goOn(id);
});

export const deleteJobAction = userAction(jobId, async ({ scope, input: { id } }) => {
  await deleteJob(scope, id);
  redirect("/jobs");
});

function goOn(id: string) {
  startWorkerAfterwards();
  revalidatePath(`/jobs/${id}`);
  return undefined;
}
