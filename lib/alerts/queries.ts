import "server-only";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** How many messages the person has not read, counted up to 100: for the bell. */
export async function countUnread({ db, workspaceId }: Scope): Promise<number> {
  return unwrap(await db.rpc("count_unread", { workspace: workspaceId }));
}
