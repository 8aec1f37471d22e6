"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { personAction } from "@/lib/api/action";
import { acceptInvitation } from "@/lib/invitations/commands";
import { invitationSecret } from "@/lib/invitations/schema";
import { authClient } from "@/lib/supabase/auth-client";

export const acceptInvitationAction = personAction(invitationSecret, async ({ person, input }) => {
  await acceptInvitation(person, input.secret);
  revalidatePath("/", "layout");
  redirect("/");
});

/** Out, and back to the link as somebody else. */
export const changePersonAction = personAction(invitationSecret, async ({ input }) => {
  await (await authClient()).auth.signOut({ scope: "local" });
  redirect(`/login?next=${encodeURIComponent(`/invite/${input.secret}`)}`);
});
