import "server-only";
import { requestRefresh } from "@/lib/refresh/commands";
import type { Scope } from "@/lib/supabase/server";

/** Measures posts now, as both doors answer it. */
export async function refreshPosts(scope: Scope, posts: number[]) {
  const { run_id, already, measured_at = null } = await requestRefresh(scope, { posts });
  return { runId: run_id, already, measuredAt: measured_at };
}
