import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/components/ui/form-state";
import { BareSelect } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Member, personName, ROLE_NAMES } from "@/components/workspaces/role-names";
import { mayAs, ROLES, type Role } from "@/lib/workspaces/schema";

type Props = {
  member: Member;
  since: string;
  myRole: Role;
  isMe: boolean;
  /** Without an owner nobody could delete the workspace or make another owner. */
  lastOwner: boolean;
  workspaceName: string;
  changeRole: FormAction;
  remove: FormAction;
};

/** One person: role to choose, and the way out. */
export function MemberRow({ member, since, myRole, isMe, lastOwner, ...rest }: Props) {
  const { userId, email, name, role } = member;
  const called = personName(member);
  const mayManage = mayAs(myRole, "admin") && mayAs(myRole, role) && !lastOwner;
  const mayRemove = (isMe || mayManage) && !lastOwner;
  const grantable = ROLES.filter((each) => mayAs(myRole, each));

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-3.5 py-2.5 last:border-b-0 md:px-4">
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex items-center gap-2">
          <span className="truncate font-strong">{called}</span>
          {isMe && <Badge>You</Badge>}
        </p>
        <p className="text-xs wrap-anywhere text-muted">
          {name !== null && `${email} · `}Since {since}
          {lastOwner && isMe && " · the only owner: hand the workspace over to change this"}
        </p>
      </div>
      {mayManage ? (
        <ActionForm
          action={rest.changeRole}
          fields={{ userId }}
          className="flex flex-wrap items-center gap-2"
        >
          <div className="w-28">
            <BareSelect
              key={role}
              name="role"
              label={`Role of ${called}`}
              defaultValue={role}
              options={grantable.map((each) => ({ value: each, label: ROLE_NAMES[each] }))}
            />
          </div>
          <SubmitButton variant="default">Change</SubmitButton>
        </ActionForm>
      ) : (
        <span className="text-ink-2">{ROLE_NAMES[role]}</span>
      )}
      {mayRemove && (
        <ConfirmDialog
          trigger={isMe ? "Leave" : "Remove"}
          look={{ variant: "quiet" }}
          title={isMe ? `Leave ${rest.workspaceName}?` : `Remove ${called}?`}
          action={rest.remove}
          fields={{ userId }}
          confirm={isMe ? "Leave" : "Remove"}
        >
          {isMe
            ? "You no longer see its posts and jobs. An admin can invite you again."
            : "They no longer see this workspace's posts and jobs. What they uploaded stays."}
        </ConfirmDialog>
      )}
    </li>
  );
}
