import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Input } from "@/components/ui/input";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";

export function NewWorkspace({ action }: { action: FormAction }) {
  return (
    <div id="new-workspace" className="scroll-mt-16">
      <Panel>
        <PanelHead title="New workspace" sub="With you as its owner, and nothing in it." />
        <PanelBody>
          <ActionForm action={action} className="flex flex-col gap-4">
            <Input
              label="Name of the new workspace"
              name="name"
              required
              maxLength={80}
              autoComplete="off"
              invalid="Give the workspace a name."
            />
            <SubmitButton variant="default" className="w-fit">
              Create
            </SubmitButton>
          </ActionForm>
        </PanelBody>
      </Panel>
    </div>
  );
}
