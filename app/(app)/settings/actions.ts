"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { userAction } from "@/lib/api/action";
import {
  changeWorkspace,
  createWorkspace,
  deleteWorkspace,
  removeMember,
  transferOwnership,
} from "@/lib/workspaces/commands";
import {
  leaving,
  memberChoice,
  newWorkspace,
  workspaceDeletion,
  workspaceSettings,
} from "@/lib/workspaces/schema";

export const changeWorkspaceAction = userAction(workspaceSettings, async ({ scope, input }) => {
  const { name, timeZone, rateBasis } = input;
  await changeWorkspace(scope, { name, time_zone: timeZone, rate_basis: rateBasis });
  revalidatePath("/", "layout");
  return "Saved.";
});

export const createWorkspaceAction = userAction(newWorkspace, async ({ scope, input }) => {
  await createWorkspace(scope, input.name);
  revalidatePath("/", "layout");
  redirect("/");
});

export const leaveWorkspaceAction = userAction(leaving, async ({ scope }) => {
  await removeMember(scope, scope.userId);
  revalidatePath("/", "layout");
  redirect("/");
});

export const transferOwnershipAction = userAction(memberChoice, async ({ scope, input }) => {
  await transferOwnership(scope, input.userId);
  revalidatePath("/", "layout");
  return "Handed over. You are an admin here now.";
});

export const deleteWorkspaceAction = userAction(workspaceDeletion, async ({ scope, input }) => {
  await deleteWorkspace(scope, input.confirmation);
  revalidatePath("/", "layout");
  redirect("/");
});
