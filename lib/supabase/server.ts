import "server-only";
import { createServerClient } from "@supabase/ssr";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { env } from "@/lib/env";
import type { Database } from "@/lib/supabase/database.types";
import { unwrap } from "@/lib/supabase/unwrap";

export type Db = SupabaseClient<Database>;
export type Role = Database["public"]["Enums"]["workspace_role"];

/** Who is asking, in which workspace, with a client that sees only what they may. */
export type Scope = {
  db: Db;
  userId: string;
  email: string;
  workspaceId: string;
  workspaceName: string;
  /** IANA name: pages show times in it. */
  timeZone: string;
  role: Role;
};

/** The scope of the session cookie; null when nobody is signed in. */
export const getScope = cache(async (): Promise<Scope | null> => {
  const store = await cookies();
  const db = createServerClient<Database>(
    env().NEXT_PUBLIC_SUPABASE_URL,
    env().NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
    {
      cookies: {
        getAll: () => store.getAll(),
        // Pages cannot set cookies; the middleware has already refreshed them.
        setAll: () => {},
      },
    },
  );
  const { data: session } = await db.auth.getClaims();
  return session && openScope(db, null);
});

/** The scope of a page. Sends a stranger to sign in, and back to where they wanted to go. */
export async function requireScope(): Promise<Scope> {
  const scope = await getScope();
  if (scope) return scope;
  const wanted = (await headers()).get("x-wanted-path");
  redirect(wanted ? `/login?next=${encodeURIComponent(wanted)}` : "/login");
}

/** The scope of an access token, in the workspace asked for; null when the token is not valid. */
export async function tokenScope(accessToken: string, workspaceId: string | null) {
  const db: Db = createClient<Database>(
    env().NEXT_PUBLIC_SUPABASE_URL,
    env().NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
    {
      auth: { persistSession: false, autoRefreshToken: false },
      global: { headers: { Authorization: `Bearer ${accessToken}` } },
    },
  );
  const { data: session } = await db.auth.getClaims(accessToken);
  return session && openScope(db, workspaceId);
}

/** The same person in another of their workspaces; null when they are not in it. */
export async function inWorkspace(scope: Scope, workspaceId: string) {
  return workspaceId === scope.workspaceId ? scope : openScope(scope.db, workspaceId);
}

async function openScope(db: Db, workspaceId: string | null): Promise<Scope | null> {
  const read = async () =>
    unwrap(
      await db
        .rpc("my_scope", workspaceId === null ? {} : { workspace: workspaceId })
        .maybeSingle(),
    );
  let mine = await read();
  if (!mine && workspaceId === null) {
    // Removed from their last workspace: everybody has at least one.
    unwrap(await db.rpc("create_workspace", { workspace_name: "My workspace" }));
    mine = await read();
  }
  if (!mine) return null;
  return {
    db,
    userId: mine.user_id,
    email: mine.email,
    workspaceId: mine.workspace_id,
    workspaceName: mine.workspace_name,
    timeZone: mine.time_zone,
    role: mine.role,
  };
}
