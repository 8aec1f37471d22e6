"use server";

import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/api/action";
import { counted } from "@/lib/format/count";
import { changeEmail, changePassword } from "@/lib/profile/change-sign-in";
import { changeProfile, endOtherSessions, endSession } from "@/lib/profile/commands";
import {
  everySession,
  keysChoice,
  newEmail,
  passwordChange,
  profileName,
  sessionId,
} from "@/lib/profile/schema";

const HERE = "/settings/profile";

export const changeNameAction = userAction(profileName, async ({ scope, input }) => {
  await changeProfile(scope, input);
  revalidatePath("/", "layout");
  return input.name === "" ? "Saved. Others see your e-mail." : "Saved.";
});

export const chooseKeysAction = userAction(keysChoice, async ({ scope, input }) => {
  await changeProfile(scope, { single_keys: input.singleKeys });
  revalidatePath("/", "layout");
  return "Saved.";
});

export const changeEmailAction = userAction(newEmail, async ({ scope, input }) => {
  const { changed } = await changeEmail(scope, input.email);
  revalidatePath("/", "layout");
  return changed
    ? `Changed. You sign in with ${input.email} from now on.`
    : `Almost: follow both links, the one we sent to ${input.email} and the one to ${scope.email}. Until then ${scope.email} stays.`;
});

export const changePasswordAction = userAction(passwordChange, async ({ scope, input }) => {
  await changePassword(scope, input.current, input.password);
  revalidatePath(HERE);
  return "Changed. Wherever else you were signed in, you are no longer.";
});

export const endSessionAction = userAction(sessionId, async ({ scope, input }) => {
  await endSession(scope, input.id);
  revalidatePath(HERE);
  return "Ended.";
});

export const endOtherSessionsAction = userAction(everySession, async ({ scope }) => {
  const ended = await endOtherSessions(scope);
  revalidatePath(HERE);
  return `${counted(ended, "session was", "sessions were")} ended.`;
});
