import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/components/ui/form-state";
import { Select } from "@/components/ui/select";
import { EndingRow } from "@/components/workspaces/ending-row";
import { type Me, type Member, personName, ROLE_NAMES } from "@/components/workspaces/role-names";

/** For owners: makes somebody else owner in their place. */
export function TransferOwnership({
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
  if (me.role !== "owner") return null;
  const others = members.filter(({ userId }) => userId !== me.userId);
  if (others.length === 0) {
    return (
      <EndingRow title="Hand over">
        Nobody else is in this workspace yet. Invite them first.
      </EndingRow>
    );
  }
  return (
    <EndingRow
      title="Hand over"
      button={
        <ConfirmDialog
          trigger="Hand over ownership"
          look={{ variant: "default" }}
          title={`Hand ${workspaceName} over?`}
          action={action}
          confirm="Hand over"
        >
          <div className="flex flex-col gap-4">
            <p>They become owner, you an admin. Only they can undo it.</p>
            <Select
              label="New owner"
              name="userId"
              options={others.map((member) => ({
                value: member.userId,
                label: `${personName(member)}, ${ROLE_NAMES[member.role].toLowerCase()} now`,
              }))}
            />
          </div>
        </ConfirmDialog>
      }
    >
      Somebody else becomes owner in your place, you stay as an admin.
    </EndingRow>
  );
}
