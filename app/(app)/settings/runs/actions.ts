"use server";

import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/api/action";
import { cancelRefresh } from "@/lib/refresh/commands";
import { getRun } from "@/lib/refresh/queries";
import { runId } from "@/lib/refresh/schema";

export const cancelRunAction = userAction(runId, async ({ scope, input: { id } }) => {
  await getRun(scope, id);
  await cancelRefresh(scope, id);
  revalidatePath("/settings/runs");
  return undefined;
});
