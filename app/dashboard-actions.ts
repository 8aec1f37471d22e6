"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { userAction } from "@/lib/api/action";
import { dismissFirstSteps } from "@/lib/dashboard/first-steps";

export const dismissFirstStepsAction = userAction(z.object({}), async ({ scope }) => {
  await dismissFirstSteps(scope);
  revalidatePath("/");
  return undefined;
});
