import "server-only";
import { linkReader } from "@/lib/invitations/link-reader";
import { type Invitation, readInvitation } from "@/lib/invitations/queries";
import { invitationSecret } from "@/lib/invitations/schema";

/** The invitation that somebody who has to sign in or up first wants to go back to; null: to another page. */
export async function wantedInvitation(
  next: string,
): Promise<{ secret: string; invitation: Invitation } | null> {
  const [, secret] = /^\/invite\/([^/?#]+)$/.exec(next) ?? [];
  if (!invitationSecret.safeParse({ secret }).success || !secret) return null;
  const invitation = await readInvitation(linkReader(), secret);
  return invitation && { secret, invitation };
}
