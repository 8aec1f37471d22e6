import "server-only";
import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { runRefresh } from "@/lib/refresh/worker";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const planned = z.object({ slot: z.string(), runs: z.number(), run_id: z.uuid().nullable() });

const counts = z.object({ processed: z.number(), updated: z.number(), errors: z.number() });
const summary = z.object({
  remaining: z.number(),
  ...counts.shape,
  connections: z.number(),
  byPlatform: z.partialRecord(z.enum(PLATFORM_IDS), counts),
  details: z.array(
    z.object({
      platform: z.enum(PLATFORM_IDS),
      workspaceId: z.uuid(),
      postsProcessed: z.number(),
      metricsUpdated: z.number(),
      errors: z.array(z.string()),
    }),
  ),
});

/** Plans whatever slot is due and goes on with what is open: for the minute's cron. */
export async function continueRefresh(db: Db) {
  const { slot, runs } = planned.parse(unwrap(await db.rpc("plan_refresh")));
  return { slot, runs, ...(await runRefresh(db)) };
}

/** The slot's refresh, as far as the time allows, and what it came to so far. Throws `not_found`. */
export async function refreshSlot(db: Db, workspaceId: string | null) {
  const only = workspaceId === null ? {} : { only_workspace: workspaceId };
  const plan = planned.parse(unwrap(await db.rpc("plan_refresh", only)));
  await runRefresh(db);
  const done = summary.parse(unwrap(await db.rpc("refresh_summary", { slot: plan.slot, ...only })));
  const { processed, updated, errors, connections, byPlatform, details, remaining } = done;
  return {
    ok: true,
    message: `Refreshed metrics for ${updated} posts across ${connections} platform connections`,
    summary: {
      totalPostsProcessed: processed,
      totalMetricsUpdated: updated,
      totalErrors: errors,
      byPlatform,
    },
    details,
    remaining,
    runId: plan.run_id,
  };
}
