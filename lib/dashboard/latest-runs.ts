import "server-only";
import { listIngestRuns } from "@/lib/ingest/queries";
import { listRuns } from "@/lib/refresh/queries";
import type { Scope } from "@/lib/supabase/server";

export const LATEST_RUNS = 5;

/** The newest runs of both kinds: those that measured again, and those that brought in. */
export async function listLatestRuns(scope: Scope) {
  const [refreshes, ingests] = await Promise.all([
    listRuns(scope, { page: 1 }, LATEST_RUNS),
    listIngestRuns(scope, { limit: LATEST_RUNS, offset: 0 }),
  ]);
  return { refreshes: refreshes.items, ingests: ingests.items };
}
export type LatestRuns = Awaited<ReturnType<typeof listLatestRuns>>;
