import "server-only";
import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { invitationMail } from "@/lib/invitations/mail";
import type { newInvitation } from "@/lib/invitations/schema";
import { mailIsSet, type Sent, sendMail } from "@/lib/mail/send-mail";
import { ownAddress } from "@/lib/own-address";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Beyond guessing: nobody needs to count who tries. */
const SECRET_BYTES = 32;

export type MadeInvitation = {
  id: string;
  /** With its secret, which is kept nowhere: this is the only time it is told. */
  link: string;
  /** Null: there was no address, or no mail server, to send it to. */
  mail: Sent | null;
};

/** Makes an invitation, and sends its link where there is an address and a mail server. */
export async function invite(
  scope: Scope,
  { role, email, days }: z.output<typeof newInvitation>,
): Promise<MadeInvitation> {
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  const made = await scope.db.rpc("invite", {
    workspace: scope.workspaceId,
    role,
    email: email ?? "",
    days,
    secret,
  });
  const id = unwrap(made);
  const link = `${ownAddress()}/invite/${secret}`;
  const wanted = email !== null && mailIsSet();
  return {
    id,
    link,
    mail: wanted ? await sendMail(invitationMail(scope, { to: email, role, days, link })) : null,
  };
}

/** Takes an unused invitation back. */
export async function revokeInvitation({ db }: Scope, id: string) {
  unwrap(await db.rpc("revoke_invitation", { invitation: id }));
}

/** Lets the caller in by a link's secret. Returns the id of the workspace, which is their active one now. */
export async function acceptInvitation({ db }: Pick<Scope, "db">, secret: string) {
  return unwrap(await db.rpc("accept_invitation", { secret }));
}
