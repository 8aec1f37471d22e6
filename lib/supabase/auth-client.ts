import "server-only";
import { createServerClient } from "@supabase/ssr";
import { cookies, headers } from "next/headers";
import { env } from "@/lib/env";
import type { Database } from "@/lib/supabase/database.types";

/** A client that may change who is signed in: it writes the session cookies. For actions and route handlers. */
export async function authClient() {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return createServerClient<Database>(
    env().NEXT_PUBLIC_SUPABASE_URL,
    env().NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
    {
      cookieOptions: { secure: await isSecure() },
      // Sessions are told apart by the browser, which is not us.
      global: { headers: { "user-agent": head.get("user-agent") ?? "" } },
      cookies: {
        getAll: () => jar.getAll(),
        setAll(changed) {
          for (const { name, value, options } of changed) jar.set(name, value, options);
        },
      },
    },
  );
}

/** Browsers keep no Secure cookie of a plain http page, and the demo is one. */
export async function isSecure() {
  const protocol = (await headers()).get("x-forwarded-proto")?.split(",")[0];
  return env().NODE_ENV === "production" && protocol !== "http";
}
