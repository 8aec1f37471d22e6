import "server-only";
import { forgetAnswers } from "@/lib/answers/cached-answer";
import { synced } from "@/lib/hashtags/answers";
import type { SyncQuery } from "@/lib/hashtags/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Derives the hashtags of recent posts from their captions again. Nothing changes when they are right. */
export async function syncHashtags(scope: Scope, { minutes_back }: SyncQuery) {
  const answer = await scope.db.rpc("sync_hashtags", {
    workspace: scope.workspaceId,
    // Generated types know no null for a parameter; it stands for every post.
    minutes_back: minutes_back as number,
  });
  const done = synced.parse(unwrap(answer));
  await forgetAnswers(scope);
  return done;
}
