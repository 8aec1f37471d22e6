import "server-only";
import { createClient } from "@supabase/supabase-js";
import { authProblem } from "@/lib/auth/auth-problem";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { authClient } from "@/lib/supabase/auth-client";
import type { Scope } from "@/lib/supabase/server";

/** Sets a new password for who knows the one of now. Sessions elsewhere are ended. */
export async function changePassword({ email }: Scope, current: string, password: string) {
  await proveCurrent(email, current);
  const { auth } = await authClient();
  const { error } = await auth.updateUser({ password });
  if (error) throw new AppError("conflict", authProblem(error));
  await auth.signOut({ scope: "others" });
}

/** Asks for another e-mail. It changes once the link sent there, and the one sent to the old address, were followed. */
export async function changeEmail({ email: now }: Scope, email: string) {
  if (email.toLowerCase() === now.toLowerCase()) {
    throw new AppError("conflict", "That is your e-mail already.");
  }
  const { auth } = await authClient();
  const { data, error } = await auth.updateUser({ email });
  if (error) throw new AppError("conflict", authProblem(error));
  return { changed: data.user.email?.toLowerCase() === email.toLowerCase() };
}

/** Signs in beside the session at hand, and out of that again. */
async function proveCurrent(email: string, password: string) {
  const { NEXT_PUBLIC_SUPABASE_URL: url, NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: key } = env();
  const { auth } = createClient(url, key, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { error } = await auth.signInWithPassword({ email, password });
  if (error?.code === "invalid_credentials") {
    throw new AppError("forbidden", "That is not the password you have now. Nothing was changed.");
  }
  if (error) throw new AppError("conflict", authProblem(error));
  await auth.signOut({ scope: "local" });
}
