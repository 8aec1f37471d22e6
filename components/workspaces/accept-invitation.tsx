import { ActionForm } from "@/components/ui/action-form";
import { TextLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { personName, ROLE_NAMES } from "@/components/workspaces/role-names";
import type { Invitation } from "@/lib/invitations/queries";

/** Accept as who is signed in, or sign in or up first and come back. */
export function AcceptInvitation({
  invitation: { email, role, is_member },
  secret,
  me,
  accept,
  changePerson,
}: {
  invitation: Invitation;
  secret: string;
  me: { name: string | null; email: string } | null;
  accept: FormAction;
  changePerson: FormAction;
}) {
  if (me === null) {
    const back = `?next=${encodeURIComponent(`/invite/${secret}`)}`;
    return (
      <>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={`/signup${back}`} variant="primary">
            Sign up to accept
          </ButtonLink>
          <ButtonLink href={`/login${back}`}>Sign in</ButtonLink>
        </div>
        <p className="text-xs text-muted">
          {email !== null && `Use ${email}: the link is for this address. `}
          No account yet? Signing up takes an e-mail and a password.
        </p>
      </>
    );
  }
  if (is_member) {
    return (
      <p>
        You are in this workspace already. <TextLink href="/">Go to the dashboard</TextLink>
      </p>
    );
  }
  const another = (
    <ActionForm action={changePerson} fields={{ secret }}>
      <SubmitButton variant="default">Sign in as somebody else</SubmitButton>
    </ActionForm>
  );
  if (email !== null && email !== me.email.toLowerCase()) {
    return (
      <>
        <Notice kind="warn">
          This invitation is for {email}; you are signed in as {me.email}. Sign in with that e-mail,
          or ask for a link for yours.
        </Notice>
        {another}
      </>
    );
  }
  return (
    <>
      <div className="flex flex-wrap items-start gap-2">
        <ActionForm action={accept} fields={{ secret }} className="flex flex-col gap-3">
          <SubmitButton pendingLabel="Going in">
            Join as {ROLE_NAMES[role].toLowerCase()}
          </SubmitButton>
        </ActionForm>
        {another}
      </div>
      <p className="text-xs text-muted">You are signed in as {personName(me)}.</p>
    </>
  );
}
