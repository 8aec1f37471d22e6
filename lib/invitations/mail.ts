import type { Mail } from "@/lib/mail/send-mail";
import type { Scope } from "@/lib/supabase/server";
import type { Role } from "@/lib/workspaces/schema";

/** The e-mail that brings a link. */
export function invitationMail(
  { name, email, workspaceName }: Pick<Scope, "name" | "email" | "workspaceName">,
  { to, role, days, link }: { to: string; role: Role; days: number; link: string },
): Mail {
  const inviter = name === null ? email : `${name} (${email})`;
  return {
    to,
    subject: `Invitation to ${workspaceName} in Media Metrics Lab`,
    text: [
      `${inviter} invites you to the workspace ${workspaceName} in Media Metrics Lab, as ${role}.`,
      `Follow this link to come in, signed in as ${to}:`,
      link,
      `It works once, for ${days === 1 ? "one day" : `${days} days`}. If you expected no invitation, do nothing: nobody comes in without the link.`,
    ].join("\n\n"),
  };
}
