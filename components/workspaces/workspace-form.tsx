import { Choice } from "@/components/settings/choice";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Input } from "@/components/ui/input";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Me, type Member, whoCan } from "@/components/workspaces/role-names";
import type { RateBasis } from "@/lib/supabase/server";
import { RATE_BASES, RATE_BASIS_NOTE } from "@/lib/workspaces/rate-basis";
import { mayAs } from "@/lib/workspaces/schema";

/** Name, time zone, and what engagement is divided by. */
export function WorkspaceForm({
  action,
  workspace,
  me,
  members,
}: {
  action: FormAction;
  workspace: { name: string; timeZone: string; rateBasis: RateBasis };
  me: Me;
  members: Member[];
}) {
  const { name, timeZone, rateBasis } = workspace;
  const locked = !mayAs(me.role, "admin");
  const zones = [...new Set(["UTC", timeZone, ...Intl.supportedValuesOf("timeZone")])];

  return (
    <Panel>
      <PanelHead title="Workspace" sub={locked && whoCan("admin", "change these", members)} />
      <PanelBody>
        <ActionForm action={action} className="flex max-w-xl flex-col gap-4">
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
            hint="Pages show times and days in it. Exports keep ISO 8601 in UTC."
          />
          <Choice
            legend="Engagement rate: interactions divided by"
            name="rateBasis"
            value={rateBasis}
            disabled={locked}
            options={Object.entries(RATE_BASES).map(([value, { label, meaning }]) => ({
              value,
              label,
              note: meaning,
            }))}
            hint={RATE_BASIS_NOTE}
          />
          <SubmitButton className="w-fit" disabled={locked} pendingLabel="Saving">
            Save
          </SubmitButton>
        </ActionForm>
      </PanelBody>
    </Panel>
  );
}
