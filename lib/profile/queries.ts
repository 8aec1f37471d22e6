import "server-only";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Where the caller is signed in, this session first. */
export async function listSessions({ db }: Scope) {
  return unwrap(await db.rpc("my_sessions"));
}
export type Session = Awaited<ReturnType<typeof listSessions>>[number];
