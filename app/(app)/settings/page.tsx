import type { Metadata } from "next";
import {
  changeWorkspaceAction,
  createWorkspaceAction,
  deleteWorkspaceAction,
  leaveWorkspaceAction,
  transferOwnershipAction,
} from "@/app/(app)/settings/actions";
import { Columns } from "@/components/settings/columns";
import { SettingsPage } from "@/components/settings/settings-page";
import { EndingPanel } from "@/components/workspaces/ending-panel";
import { NewWorkspace } from "@/components/workspaces/new-workspace";
import { WorkspaceForm } from "@/components/workspaces/workspace-form";
import { requireScope } from "@/lib/supabase/server";
import { countContents, listMembers } from "@/lib/workspaces/queries";

export const metadata: Metadata = { title: "Settings" };

export default async function WorkspacePage() {
  const scope = await requireScope();
  const [members, contents] = await Promise.all([listMembers(scope), countContents(scope)]);
  const { userId, role, workspaceName, timeZone, rateBasis } = scope;
  const me = { userId, role };

  return (
    <SettingsPage tab="workspace" title="Settings" sub={`Of the workspace ${workspaceName}`}>
      <Columns
        side={
          <>
            <NewWorkspace action={createWorkspaceAction} />
            <EndingPanel
              workspaceName={workspaceName}
              me={me}
              members={members}
              contents={contents}
              leave={leaveWorkspaceAction}
              transfer={transferOwnershipAction}
              remove={deleteWorkspaceAction}
            />
          </>
        }
      >
        <WorkspaceForm
          action={changeWorkspaceAction}
          workspace={{ name: workspaceName, timeZone, rateBasis }}
          me={me}
          members={members}
        />
      </Columns>
    </SettingsPage>
  );
}
