import type { Supabase } from "../../support/supabase.ts";
import { fillCohort } from "./cohort-data.ts";

export type MeasuredData = {
  /** One a post. The first is connected, the others need to be reconnected. */
  accountIds: string[];
  /** One a post. The first runs and has a queued unit, the others have ended. */
  runIds: string[];
  scheduleIds: string[];
  rawEventIds: number[];
  /** One a post. The first is queued, the others have ended; each has one quarantined item. */
  ingestRunIds: string[];
  /** Of the way to an OAuth server that the workspace's owner began. */
  state: string;
};

/** Accounts and all that hangs on them: a row of each table for each post of the workspace. */
export async function fillMeasured(
  supabase: Supabase,
  workspaceId: string,
  marker: string,
): Promise<MeasuredData> {
  const { sql } = supabase;
  const ids = async (statement: string) => {
    const rows = await sql<{ id: string }>(statement, [workspaceId, marker]);
    return rows.map(({ id }) => id);
  };
  const accountIds = await ids(
    `insert into public.accounts (workspace_id, platform, kind, connection, external_id, name, status, problem,
       problem_detail, problem_at, scopes, connected_by, is_simulated)
     select $1, 'youtube', 'youtube_channel', 'youtube', 'UC' || external_id, $2, s.status, s.problem, $2,
       case when s.problem is not null then now() end, '{}',
       (select user_id from public.workspace_members where workspace_id = $1 and role = 'owner'), false
     from (select *, row_number() over (order by id) as n from public.posts where workspace_id = $1) as p
     cross join lateral (select
       case when n = 1 then 'connected'::public.account_status else 'needs_reconnect' end as status,
       case when n > 1 then 'expired' end as problem) as s
     order by n returning id`,
  );
  await sql(
    `insert into private.account_tokens (account_id, workspace_id, ciphertext, key_id)
     select id, workspace_id, $2 || id, 'test' from public.accounts where workspace_id = $1`,
    [workspaceId, marker],
  );
  await sql(
    `insert into public.notices (workspace_id, account_id, kind, resolved_at)
     select workspace_id, id, 'needs_reconnect', case when status = 'connected' then now() end
     from public.accounts where workspace_id = $1`,
    [workspaceId],
  );
  await sql(
    `insert into public.dismissed_hints (workspace_id, user_id, hint)
     select workspace_id, user_id, 'first_steps' from public.workspace_members where workspace_id = $1 and role = 'owner'`,
    [workspaceId],
  );
  await sql(
    `insert into public.follower_counts (workspace_id, account_id, followers, source, is_simulated)
     select workspace_id, id, 100, 'youtube_data', false from public.accounts where workspace_id = $1`,
    [workspaceId],
  );
  await sql(
    `insert into public.account_posts (post_id, workspace_id, account_id, api_id)
     select p.id, p.workspace_id, a.id, p.external_id from public.posts as p
     join public.accounts as a on a.workspace_id = p.workspace_id and a.external_id = 'UC' || p.external_id
     where p.workspace_id = $1`,
    [workspaceId],
  );
  await sql(
    `insert into public.comment_reads (post_id, workspace_id, state, reason)
     select id, workspace_id, 'open', $2 from public.posts where workspace_id = $1`,
    [workspaceId, marker],
  );
  const runIds = await ids(
    `insert into public.refresh_runs (workspace_id, trigger, slot, status, finished_at, skipped)
     select $1, 'schedule', now() - make_interval(hours => 6 * n::int),
       case when n = 1 then 'running' else 'completed' end, case when n > 1 then now() end, jsonb_build_object($2::text, 1)
     from (select row_number() over (order by id) as n from public.posts where workspace_id = $1) as p
     order by n returning id`,
  );
  await sql(
    `insert into public.refresh_units (workspace_id, run_id, account_id, platform, kind, task, slot, post_ids, status,
       error_detail, finished_at)
     select r.workspace_id, r.id, a.id, a.platform, a.kind, 'measure', r.slot, array[ap.post_id],
       case when r.status = 'running' then 'queued' else 'done' end, $2, r.finished_at
     from (select *, row_number() over (order by slot desc) as n from public.refresh_runs where workspace_id = $1) as r
     join (select *, row_number() over (order by external_id) as n from public.accounts where workspace_id = $1) as a using (n)
     join public.account_posts as ap on ap.account_id = a.id`,
    [workspaceId, marker],
  );
  await sql(
    `insert into public.post_days (workspace_id, post_id, day, first_at, captured_at, source, definition, views)
     select workspace_id, post_id, current_date, captured_at, captured_at, source, definition, views
     from public.post_latest where workspace_id = $1`,
    [workspaceId],
  );
  await fillCohort(supabase, workspaceId);
  await sql(
    `insert into public.workspace_days (workspace_id, day, platform, account_id, metric, gain, rebased, posts)
     select workspace_id, current_date, 'youtube', account_id, 'views', 1, 0, 1
     from public.account_posts where workspace_id = $1`,
    [workspaceId],
  );
  await sql(
    `with state as (insert into private.rollup_states (workspace_id, rolled_until) values ($1, current_date))
     insert into public.removals (workspace_id, what, rows)
     select $1, 'raw_events', 1 from public.posts where workspace_id = $1`,
    [workspaceId],
  );
  const scheduleIds = await ids(
    `with schedule as (
       insert into public.schedules (workspace_id, title) select $1, $2 from public.posts where workspace_id = $1 returning *
     ), post as (
       select *, row_number() over (order by id) as n from public.posts where workspace_id = $1
     ), numbered as (
       select *, row_number() over (order by id) as n from schedule
     ), reference as (
       insert into public.schedule_external (workspace_id, schedule_id, provider, ref_id, post_id)
       select $1, numbered.id, post.platform, post.external_id, post.id from numbered join post using (n)
     )
     select id from schedule where $2 <> ''`,
  );
  const state = `state of ${marker} ${workspaceId}`;
  await sql(
    `insert into private.connection_attempts (state_hash, user_id, workspace_id, connection, code_verifier)
     select sha256(convert_to($2, 'UTF8')), user_id, workspace_id, 'youtube', 'verifier'
     from public.workspace_members where workspace_id = $1 and role = 'owner'`,
    [workspaceId, state],
  );
  const rawEventIds = await ids(
    "select id from public.raw_events where workspace_id = $1 and $2 <> '' order by id",
  );
  const ingestRunIds = await fillIngest(supabase, workspaceId, marker);
  const events = rawEventIds.map(Number);
  return { accountIds, runIds, scheduleIds, rawEventIds: events, ingestRunIds, state };
}

