import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { type ApifyAccess, type ApifyRun, readItems } from "../../lib/platforms/apify-client.ts";
import { payloadOf } from "../../lib/platforms/provider-values.ts";

type Slot = {
  slotMs: number;
  workspaceId: string;
  settings: { actor: string; input: object; max_items: number };
};
export type PastRun = Slot & { run: ApifyRun; access: ApifyAccess };

/** Records a run that ended in the past with all its items, as a worker would have then. */
export async function recordPastRun(
  sql: postgres.Sql,
  { slotMs, workspaceId, settings, run, access }: PastRun,
  rewritten: (payload: string) => string,
) {
  const page = { offset: 0, limit: settings.max_items, clean: false };
  const answer = await readItems(access, run.datasetId, page, AbortSignal.timeout(30_000));
  if (answer.kind !== "items") throw new Error(`The demo's ingest: ${answer.detail}`);
  const lease = randomUUID();
  const failed = run.status !== "SUCCEEDED";
  const [row] = await sql<{ id: string }[]>`
    insert into ingest_runs ${sql({
      ...asked({ slotMs, workspaceId, settings }),
      provider_run_id: run.id,
      dataset_id: run.datasetId,
      provider_status: run.status,
      cost_usd: run.costUsd,
      state: "collecting",
      error_code: failed ? "provider_failed" : null,
      error_detail: failed
        ? `Apify ended the run as ${run.status} (${run.message}). What it had found by then is kept.`
        : null,
      ended_at: run.finishedAt,
      lease_token: lease,
      leased_until: new Date(Date.now() + 60_000),
    })} returning id`;
  const batch = {
    run_id: row?.id ?? "",
    workspace_id: workspaceId,
    lease_token: lease,
    offset: 0,
    items: answer.items.map((item) => rewritten(payloadOf(item))),
    total: answer.items.length,
    page_items: settings.max_items,
    is_simulated: true,
  };
  await sql`select settle_ingest_page(${sql.json(batch)})`;
  await sql`
    update ingest_runs set finished_at = ended_at + interval '3 seconds'
    where id = ${batch.run_id} and workspace_id = ${workspaceId}`;
}

/** Records a run that Apify did not take. */
export async function recordFailedRun(sql: postgres.Sql, slot: Slot) {
  await sql`
    insert into ingest_runs ${sql({
      ...asked(slot),
      state: "failed",
      error_code: "provider_error",
      error_detail: "Apify answered 503 five times in a row.",
      finished_at: new Date(slot.slotMs + 6 * 60_000),
    })}`;
}

function asked({ slotMs, workspaceId, settings }: Slot) {
  return {
    workspace_id: workspaceId,
    slot: new Date(slotMs),
    trigger: "schedule",
    actor: settings.actor,
    input: settings.input as postgres.JSONValue,
    max_items: settings.max_items,
    token_source: "server",
    is_simulated: true,
    created_at: new Date(slotMs + 2_000),
    started_at: new Date(slotMs + 20_000),
  };
}
