import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { defaultIngest } from "@/lib/ingest/defaults";
import {
  INGEST_STATES,
  INGEST_TEMPLATES,
  INGEST_TRIGGERS,
  type IngestPage,
  QUARANTINE_CODES,
} from "@/lib/ingest/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const time = z.string().nullable();

const ingestRun = z.object({
  id: z.uuid(),
  state: z.enum(INGEST_STATES),
  trigger: z.enum(INGEST_TRIGGERS),
  /** The time bucket of its snapshots. */
  slot: z.string(),
  platform: z.enum(["instagram", "tiktok"]),
  actor: z.string().nullable(),
  max_items: z.number().nullable(),
  token_source: z.enum(["workspace", "server"]),
  apify_run_id: z.string().nullable(),
  provider_status: z.string().nullable(),
  /** Items of its data set; null until known. `read` of them so far: ingested + duplicates + quarantined. */
  items: z.number().nullable(),
  read: z.number(),
  events: z.number(),
  ingested: z.number(),
  duplicates: z.number(),
  quarantined: z.number(),
  new_posts: z.number(),
  /** US dollars as decimal text; null until Apify says. */
  cost_usd: z.string().nullable(),
  error_code: z.string().nullable(),
  error_detail: z.string().nullable(),
  is_simulated: z.boolean(),
  is_cancelling: z.boolean(),
  created_at: z.string(),
  started_at: time,
  /** When it ended at Apify: the time its numbers were read at. */
  ended_at: time,
  /** When all its items were read here. */
  finished_at: time,
  next_look_at: time,
  seconds: z.number(),
  /** E-mail of who asked for it; null: the schedule. */
  requested_by: z.string().nullable(),
});
export type IngestRun = z.output<typeof ingestRun>;

const status = z.object({
  last_scraped_at: time,
  last_apify_run_id: z.string().nullable(),
  events_last_run: z.number(),
  total_raw_events: z.number(),
  latest_state_count: z.number(),
  reels_published_last_7d: z.number(),
  is_scheduled: z.boolean(),
  /** When the schedule's next slot begins. */
  next_slot_at: z.string(),
  /** The last 20, newest first. */
  runs: z.array(ingestRun),
});
export type IngestStatus = z.output<typeof status>;

/** How ingest stands in this workspace. */
export async function getIngestStatus({ db, workspaceId }: Scope): Promise<IngestStatus> {
  return status.parse(unwrap(await db.rpc("ingest_status", { workspace: workspaceId })));
}

const runList = z.object({ total: z.number(), items: z.array(ingestRun) });

/** A page of the workspace's runs, newest first. */
export async function listIngestRuns({ db, workspaceId }: Scope, { limit, offset }: IngestPage) {
  const answer = await db.rpc("list_ingest_runs", {
    workspace: workspaceId,
    skip: offset,
    take: limit,
  });
  return runList.parse(unwrap(answer));
}

const runDetail = ingestRun.extend({
  workspace_id: z.uuid(),
  input: z.record(z.string(), z.unknown()).nullable(),
  /** Quarantined items that no replay could read yet. */
  quarantine_open: z.number(),
});
export type IngestRunDetail = z.output<typeof runDetail>;

/** One run with its progress. Throws `not_found`, also for another workspace's. */
export async function getIngestRun({ db, workspaceId }: Scope, id: string) {
  const run = runDetail.nullable().parse(unwrap(await db.rpc("ingest_run", { run: id })));
  if (run?.workspace_id === workspaceId) return run;
  throw new AppError("not_found", "There is no such run in this workspace.");
}

const quarantine = z.object({
  total: z.number(),
  open: z.number(),
  items: z.array(
    z.object({
      id: z.number(),
      raw_event_id: z.number(),
      code: z.enum(QUARANTINE_CODES),
      field: z.string().nullable(),
      found: z.string().nullable(),
      expected: z.string().nullable(),
      /** A sentence: what is wrong with the item. */
      detail: z.string(),
      created_at: z.string(),
      /** When a replay could read it. */
      resolved_at: time,
    }),
  ),
});
export type QuarantinedItem = z.output<typeof quarantine>["items"][number];

/** A page of a run's items that could not be read, those still open first. Throws `not_found`. */
export async function listQuarantine(scope: Scope, runId: string, { limit, offset }: IngestPage) {
  await getIngestRun(scope, runId);
  const answer = await scope.db.rpc("list_quarantine", { run: runId, skip: offset, take: limit });
  return quarantine.parse(unwrap(answer));
}

const ownSettings = z.object({
  actor: z.string(),
  input: z.record(z.string(), z.unknown()),
  template: z.enum(INGEST_TEMPLATES).nullable(),
  max_items: z.number(),
  is_scheduled: z.boolean(),
  /** The last four characters of the workspace's own token; null: the server's is used. */
  token_hint: z.string().nullable(),
  token_set_at: time,
  updated_at: time,
  updated_by: z.string().nullable(),
});

/**
 * What runs are made with: the workspace's own settings, else the server's defaults (`is_default`,
 * with `actor` null when there are none). `has_server_token`: the server can pay for runs.
 */
export async function getIngestSettings({ db, workspaceId }: Scope) {
  const own = ownSettings
    .nullable()
    .parse(unwrap(await db.rpc("ingest_settings_of", { workspace: workspaceId })));
  const defaults = defaultIngest(env());
  const common = { has_server_token: defaults.hasToken, can_keep_token: Boolean(env().TOKEN_KEYS) };
  if (own) return { ...own, ...common, is_default: false };
  return {
    actor: defaults.actor,
    input: defaults.input,
    template: null,
    max_items: defaults.maxItems,
    is_scheduled: false,
    token_hint: null,
    token_set_at: null,
    updated_at: null,
    updated_by: null,
    ...common,
    is_default: true,
  };
}
export type IngestSettings = Awaited<ReturnType<typeof getIngestSettings>>;
