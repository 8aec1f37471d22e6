import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { signUpAction } from "@/app/(auth)/actions";
import { AuthPanel } from "@/components/auth/auth-panel";
import { EmailInput, NewPasswordInput } from "@/components/auth/credential-fields";
import { ActionForm } from "@/components/ui/action-form";
import { TextLink } from "@/components/ui/app-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { safeNext } from "@/lib/api/safe-next";
import { getScope } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage({ searchParams }: PageProps<"/signup">) {
  const next = safeNext((await searchParams).next);
  // safe because safeNext lets through nothing but a path of this site
  if (await getScope()) redirect(next as Route);
  const query = next === "/" ? "" : `?next=${encodeURIComponent(next)}`;

  return (
    <AuthPanel
      title="Sign up"
      sub="You get a workspace of your own. Others can be added later."
      foot={
        <>
          You have an account? <TextLink href={`/login${query}`}>Sign in</TextLink>
        </>
      }
    >
      <ActionForm action={signUpAction} fields={{ next }} className="flex flex-col gap-4">
        <EmailInput />
        <NewPasswordInput />
        <SubmitButton pendingLabel="Signing up">Sign up</SubmitButton>
      </ActionForm>
    </AuthPanel>
  );
}
