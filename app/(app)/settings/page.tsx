import type { Metadata } from "next";
import {
  changeWorkspaceAction,
  createWorkspaceAction,
  deleteWorkspaceAction,
} from "@/app/(app)/settings/actions";
import { SettingsPage } from "@/components/settings/settings-page";
import { DeleteWorkspace } from "@/components/workspaces/delete-workspace";
import { NewWorkspace } from "@/components/workspaces/new-workspace";
import { WorkspaceForm } from "@/components/workspaces/workspace-form";
import { requireScope } from "@/lib/supabase/server";
import { listMembers } from "@/lib/workspaces/queries";

export const metadata: Metadata = { title: "Settings" };

export default async function WorkspacePage() {
  const scope = await requireScope();
  const members = await listMembers(scope);
  const { userId, role, workspaceName, timeZone } = scope;
  const me = { userId, role };

  return (
    <SettingsPage tab="workspace" title="Settings" sub={`Of the workspace ${workspaceName}`}>
      <div className="grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)]">
        <WorkspaceForm
          action={changeWorkspaceAction}
          name={workspaceName}
          timeZone={timeZone}
          me={me}
          members={members}
        />
        <div className="flex min-w-0 flex-col gap-3 md:gap-4">
          <NewWorkspace action={createWorkspaceAction} />
          <DeleteWorkspace
            action={deleteWorkspaceAction}
            name={workspaceName}
            me={me}
            members={members}
          />
        </div>
      </div>
    </SettingsPage>
  );
}
