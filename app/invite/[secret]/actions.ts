"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { userAction } from "@/lib/api/action";
import { acceptInvitation } from "@/lib/invitations/commands";
import { invitationSecret } from "@/lib/invitations/schema";
import { authClient } from "@/lib/supabase/auth-client";

export const acceptInvitationAction = userAction(invitationSecret, async ({ scope, input }) => {
  await acceptInvitation(scope, input.secret);
  revalidatePath("/", "layout");
  redirect("/");
});

/** Out, and back to the link as somebody else. */
export const changePersonAction = userAction(invitationSecret, async ({ input }) => {
  await (await authClient()).auth.signOut({ scope: "local" });
  redirect(`/login?next=${encodeURIComponent(`/invite/${input.secret}`)}`);
});
