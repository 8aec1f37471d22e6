import "server-only";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Captions by post id, of those of the given posts that have one. Takes a page of ids, at most 1,000. */
export async function listCaptions({ db, workspaceId }: Scope, postIds: number[]) {
  if (postIds.length === 0) return new Map<number, string>();
  const posts = db.from("posts").select("id, caption").eq("workspace_id", workspaceId);
  const found = unwrap(await posts.in("id", postIds).not("caption", "is", null));
  return new Map(found.flatMap(({ id, caption }) => (caption ? [[id, caption] as const] : [])));
}
