import type { Metadata } from "next";
import {
  changeRoleAction,
  inviteAction,
  removeMemberAction,
  revokeInvitationAction,
} from "@/app/(app)/settings/members/actions";
import { Columns } from "@/components/settings/columns";
import { SettingsPage } from "@/components/settings/settings-page";
import { InvitationList } from "@/components/workspaces/invitation-list";
import { InvitePanel } from "@/components/workspaces/invite-panel";
import { MemberList } from "@/components/workspaces/member-list";
import { listInvitations } from "@/lib/invitations/queries";
import { mailIsSet } from "@/lib/mail/send-mail";
import { requireScope } from "@/lib/supabase/server";
import { listMembers } from "@/lib/workspaces/queries";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const scope = await requireScope();
  const [members, invitations] = await Promise.all([listMembers(scope), listInvitations(scope)]);
  const { userId, role, workspaceName, timeZone } = scope;
  const me = { userId, role };

  return (
    <SettingsPage
      tab="members"
      title="Members"
      sub={`Who is in the workspace ${workspaceName} · times in ${timeZone}`}
    >
      <Columns
        side={
          <InvitePanel action={inviteAction} me={me} members={members} sendsMail={mailIsSet()} />
        }
      >
        <MemberList
          members={members}
          me={me}
          timeZone={timeZone}
          workspaceName={workspaceName}
          changeRole={changeRoleAction}
          remove={removeMemberAction}
        />
        <InvitationList
          invitations={invitations}
          members={members}
          myRole={role}
          timeZone={timeZone}
          revoke={revokeInvitationAction}
        />
      </Columns>
    </SettingsPage>
  );
}
