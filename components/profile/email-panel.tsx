import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Input } from "@/components/ui/input";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";

/** The address one signs in with. */
export function EmailPanel({ action, email }: { action: FormAction; email: string }) {
  return (
    <Panel>
      <PanelHead title="E-mail" sub={`You sign in with ${email}.`} />
      <PanelBody>
        <ActionForm action={action} className="flex max-w-md flex-col gap-4">
          <Input
            label="New e-mail"
            name="email"
            type="email"
            required
            autoComplete="email"
            hint="A link goes there and one to the e-mail of now. It changes once you followed both."
            invalid="Write an address like name@example.com."
          />
          <SubmitButton variant="default" className="w-fit" pendingLabel="Sending">
            Change e-mail
          </SubmitButton>
        </ActionForm>
      </PanelBody>
    </Panel>
  );
}
