import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Input } from "@/components/ui/input";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Me, type Member, ROLE_NAMES, whoCan } from "@/components/workspaces/role-names";
import { mayAs, ROLES } from "@/lib/workspaces/schema";

/** Adds a person who already has an account. */
export function AddMember({
  action,
  me,
  members,
}: {
  action: FormAction;
  me: Me;
  members: Member[];
}) {
  const locked = !mayAs(me.role, "admin");
  const grantable = ROLES.filter((role) => mayAs(me.role, role));
  const roles = grantable.map((role) => ({ value: role, label: ROLE_NAMES[role] }));

  return (
    <Panel>
      <PanelHead title="Add a person" sub={locked && whoCan("admin", "add people", members)} />
      <PanelBody>
        <ActionForm action={action} className="flex flex-col gap-4">
          <Input
            label="E-mail"
            name="email"
            type="email"
            required
            disabled={locked}
            autoComplete="off"
            hint="They need an account here already: ask them to sign up first."
            invalid="Write an address like name@example.com."
          />
          <Select
            label="Role"
            name="role"
            defaultValue={locked ? "viewer" : "member"}
            disabled={locked}
            options={roles}
            hint="Viewers read. Members upload and run. Admins manage people. Owners delete."
          />
          <SubmitButton variant="default" className="w-fit" disabled={locked}>
            Add
          </SubmitButton>
        </ActionForm>
      </PanelBody>
    </Panel>
  );
}
