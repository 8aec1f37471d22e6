import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Input } from "@/components/ui/input";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";

/** What others call one. */
export function NamePanel({ action, name }: { action: FormAction; name: string | null }) {
  return (
    <Panel>
      <PanelHead title="Name" sub="In every workspace you are in." />
      <PanelBody>
        <ActionForm action={action} className="flex max-w-md flex-col gap-4">
          <Input
            label="Name"
            name="name"
            defaultValue={name ?? ""}
            maxLength={80}
            autoComplete="name"
            hint="What others see beside what you did. Empty: your e-mail."
          />
          <SubmitButton variant="default" className="w-fit" pendingLabel="Saving">
            Save name
          </SubmitButton>
        </ActionForm>
      </PanelBody>
    </Panel>
  );
}
