"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/ui/form-state";
import { safeNext } from "@/lib/api/safe-next";
import { rememberWay } from "@/lib/api/way-back";
import { authProblem } from "@/lib/auth/auth-problem";
import { readForm } from "@/lib/auth/read-form";
import { passwordReset, resetRequest, signIn, signUp } from "@/lib/auth/schema";
import { env } from "@/lib/env";
import { acceptInvitation } from "@/lib/invitations/commands";
import { wantedInvitation } from "@/lib/invitations/wanted-invitation";
import { authClient } from "@/lib/supabase/auth-client";
import { rememberDevice } from "@/lib/supabase/remember-device";
import type { Db } from "@/lib/supabase/server";

export async function signInAction(_previous: FormState, form: FormData): Promise<FormState> {
  const { input, fieldErrors } = readForm(signIn, form);
  if (!input) return { fieldErrors };
  const db = await authClient();
  const { error } = await db.auth.signInWithPassword(input);
  if (error) return { error: authProblem(error) };
  await rememberDevice(db);
  goOn(form);
}

export async function signUpAction(_previous: FormState, form: FormData): Promise<FormState> {
  const { input, fieldErrors } = readForm(signUp, form);
  if (!input) return { fieldErrors };
  const next = safeNext(form.get("next"));
  const { secret, invitation } = (await wantedInvitation(next)) ?? {};
  const comesIn = invitation?.state === "open" ? secret : undefined;
  if (comesIn && invitation?.email && invitation.email !== input.email.toLowerCase()) {
    return { fieldErrors: { email: `The invitation is for ${invitation.email}.` } };
  }
  const db = await authClient();
  const { data, error } = await db.auth.signUp({
    ...input,
    options: {
      emailRedirectTo: callbackUrl(next),
      // private.welcome_user reads it: no workspace of their own, they come into another.
      ...(comesIn && { data: { comes_by: "invitation" } }),
    },
  });
  const taken = error?.code === "user_already_exists" || error?.code === "email_exists";
  if (error && !taken) return { error: authProblem(error) };
  if (data.session) {
    await rememberDevice(db);
    if (comesIn && (await letIn(db, comesIn))) redirect("/");
    goOn(form);
  }
  if (taken && !env().EMAIL_CONFIRMATION) {
    return {
      error:
        "No account was made with this e-mail and password. If you have one already, sign in or choose a new password.",
    };
  }
  if (comesIn) await rememberWay(next);
  // A taken address gets the same answer as a new one; its owner gets no second account.
  return { done: LOOK_IN_MAILBOX };
}

export async function requestResetAction(_previous: FormState, form: FormData): Promise<FormState> {
  const { input, fieldErrors } = readForm(resetRequest, form);
  if (!input) return { fieldErrors };
  const { error } = await (await authClient()).auth.resetPasswordForEmail(input.email, {
    redirectTo: callbackUrl("/reset-password"),
  });
  if (error && error.status === 429) return { error: authProblem(error) };
  return {
    done: "If there is an account with this e-mail, a link to choose a new password is on its way. It works for an hour.",
  };
}

export async function resetPasswordAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { input, fieldErrors } = readForm(passwordReset, form);
  if (!input) return { fieldErrors };
  const { auth } = await authClient();
  const { error } = await auth.updateUser({ password: input.password });
  if (error) return { error: authProblem(error) };
  // Whoever else was signed in with the old password is so no longer.
  await auth.signOut({ scope: "others" });
  redirect("/");
}

export async function signOutAction() {
  await (await authClient()).auth.signOut({ scope: "local" });
  redirect("/login");
}

const LOOK_IN_MAILBOX =
  "Look in your mailbox: the link in our e-mail confirms your address and signs you in. Nothing there after a few minutes? Check the spam folder, then try again.";

/** False: the page of the invitation says why, and offers it again where it still can. */
async function letIn(db: Db, secret: string) {
  return acceptInvitation({ db }, secret).then(
    () => true,
    () => false,
  );
}

function goOn(form: FormData): never {
  // safe because safeNext lets through nothing but a path of this site
  redirect(safeNext(form.get("next")) as Route);
}

function callbackUrl(next: string) {
  const { APP_URL, VERCEL_URL } = env();
  const origin = APP_URL ?? (VERCEL_URL ? `https://${VERCEL_URL}` : "http://localhost:3000");
  return `${origin}/auth/callback?next=${encodeURIComponent(next)}`;
}
