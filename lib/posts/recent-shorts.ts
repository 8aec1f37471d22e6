import "server-only";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** The short videos published since a moment that were measured, and when the newest of their numbers is from. */
export async function countRecentShorts({ db, workspaceId }: Scope, since: Date) {
  const shorts = () =>
    db
      .from("post_list")
      .select("measured_at", { count: "exact" })
      .eq("workspace_id", workspaceId)
      .eq("is_short", true)
      .gte("published_at", since.toISOString())
      .not("measured_at", "is", null)
      .order("measured_at", { ascending: false })
      .limit(1);
  const [all, simulated] = await Promise.all([shorts(), shorts().eq("is_simulated", true)]);
  const [newest] = unwrap(all);
  unwrap(simulated);
  return {
    total: all.count ?? 0,
    simulated: simulated.count ?? 0,
    measuredAt: newest?.measured_at ?? null,
  };
}
export type RecentShorts = Awaited<ReturnType<typeof countRecentShorts>>;
