import { createServerClient } from "@supabase/ssr";
import { z } from "zod";
import { walkConsent } from "../../simulator/walk-consent.ts";

const begun = z.object({ consentUrl: z.url() });

export type Person = { accessToken: string; cookie: string };

/** Signs in as a browser would: the cookie header of the session, and its access token. */
export async function signInPerson(
  supabaseUrl: string,
  publishableKey: string,
  login: { email: string; password: string },
): Promise<Person> {
  const jar = new Map<string, string>();
  const db = createServerClient(supabaseUrl, publishableKey, {
    cookies: {
      getAll: () => [],
      setAll: (cookies) => {
        for (const { name, value } of cookies) jar.set(name, value);
      },
    },
  });
  const { data, error } = await db.auth.signInWithPassword(login);
  if (error) throw error;
  await db.rpc("name_session", { agent: "demo/1.0" });
  const cookie = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
  return { accessToken: data.session.access_token, cookie };
}

/** Connects accounts the way a person does: begins, consents at the simulator, comes back. */
export async function connectAccount(
  appUrl: string,
  { accessToken, cookie }: Person,
  connection: string,
  accounts?: string[],
) {
  const answer = await fetch(new URL("/api/v1/accounts/connect", appUrl), {
    method: "POST",
    headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
    body: JSON.stringify({ connection }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`Connecting ${connection} answered ${answer.status}: ${text}`);
  const { consentUrl } = begun.parse(JSON.parse(text));
  const back = await walkConsent(consentUrl, accounts ? { accounts } : {});
  const callback = await fetch(back, { headers: { cookie }, redirect: "manual" });
  const location = callback.headers.get("location") ?? "";
  if (!/[?&]connected=/.test(location)) {
    throw new Error(`Connecting ${connection} ended with ${callback.status} at ${location}.`);
  }
}
