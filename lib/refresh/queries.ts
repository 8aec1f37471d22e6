import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { RUN_STATUSES, RUN_TRIGGERS, type RunFilter } from "@/lib/refresh/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

export const RUNS_A_PAGE = 20;

const skipped = z.record(z.string(), z.number());
const trouble = z.object({ code: z.string().nullable(), detail: z.string().nullable() });

const listedRun = z.object({
  id: z.uuid(),
  trigger: z.enum(RUN_TRIGGERS),
  slot: z.string(),
  status: z.enum(RUN_STATUSES),
  planned: z.number(),
  measured: z.number(),
  gone: z.number(),
  failed: z.number(),
  found: z.number(),
  calls: z.number(),
  skipped,
  is_simulated: z.boolean(),
  created_at: z.string(),
  finished_at: z.string().nullable(),
  seconds: z.number(),
  requested_by: z.string().nullable(),
  units_open: z.number(),
  units_done: z.number(),
  /** Those that were asked for; empty for other runs, and once their pieces are removed. */
  accounts: z.array(z.object({ platform: z.enum(PLATFORM_IDS), name: z.string() })),
  errors: z.array(
    z.object({
      ...trouble.shape,
      account: z.string().nullable(),
      platform: z.enum(PLATFORM_IDS),
      status: z.string(),
    }),
  ),
});
export type ListedRun = z.output<typeof listedRun>;

const runList = z.object({ total: z.number(), items: z.array(listedRun) });

/** A page of the workspace's runs, newest first, and how many there are in all. */
export async function listRuns(
  { db, workspaceId }: Scope,
  { trigger, page }: RunFilter,
  take = RUNS_A_PAGE,
) {
  const answer = await db.rpc("list_runs", {
    workspace: workspaceId,
    ...(trigger === undefined ? {} : { only_trigger: trigger }),
    skip: (page - 1) * take,
    take,
  });
  return runList.parse(unwrap(answer));
}

const runProgress = z.object({
  id: z.uuid(),
  workspace_id: z.uuid(),
  status: z.enum(RUN_STATUSES),
  trigger: z.enum(RUN_TRIGGERS),
  slot: z.string(),
  planned: z.number(),
  measured: z.number(),
  gone: z.number(),
  failed: z.number(),
  found: z.number(),
  calls: z.number(),
  created_at: z.string(),
  finished_at: z.string().nullable(),
  skipped,
  units_open: z.number(),
  waits_until: z.string().nullable(),
  errors: z.array(trouble),
});
export type RunProgress = z.output<typeof runProgress>;

/** How far a run is. Raises `not_found` for another workspace's. */
export async function getRun({ db, workspaceId }: Scope, id: string) {
  const run = runProgress.nullable().parse(unwrap(await db.rpc("run_progress", { run: id })));
  if (run?.workspace_id === workspaceId) return run;
  throw new AppError("not_found", "There is no such run in this workspace.");
}
