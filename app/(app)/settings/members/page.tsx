import type { Metadata } from "next";
import {
  addMemberAction,
  changeRoleAction,
  removeMemberAction,
} from "@/app/(app)/settings/actions";
import { SettingsPage } from "@/components/settings/settings-page";
import { AddMember } from "@/components/workspaces/add-member";
import { MemberList } from "@/components/workspaces/member-list";
import { requireScope } from "@/lib/supabase/server";
import { listMembers } from "@/lib/workspaces/queries";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const scope = await requireScope();
  const members = await listMembers(scope);
  const { userId, role, workspaceName, timeZone } = scope;
  const me = { userId, role };

  return (
    <SettingsPage tab="members" title="Members" sub={`Who is in the workspace ${workspaceName}`}>
      <div className="grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <MemberList
          members={members}
          me={me}
          timeZone={timeZone}
          workspaceName={workspaceName}
          changeRole={changeRoleAction}
          remove={removeMemberAction}
        />
        <AddMember action={addMemberAction} me={me} members={members} />
      </div>
    </SettingsPage>
  );
}