/** Settings, a token, and for each post a run of ingest with a quarantined item. Returns the runs' ids. */
async function fillIngest({ sql }: Supabase, workspaceId: string, marker: string) {
  await sql(
    `with settings as (
       insert into public.ingest_settings (workspace_id, actor, input, token_hint)
       values ($1, 'owner~actor', jsonb_build_object('marker', $2::text), left($2, 4))
     )
     insert into private.ingest_tokens (workspace_id, ciphertext, key_id, credential) values ($1, $2, 'test', 'own')`,
    [workspaceId, marker],
  );
  const runs = await sql<{ id: string }>(
    `with run as (
       insert into public.ingest_runs (workspace_id, slot, trigger, actor, input, max_items, token_source, state,
         finished_at, error_detail)
       select $1, now() - make_interval(hours => 6 * n::int), 'schedule', 'owner~actor', '{}', 5, 'server',
         case when n = 1 then 'queued' else 'failed' end, case when n > 1 then now() end, $2
       from (select row_number() over (order by id) as n from public.posts where workspace_id = $1) as p
       returning id, slot
     ), held as (
       insert into public.ingest_quarantine (workspace_id, run_id, raw_event_id, code, detail)
       select $1, run.id, event.id, 'error_item', $2
       from (select *, row_number() over (order by id) as n from public.raw_events where workspace_id = $1) as event
       join (select *, row_number() over (order by slot) as n from run) as run using (n)
     ), post as (
       insert into private.ingest_posts (post_id, workspace_id, marks)
       select id, workspace_id, '{}' from public.posts where workspace_id = $1
     )
     select id from run order by slot desc`,
    [workspaceId, marker],
  );
  return runs.map(({ id }) => id);
}

/** A run of ingest. An ended one has failed. Returns its id. */
export async function addIngestRun(
  { sql }: Supabase,
  workspaceId: string,
  { marker, ended }: { marker: string; ended: boolean },
) {
  if (!ended) {
    // One under way a workspace.
    await sql(
      "update public.ingest_runs set state = 'cancelled', finished_at = now() where workspace_id = $1 and finished_at is null",
      [workspaceId],
    );
  }
  const [made] = await sql<{ id: string }>(
    `insert into public.ingest_runs (workspace_id, slot, trigger, actor, input, max_items, token_source, state,
       finished_at, error_detail, created_at)
     values ($1, clock_timestamp(), 'schedule', 'owner~actor', '{}', 5, 'server',
       case when $3::boolean then 'failed' else 'queued' end, case when $3 then now() end, $2, now() - interval '1 day')
     returning id`,
    [workspaceId, marker, ended],
  );
  if (!made) throw new Error("No run was made.");
  return made.id;
}

/** A run under way, with its marker in a queued unit. Returns its id. */
export async function addRun(supabase: Supabase, workspaceId: string, marker: string) {
  const [made] = await supabase.sql<{ id: string }>(
    `with run as (
       insert into public.refresh_runs (workspace_id, trigger, slot, planned) values ($1, 'post', now(), 1) returning *
     ), unit as (
       insert into public.refresh_units (workspace_id, run_id, platform, task, slot, error_code, error_detail)
       select workspace_id, id, 'youtube', 'measure', slot, 'pending', $2 from run
     )
     select id from run`,
    [workspaceId, marker],
  );
  if (!made) throw new Error("No run was made.");
  return made.id;
}

/** A schedule of the workspace's first post, whose numbers are there already. Returns its id. */
export async function addSchedule(supabase: Supabase, workspaceId: string, marker: string) {
  const [made] = await supabase.sql<{ id: string }>(
    `with schedule as (
       insert into public.schedules (workspace_id, title) values ($1, $2) returning *
     ), reference as (
       insert into public.schedule_external (workspace_id, schedule_id, provider, ref_id, post_id)
       select $1, schedule.id, post.platform, post.external_id, post.id from schedule
       cross join (select * from public.posts where workspace_id = $1 order by id limit 1) as post
     )
     select id from schedule`,
    [workspaceId, marker],
  );
  if (!made) throw new Error("No schedule was made.");
  return made.id;
}
