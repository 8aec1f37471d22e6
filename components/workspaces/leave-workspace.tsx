import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/components/ui/form-state";
import { EndingRow } from "@/components/workspaces/ending-row";
import type { Me, Member } from "@/components/workspaces/role-names";

export function LeaveWorkspace({
  action,
  workspaceName,
  me,
  members,
}: {
  action: FormAction;
  workspaceName: string;
  me: Me;
  members: Member[];
}) {
  const owners = members.filter(({ role }) => role === "owner");
  const last = me.role === "owner" && owners.length === 1;
  if (last) {
    return (
      <EndingRow title="Leave">
        {members.length > 1
          ? "You are the only owner. Hand the workspace over first, then you can leave it."
          : "You are the only person here. Hand it over to somebody you invite, or delete it."}
      </EndingRow>
    );
  }
  return (
    <EndingRow
      title="Leave"
      button={
        <ConfirmDialog
          trigger="Leave workspace"
          look={{ variant: "default" }}
          title={`Leave ${workspaceName}?`}
          action={action}
          confirm="Leave"
        >
          You no longer see its posts and jobs. What you uploaded stays. An admin can invite you
          again.
        </ConfirmDialog>
      }
    >
      You no longer see anything of it. What you uploaded stays.
    </EndingRow>
  );
}
