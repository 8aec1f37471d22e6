import { Download, History } from "lucide-react";
import type { Metadata } from "next";
import {
  addMemberAction,
  changeRoleAction,
  changeWorkspaceAction,
  createWorkspaceAction,
  deleteWorkspaceAction,
  removeMemberAction,
} from "@/app/(app)/settings/actions";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button";
import { AddMember } from "@/components/workspaces/add-member";
import { DeleteWorkspace } from "@/components/workspaces/delete-workspace";
import { MemberList } from "@/components/workspaces/member-list";
import { NewWorkspace } from "@/components/workspaces/new-workspace";
import { WorkspaceForm } from "@/components/workspaces/workspace-form";
import { requireScope } from "@/lib/supabase/server";
import { listMembers } from "@/lib/workspaces/queries";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const scope = await requireScope();
  const members = await listMembers(scope);
  const { userId, role, workspaceName, timeZone } = scope;
  const me = { userId, role };

  return (
    <Page
      title="Settings"
      sub={`Of the workspace ${workspaceName}`}
      actions={
        <>
          <ButtonLink href="/settings/ingest">
            <Download aria-hidden="true" />
            Ingest
          </ButtonLink>
          <ButtonLink href="/settings/runs">
            <History aria-hidden="true" />
            Runs
          </ButtonLink>
        </>
      }
    >
      <div className="grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3 md:gap-4">
          <WorkspaceForm
            action={changeWorkspaceAction}
            name={workspaceName}
            timeZone={timeZone}
            me={me}
            members={members}
          />
          <MemberList
            members={members}
            me={me}
            timeZone={timeZone}
            workspaceName={workspaceName}
            changeRole={changeRoleAction}
            remove={removeMemberAction}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-3 md:gap-4">
          <AddMember action={addMemberAction} me={me} members={members} />
          <NewWorkspace action={createWorkspaceAction} />
          <DeleteWorkspace
            action={deleteWorkspaceAction}
            name={workspaceName}
            me={me}
            members={members}
          />
        </div>
      </div>
    </Page>
  );
}
