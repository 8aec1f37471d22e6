import { createClient } from "@supabase/supabase-js";
import { z } from "zod";
import { DEMO_USER } from "./demo-user.ts";

const listed = z.object({ items: z.array(z.unknown()) });

/** They come in with the demo's password: what each role sees can be tried. */
const COLLEAGUES = [
  { email: "mara@example.com", role: "admin" },
  { email: "jonas@example.com", role: "member" },
  { email: "client@example.com", role: "viewer" },
];
const INVITED = { email: "freelancer@example.com", role: "viewer", days: 14 };

/** Gives a workspace of one person colleagues in every role, and an invitation that is still open. */
export async function seedPeople(demo: {
  appUrl: string;
  supabaseUrl: string;
  publishableKey: string;
  accessToken: string;
}) {
  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(new URL(`/api/v1/${path}`, demo.appUrl), {
      method,
      headers: { authorization: `Bearer ${demo.accessToken}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text);
  }
  if (listed.parse(await call("GET", "members")).items.length > 1) return;
  const { auth } = createClient(demo.supabaseUrl, demo.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  for (const { email, role } of COLLEAGUES) {
    const { error } = await auth.signUp({ email, password: DEMO_USER.password });
    if (error && error.code !== "user_already_exists") throw error;
    await call("POST", "members", { email, role });
  }
  await call("POST", "invitations", INVITED);
}
