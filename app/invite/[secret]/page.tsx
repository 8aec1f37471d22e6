import type { Metadata } from "next";
import { acceptInvitationAction, changePersonAction } from "@/app/invite/[secret]/actions";
import { PlainPage } from "@/components/shell/plain-page";
import { AcceptInvitation } from "@/components/workspaces/accept-invitation";
import { DeadInvitation } from "@/components/workspaces/dead-invitation";
import { OpenInvitationFacts } from "@/components/workspaces/open-invitation-facts";
import { linkReader } from "@/lib/invitations/link-reader";
import { readInvitation } from "@/lib/invitations/queries";
import { invitationSecret } from "@/lib/invitations/schema";
import { getPerson } from "@/lib/supabase/server";

export const metadata: Metadata = {
  title: "Invitation",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

export default async function InvitationPage({ params }: PageProps<"/invite/[secret]">) {
  const { secret } = invitationSecret.safeParse(await params).data ?? {};
  const person = await getPerson();
  const invitation = secret ? await readInvitation(person?.db ?? linkReader(), secret) : null;
  if (!secret || invitation?.state !== "open") {
    return (
      <PlainPage title="This link lets nobody in">
        <DeadInvitation invitation={invitation} />
      </PlainPage>
    );
  }
  const me = person && { email: person.email, name: person.name };
  return (
    <PlainPage title={`Join ${invitation.workspace_name}`}>
      <OpenInvitationFacts invitation={invitation} zone={person?.timeZone ?? "UTC"} />
      <AcceptInvitation
        invitation={invitation}
        secret={secret}
        me={me}
        accept={acceptInvitationAction}
        changePerson={changePersonAction}
      />
    </PlainPage>
  );
}
