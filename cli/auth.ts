import { z } from "zod";
import { CliProblem } from "./problem.ts";
import type { Session } from "./session.ts";
import type { Server } from "./settings.ts";

const granted = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  user: z.object({ email: z.string().optional() }),
});
const refused = z.object({ error_code: z.string().optional(), msg: z.string().optional() });

/** Signs a person in at Supabase Auth, as the pages do. */
export function signIn(server: Server, email: string, password: string) {
  return askForToken(
    server,
    "password",
    { email, password },
    () => "E-mail and password do not match an account. Check both, or sign up in the browser.",
  );
}

/** A new access token for an old session. */
export function renew(session: Session) {
  const body = { refresh_token: session.refreshToken };
  return askForToken(
    session,
    "refresh_token",
    body,
    () => "Your sign-in has ended. Sign in again: sign-in.",
  );
}

async function askForToken(
  { supabaseUrl, publishableKey }: Server,
  kind: "password" | "refresh_token",
  body: Record<string, string>,
  sentence: () => string,
) {
  const answer = await call(supabaseUrl, `token?grant_type=${kind}`, publishableKey, {
    body: JSON.stringify(body),
  });
  const read: unknown = await answer.json().catch(() => null);
  if (answer.ok) {
    const { access_token, refresh_token, expires_in, user } = granted.parse(read);
    return {
      accessToken: access_token,
      refreshToken: refresh_token,
      expiresAt: Math.floor(Date.now() / 1000) + expires_in,
      email: user.email ?? "",
    };
  }
  const { error_code, msg } = refused.safeParse(read).data ?? {};
  if (answer.status === 429) {
    throw new CliProblem("Too many attempts to sign in. Wait a minute, then try again.");
  }
  if (error_code === "email_not_confirmed") {
    throw new CliProblem("Your e-mail address is not confirmed yet. Open the link in our e-mail.");
  }
  if (answer.status < 500) throw new CliProblem(sentence());
  throw new CliProblem(`Signing in does not work now: ${msg ?? answer.status}. Try again later.`);
}

/** Ends the session at the server too. One that has ended already is fine. */
export async function signOut({ supabaseUrl, publishableKey, accessToken }: Session) {
  await call(supabaseUrl, "logout?scope=local", publishableKey, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
}

async function call(url: string, path: string, key: string, init: RequestInit) {
  try {
    return await fetch(`${url.replace(/\/+$/, "")}/auth/v1/${path}`, {
      method: "POST",
      signal: AbortSignal.timeout(30_000),
      ...init,
      headers: { apikey: key, "content-type": "application/json", ...init.headers },
    });
  } catch (error) {
    throw new CliProblem(`Nothing answers at ${url}, where people sign in. Is it running?`, 1, {
      cause: error,
    });
  }
}
