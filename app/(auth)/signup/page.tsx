import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { signUpAction } from "@/app/(auth)/actions";
import { AuthPanel } from "@/components/auth/auth-panel";
import { EmailInput, NewPasswordInput } from "@/components/auth/credential-fields";
import { Invited } from "@/components/auth/invited";
import { ActionForm } from "@/components/ui/action-form";
import { TextLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { safeNext } from "@/lib/api/safe-next";
import { wantedInvitation } from "@/lib/invitations/wanted-invitation";
import { getPerson } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage({ searchParams }: PageProps<"/signup">) {
  const next = safeNext((await searchParams).next);
  // safe because safeNext lets through nothing but a path of this site
  if (await getPerson()) redirect(next as Route);
  const query = next === "/" ? "" : `?next=${encodeURIComponent(next)}`;
  const invitation = (await wantedInvitation(next))?.invitation ?? null;
  const open = invitation?.state === "open" ? invitation : null;
  const email = open?.email ?? undefined;

  return (
    <AuthPanel
      title={open ? `Sign up to join ${open.workspace_name}` : "Sign up"}
      sub={
        open ? <Invited by={open} /> : "You get a workspace of your own. Others can be added later."
      }
      foot={
        <>
          You have an account? <TextLink href={`/login${query}`}>Sign in</TextLink>
        </>
      }
    >
      <ActionForm action={signUpAction} fields={{ next }} className="flex flex-col gap-4">
        {invitation && !open && (
          <Notice kind="warn">
            The invitation to {invitation.workspace_name} lets nobody in any more. Ask for a new
            link, or sign up without it.
          </Notice>
        )}
        <EmailInput
          value={email}
          fixed={email !== undefined}
          hint={email && "The invitation is for this address."}
        />
        <NewPasswordInput />
        <SubmitButton pendingLabel="Signing up">
          {open ? `Sign up and join as ${open.role}` : "Sign up"}
        </SubmitButton>
      </ActionForm>
    </AuthPanel>
  );
}
