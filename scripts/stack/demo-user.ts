import { createClient } from "@supabase/supabase-js";

export const DEMO_USER = { email: "demo@example.com", password: "demo-password-1" };

/** Signs the demo user in, and up before that when there is none. Returns who they are. */
export async function signInDemoUser(supabaseUrl: string, publishableKey: string) {
  const client = createClient(supabaseUrl, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  let { data } = await client.auth.signInWithPassword(DEMO_USER);
  if (!data.session) {
    const signedUp = await client.auth.signUp(DEMO_USER);
    if (signedUp.error) throw signedUp.error;
    ({ data } = await client.auth.signInWithPassword(DEMO_USER));
  }
  if (!data.session) throw new Error("The demo user cannot sign in.");
  const accessToken = data.session.access_token;
  const mine = createClient(supabaseUrl, publishableKey, {
    auth: { persistSession: false },
    global: { headers: { Authorization: `Bearer ${accessToken}` } },
  });
  await mine.rpc("name_session", { agent: "demo/1.0" });
  const members = mine.from("workspace_members").select("workspace_id").eq("role", "owner");
  const { data: member, error } = await members.order("created_at").limit(1).single();
  if (error) throw new Error(`The demo user has no workspace: ${error.message}`);
  return { userId: data.session.user.id, accessToken, workspaceId: String(member.workspace_id) };
}
