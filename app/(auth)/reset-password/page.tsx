import type { Metadata } from "next";
import { resetPasswordAction } from "@/app/(auth)/actions";
import { AuthPanel } from "@/components/auth/auth-panel";
import { NewPasswordInput } from "@/components/auth/credential-fields";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { getScope } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "New password" };

export default async function ResetPasswordPage() {
  const scope = await getScope();
  if (!scope) {
    return (
      <AuthPanel
        title="New password"
        sub="This page opens from the link in our e-mail. Links work once and for an hour."
      >
        <ButtonLink href="/forgot-password" variant="primary" className="w-full">
          Ask for a new link
        </ButtonLink>
      </AuthPanel>
    );
  }
  return (
    <AuthPanel title="New password" sub={`For ${scope.email}. Other devices are signed out.`}>
      <ActionForm action={resetPasswordAction} className="flex flex-col gap-4">
        <NewPasswordInput label="New password" />
        <SubmitButton pendingLabel="Saving">Save the new password</SubmitButton>
      </ActionForm>
    </AuthPanel>
  );
}
