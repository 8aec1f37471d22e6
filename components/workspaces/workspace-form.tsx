import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Input } from "@/components/ui/input";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Me, type Member, whoCan } from "@/components/workspaces/role-names";
import { mayAs } from "@/lib/workspaces/schema";

/** Name and time zone. */
export function WorkspaceForm({
  action,
  name,
  timeZone,
  me,
  members,
}: {
  action: FormAction;
  name: string;
  timeZone: string;
  me: Me;
  members: Member[];
}) {
  const locked = !mayAs(me.role, "admin");
  const zones = [...new Set(["UTC", timeZone, ...Intl.supportedValuesOf("timeZone")])];

  return (
    <Panel>
      <PanelHead title="Workspace" sub={locked && whoCan("admin", "change these", members)} />
      <PanelBody>
        <ActionForm action={action} className="flex max-w-md flex-col gap-4">
          <Input
            label="Name"
            name="name"
            defaultValue={name}
            required
            maxLength={80}
            disabled={locked}
            invalid="Give the workspace a name."
          />
          <Select
            label="Time zone"
            name="timeZone"
            defaultValue={timeZone}
            disabled={locked}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            hint="Pages show times in it. Exports keep ISO 8601 in UTC."
          />
          <SubmitButton variant="default" className="w-fit" disabled={locked}>
            Save
          </SubmitButton>
        </ActionForm>
      </PanelBody>
    </Panel>
  );
}
