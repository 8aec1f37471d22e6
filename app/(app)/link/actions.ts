"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { userAction } from "@/lib/api/action";
import { counted } from "@/lib/format/count";
import { deleteJob, rerunJob } from "@/lib/jobs/commands";
import { jobId } from "@/lib/jobs/schema";
import { clearLinks, measureLink } from "@/lib/link/commands";
import { pastedLink } from "@/lib/link/schema";
import { startWorkerAfterwards } from "@/lib/queue/start-worker";

export const measureLinkAction = userAction(pastedLink, async ({ scope, input: { url } }) => {
  const id = await measureLink(scope, url);
  startWorkerAfterwards();
  // safe because the page reads `job`
  redirect(`/link?job=${id}` as Route);
});

export const measureAgainAction = userAction(jobId, async ({ scope, input: { id } }) => {
  await rerunJob(scope, id);
  startWorkerAfterwards();
  revalidatePath("/link");
  return undefined;
});

export const removeLinkAction = userAction(jobId, async ({ scope, input: { id } }) => {
  await deleteJob(scope, id);
  revalidatePath("/link");
  return undefined;
});

export const clearLinksAction = userAction(z.object({}), async ({ scope }) => {
  const cleared = await clearLinks(scope);
  revalidatePath("/link");
  return `${counted(cleared, "link")} removed.`;
});
