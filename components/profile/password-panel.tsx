import { NewPasswordInput } from "@/components/auth/credential-fields";
import { ActionForm } from "@/components/ui/action-form";
import { TextLink } from "@/components/ui/app-link";
import type { FormAction } from "@/components/ui/form-state";
import { Input } from "@/components/ui/input";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";

/** A new password, for who knows the one of now. */
export function PasswordPanel({ action, email }: { action: FormAction; email: string }) {
  return (
    <Panel>
      <PanelHead title="Password" sub="A new one signs you out everywhere else." />
      <PanelBody>
        <ActionForm action={action} className="flex max-w-md flex-col gap-4">
          {/* Password managers save the new one under this name. */}
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <Input
            label="Password you have now"
            name="current"
            type="password"
            required
            autoComplete="current-password"
            invalid="Write the password you have now."
            aside={<TextLink href="/forgot-password">Forgot it?</TextLink>}
          />
          <NewPasswordInput label="New password" />
          <SubmitButton variant="default" className="w-fit" pendingLabel="Changing">
            Change password
          </SubmitButton>
        </ActionForm>
      </PanelBody>
    </Panel>
  );
}
