"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { userAction } from "@/lib/api/action";
import {
  addMember,
  changeRole,
  changeWorkspace,
  createWorkspace,
  deleteWorkspace,
  removeMember,
} from "@/lib/workspaces/commands";
import {
  memberChoice,
  memberRole,
  newMember,
  newWorkspace,
  workspaceDeletion,
  workspaceSettings,
} from "@/lib/workspaces/schema";

export const changeWorkspaceAction = userAction(workspaceSettings, async ({ scope, input }) => {
  await changeWorkspace(scope, input);
  revalidatePath("/", "layout");
  return "Saved.";
});

export const addMemberAction = userAction(newMember, async ({ scope, input }) => {
  await addMember(scope, input);
  revalidatePath("/settings/members");
  return `${input.email} is in this workspace now.`;
});

export const changeRoleAction = userAction(memberRole, async ({ scope, input }) => {
  await changeRole(scope, input);
  revalidatePath("/settings/members");
  return "Changed.";
});

export const removeMemberAction = userAction(memberChoice, async ({ scope, input }) => {
  await removeMember(scope, input.userId);
  revalidatePath("/", "layout");
  if (input.userId === scope.userId) redirect("/");
  return "Removed.";
});

export const createWorkspaceAction = userAction(newWorkspace, async ({ scope, input }) => {
  await createWorkspace(scope, input.name);
  revalidatePath("/", "layout");
  redirect("/");
});

export const deleteWorkspaceAction = userAction(workspaceDeletion, async ({ scope, input }) => {
  await deleteWorkspace(scope, input.confirmation);
  revalidatePath("/", "layout");
  redirect("/");
});
