import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/components/ui/form-state";
import { Panel, PanelHead } from "@/components/ui/panel";
import { type Member, personName, ROLE_NAMES } from "@/components/workspaces/role-names";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { OpenInvitation } from "@/lib/invitations/queries";
import { mayAs, type Role } from "@/lib/workspaces/schema";

/** Links that still let somebody in, and the way to take them back. */
export function InvitationList({
  invitations,
  members,
  myRole,
  timeZone,
  revoke,
}: {
  invitations: OpenInvitation[];
  members: Member[];
  myRole: Role;
  timeZone: string;
  revoke: FormAction;
}) {
  if (invitations.length === 0) return null;
  const names = new Map(members.map((member) => [member.userId, personName(member)]));
  return (
    <Panel>
      <PanelHead
        title={`${counted(invitations.length, "invitation is open", "invitations are open")}`}
        sub="Each lets one person in, once. The links themselves are kept nowhere."
      />
      <ul className="border-t">
        {invitations.map(({ id, role, email, made_by, made_at, expires_at }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b px-3.5 py-2.5 last:border-b-0 md:px-4"
          >
            <div className="min-w-0 flex-1 basis-48">
              <p className="truncate font-strong">{email ?? "Whoever holds the link"}</p>
              <p className="text-xs text-muted">
                By {names.get(made_by ?? "") ?? "somebody who left"}, {moment(made_at, timeZone)} ·
                until {moment(expires_at, timeZone)}
              </p>
            </div>
            <span className="text-ink-2">{ROLE_NAMES[role]}</span>
            {mayAs(myRole, role) && (
              <ConfirmDialog
                trigger="Revoke"
                look={{ variant: "quiet" }}
                title={`Take back the invitation${email ? ` for ${email}` : ""}?`}
                action={revoke}
                fields={{ id }}
                confirm="Revoke"
              >
                Its link lets nobody in any more. You can make another.
              </ConfirmDialog>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
