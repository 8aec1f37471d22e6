"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { userAction } from "@/lib/api/action";
import { switchWorkspace } from "@/lib/workspaces/commands";
import { workspaceChoice } from "@/lib/workspaces/schema";

export const switchWorkspaceAction = userAction(workspaceChoice, async ({ scope, input }) => {
  await switchWorkspace(scope, input.workspaceId);
  revalidatePath("/", "layout");
  // The page one is on may show something of the workspace one left.
  redirect("/");
});
