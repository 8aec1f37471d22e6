import type { FormAction } from "@/components/ui/form-state";
import { Panel, PanelHead } from "@/components/ui/panel";
import { MemberRow } from "@/components/workspaces/member-row";
import { type Me, type Member, whoCan } from "@/components/workspaces/role-names";
import { counted } from "@/lib/format/count";
import { calendarDay } from "@/lib/format/time";
import { mayAs } from "@/lib/workspaces/schema";

/** Who is in the workspace, as what; changing and removing up to one's own role. */
export function MemberList({
  members,
  me,
  timeZone,
  workspaceName,
  changeRole,
  remove,
}: {
  members: Member[];
  me: Me;
  timeZone: string;
  workspaceName: string;
  changeRole: FormAction;
  remove: FormAction;
}) {
  const manages = mayAs(me.role, "admin");
  const owners = members.filter(({ role }) => role === "owner").length;

  return (
    <Panel>
      <PanelHead
        title={counted(members.length, "person has access", "people have access")}
        sub={!manages && whoCan("admin", "change roles", members)}
      />
      <ul className="border-t">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            since={calendarDay(member.since, timeZone)}
            myRole={me.role}
            isMe={member.userId === me.userId}
            lastOwner={member.role === "owner" && owners === 1}
            workspaceName={workspaceName}
            changeRole={changeRole}
            remove={remove}
          />
        ))}
      </ul>
    </Panel>
  );
}
