import type { FormAction } from "@/components/ui/form-state";
import { Panel, PanelHead } from "@/components/ui/panel";
import { DeleteWorkspace } from "@/components/workspaces/delete-workspace";
import { LeaveWorkspace } from "@/components/workspaces/leave-workspace";
import type { Me, Member } from "@/components/workspaces/role-names";
import { TransferOwnership } from "@/components/workspaces/transfer-ownership";
import type { Contents } from "@/lib/workspaces/queries";

/** Leaving a workspace, handing it over, and deleting it. */
export function EndingPanel({
  workspaceName,
  me,
  members,
  contents,
  leave,
  transfer,
  remove,
}: {
  workspaceName: string;
  me: Me;
  members: Member[];
  contents: Contents;
  leave: FormAction;
  transfer: FormAction;
  remove: FormAction;
}) {
  const about = { workspaceName, me, members };
  return (
    <Panel>
      <PanelHead title="Leave, hand over, delete" />
      <ul>
        <LeaveWorkspace action={leave} {...about} />
        <TransferOwnership action={transfer} {...about} />
        <DeleteWorkspace action={remove} contents={contents} {...about} />
      </ul>
    </Panel>
  );
}
