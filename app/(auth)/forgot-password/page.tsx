import type { Metadata } from "next";
import { requestResetAction } from "@/app/(auth)/actions";
import { AuthPanel } from "@/components/auth/auth-panel";
import { EmailInput } from "@/components/auth/credential-fields";
import { ActionForm } from "@/components/ui/action-form";
import { TextLink } from "@/components/ui/app-link";
import { SubmitButton } from "@/components/ui/submit-button";

export const metadata: Metadata = { title: "Forgotten password" };

export default function ForgotPasswordPage() {
  return (
    <AuthPanel
      title="Forgotten password"
      sub="We send a link with which you choose a new one."
      foot={<TextLink href="/login">Back to sign in</TextLink>}
    >
      <ActionForm action={requestResetAction} className="flex flex-col gap-4">
        <EmailInput hint="The address you signed up with." />
        <SubmitButton pendingLabel="Sending">Send the link</SubmitButton>
      </ActionForm>
    </AuthPanel>
  );
}
