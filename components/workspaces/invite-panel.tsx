import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import type { InviteAction } from "@/components/workspaces/invite-form";
import { InviteForm } from "@/components/workspaces/invite-form";
import { type Me, type Member, whoCan } from "@/components/workspaces/role-names";
import { mayAs, ROLES } from "@/lib/workspaces/schema";

/** A link that lets one person in. */
export function InvitePanel({
  action,
  me,
  members,
  sendsMail,
}: {
  action: InviteAction;
  me: Me;
  members: Member[];
  sendsMail: boolean;
}) {
  if (!mayAs(me.role, "admin")) {
    return (
      <Panel>
        <PanelHead title="Invite a person" />
        <PanelBody className="text-ink-2">{whoCan("admin", "invite people", members)}</PanelBody>
      </Panel>
    );
  }
  return (
    <Panel>
      <PanelHead
        title="Invite a person"
        sub="Makes a link that lets one person in, once. They need no account yet."
      />
      <PanelBody>
        <InviteForm
          action={action}
          roles={ROLES.filter((role) => mayAs(me.role, role))}
          sendsMail={sendsMail}
        />
      </PanelBody>
    </Panel>
  );
}
