"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/ui/form-state";
import { userAction } from "@/lib/api/action";
import { invite, type MadeInvitation, revokeInvitation } from "@/lib/invitations/commands";
import { invitationId, newInvitation } from "@/lib/invitations/schema";
import { changeRole, removeMember } from "@/lib/workspaces/commands";
import { memberChoice, memberRole } from "@/lib/workspaces/schema";

const HERE = "/settings/members";

export const changeRoleAction = userAction(memberRole, async ({ scope, input }) => {
  await changeRole(scope, input);
  revalidatePath("/", "layout");
  return "Changed.";
});

export const removeMemberAction = userAction(memberChoice, async ({ scope, input }) => {
  await removeMember(scope, input.userId);
  revalidatePath("/", "layout");
  if (input.userId === scope.userId) redirect("/");
  return "Removed.";
});

/** The link goes back to the page once, beside what every form is told. */
export async function inviteAction(previous: FormState, form: FormData) {
  let made: MadeInvitation | undefined;
  const run = userAction(newInvitation, async ({ scope, input }) => {
    made = await invite(scope, input);
    revalidatePath(HERE);
    return undefined;
  });
  return { ...(await run(previous, form)), made };
}

export const revokeInvitationAction = userAction(invitationId, async ({ scope, input }) => {
  await revokeInvitation(scope, input.id);
  revalidatePath(HERE);
  return "Taken back.";
});
