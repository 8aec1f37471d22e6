import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/components/ui/form-state";
import { EndingRow } from "@/components/workspaces/ending-row";
import { ExportFirst } from "@/components/workspaces/export-first";
import { type Me, type Member, whoCan } from "@/components/workspaces/role-names";
import { counted } from "@/lib/format/count";
import type { Contents } from "@/lib/workspaces/queries";

/** Deletes the workspace once its name has been typed. */
export function DeleteWorkspace({
  action,
  workspaceName,
  me,
  members,
  contents: { posts, jobs, accounts },
}: {
  action: FormAction;
  workspaceName: string;
  me: Me;
  members: Member[];
  contents: Contents;
}) {
  if (me.role !== "owner") {
    return <EndingRow title="Delete">{whoCan("owner", "delete the workspace", members)}</EndingRow>;
  }
  const held = `${counted(posts, "post")} with all measurements, ${counted(jobs, "job")}, ${counted(accounts, "account")} and all tokens, comments, campaigns, alerts and the audit log`;
  return (
    <EndingRow
      title="Delete"
      button={
        <ConfirmDialog
          trigger="Delete workspace"
          title={`Delete ${workspaceName}?`}
          action={action}
          confirm="Delete workspace"
          typed={workspaceName}
        >
          <div className="flex flex-col gap-3">
            <p>
              It goes for {counted(members.length, "person", "people")}, at once, with {held}.
              Nothing brings it back.
            </p>
            <ExportFirst />
          </div>
        </ConfirmDialog>
      }
    >
      <p>Removes {held}, for everybody. It cannot be undone.</p>
    </EndingRow>
  );
}
