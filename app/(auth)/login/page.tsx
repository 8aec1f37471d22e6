import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { signInAction } from "@/app/(auth)/actions";
import { AuthPanel } from "@/components/auth/auth-panel";
import { EmailInput } from "@/components/auth/credential-fields";
import { Invited } from "@/components/auth/invited";
import { ActionForm } from "@/components/ui/action-form";
import { TextLink } from "@/components/ui/app-link";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { safeNext } from "@/lib/api/safe-next";
import { wantedInvitation } from "@/lib/invitations/wanted-invitation";
import { getPerson } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Sign in" };

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const search = await searchParams;
  const next = safeNext(search.next);
  // safe because safeNext lets through nothing but a path of this site
  if (await getPerson()) redirect(next as Route);
  const query = next === "/" ? "" : `?next=${encodeURIComponent(next)}`;
  const invitation = (await wantedInvitation(next))?.invitation;
  const goesOn = next === "/" ? null : "Then you go on to the page you wanted.";

  return (
    <AuthPanel
      title="Sign in"
      sub={invitation?.state === "open" ? <Invited by={invitation} /> : goesOn}
      foot={
        <>
          No account yet? <TextLink href={`/signup${query}`}>Sign up</TextLink>
        </>
      }
    >
      <ActionForm action={signInAction} fields={{ next }} className="flex flex-col gap-4">
        {search.problem === "link" && (
          <Notice kind="warn" announce>
            This link is no longer valid. Links work once and for an hour. Sign in, or ask for a new
            one.
          </Notice>
        )}
        <EmailInput value={invitation?.email ?? undefined} />
        <Input
          label="Password"
          name="password"
          type="password"
          required
          autoComplete="current-password"
          invalid="Write your password."
          aside={<TextLink href="/forgot-password">Forgot it?</TextLink>}
        />
        <SubmitButton pendingLabel="Signing in">Sign in</SubmitButton>
      </ActionForm>
    </AuthPanel>
  );
}
