import "server-only";
import { createServerClient } from "@supabase/ssr";
import type { SupabaseClient } from "@supabase/supabase-js";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { untilReached } from "@/lib/answers/ask-database";
import { env } from "@/lib/env";
import type { Database } from "@/lib/supabase/database.types";
import { shareNext } from "@/lib/supabase/share-next";
import { tokenClient } from "@/lib/supabase/token-client";
import { unwrap } from "@/lib/supabase/unwrap";

export type Db = SupabaseClient<Database>;
export type Role = Database["public"]["Enums"]["workspace_role"];
export type RateBasis = Database["public"]["Enums"]["rate_basis"];

/** Who is asking, in which workspace, with a client that sees only what they may. */
export type Scope = {
  db: Db;
  userId: string;
  email: string;
  /** What others see; null: the e-mail. */
  name: string | null;
  /** Whether single letters are shortcuts for them. */
  singleKeys: boolean;
  workspaceId: string;
  workspaceName: string;
  /** IANA name: pages show times in it. */
  timeZone: string;
  /** What engagement rates of posts are divided by. */
  rateBasis: RateBasis;
  role: Role;
};

/** Somebody who is signed in, perhaps in no workspace yet. */
export type Person = Pick<Scope, "db" | "email" | "name" | "timeZone">;

/** A client with the session cookie; null when there is none. */
const cookieClient = cache(async (): Promise<Db | null> => {
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
  // Only whether there is one: the cookie is not believed, the database checks its token.
  const { data } = await db.auth.getSession();
  return data.session && db;
});

/** The scope of the session cookie; null when nobody is signed in. */
export const getScope = cache(async (): Promise<Scope | null> => {
  const db = await cookieClient();
  return db && openScope(db, null);
});

/** Who is signed in, without making them a workspace when they are in none; null when nobody is. */
export const getPerson = cache(async (): Promise<Person | null> => {
  const db = await cookieClient();
  if (!db) return null;
  const answer = await askScope(db, null);
  if (answer.status === 401) return null;
  const mine = unwrap(answer);
  if (mine) return { db, email: mine.email, name: mine.name, timeZone: mine.time_zone };
  // In no workspace, one sees no profile but one's own.
  const alone = unwrap(await db.from("profiles").select("email, name").maybeSingle());
  return alone && { db, ...alone, timeZone: "UTC" };
});

/** The same for what only they may do. Sends a stranger to sign in, and back to where they wanted to go. */
export async function requirePerson(): Promise<Person> {
  return (await getPerson()) ?? sendToSignIn();
}

/** The scope of a page. Sends a stranger to sign in, and back to where they wanted to go. */
export async function requireScope(): Promise<Scope> {
  const scope = await getScope();
  return scope ?? sendToSignIn();
}

async function sendToSignIn(): Promise<never> {
  const wanted = (await headers()).get("x-wanted-path");
  redirect(wanted ? `/login?next=${encodeURIComponent(wanted)}` : "/login");
}

/** The scope of an access token, in the workspace asked for; null when the token is not valid. */
export async function tokenScope(accessToken: string, workspaceId: string | null) {
  return openScope(tokenClient(accessToken), workspaceId);
}

/** The same person in another of their workspaces; null when they are not in it. */
export async function inWorkspace(scope: Scope, workspaceId: string) {
  return workspaceId === scope.workspaceId ? scope : openScope(scope.db, workspaceId);
}

/** Asks the database who the client's token belongs to; null when it takes the token for nobody's. */
async function openScope(db: Db, workspaceId: string | null): Promise<Scope | null> {
  let answer = await askScope(db, workspaceId);
  if (answer.status === 401) return null;
  if (unwrap(answer) === null && workspaceId === null) {
    // Removed from their last workspace, or invited and not gone in: everybody who looks around has one.
    unwrap(await db.rpc("keep_a_workspace"));
    answer = await askScope(db, workspaceId);
  }
  const mine = unwrap(answer);
  if (!mine) return null;
  return {
    db,
    userId: mine.user_id,
    email: mine.email,
    name: mine.name,
    singleKeys: mine.single_keys,
    workspaceId: mine.workspace_id,
    workspaceName: mine.workspace_name,
    timeZone: mine.time_zone,
    rateBasis: mine.rate_basis,
    role: mine.role,
  };
}

function askScope(db: Db, workspaceId: string | null) {
  const wanted = workspaceId === null ? {} : { workspace: workspaceId };
  return shareNext(db, `my_scope ${workspaceId}`, () =>
    untilReached(() => db.rpc("my_scope", wanted).maybeSingle()),
  );
}
