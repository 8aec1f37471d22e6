import type { Supabase } from "../../support/supabase.ts";
import { fillAlerts } from "./alerts-data.ts";
import { addCampaign } from "./campaign-data.ts";
import { fillConversations } from "./conversation-data.ts";
import { fillMeasured, type MeasuredData } from "./measured-data.ts";

export type WorkspaceData = {
  workspaceId: string;
  jobIds: string[];
  postIds: number[];
  campaignIds: string[];
  /** Open, for a viewer. */
  invitationId: string;
} & MeasuredData;

type Size = { rows: number; marker: string };

/**
 * Fills a workspace: `rows` rows in every table, each with `marker` somewhere in it. The first job
 * is queued, the others have ended with one failed row each.
 */
export async function fillWorkspace(
  supabase: Supabase,
  workspaceId: string,
  { rows, marker }: Size,
): Promise<WorkspaceData> {
  const posts = await supabase.sql<{ id: string }>(
    `insert into public.posts (workspace_id, platform, external_id, url, title)
     select $1, 'youtube', $2 || n, 'https://www.youtube.com/watch?v=' || $2 || n, $2
     from generate_series(1, $3::int) as n returning id`,
    [workspaceId, marker, rows],
  );
  await supabase.sql(
    `insert into public.raw_events
       (workspace_id, source, run_ref, external_id, is_simulated, payload, payload_hash)
     select workspace_id, 'youtube_data', 'job:' || external_id || ':1', external_id, false,
       jsonb_build_object('marker', $2::text), sha256(external_id::bytea)
     from public.posts where workspace_id = $1`,
    [workspaceId, marker],
  );
  await supabase.sql(
    `with snapshot as (
       insert into public.post_metrics
         (workspace_id, post_id, bucket_at, source, captured_at, impressions, reach, views, likes,
          comments, shares, saves, clicks, video_views, definition, is_simulated)
       select workspace_id, id, now(), 'youtube_data', now(), 1, 1, 1, 1, 1, 1, 1, 1, 1,
         'youtube_data.2025-03-31', false
       from public.posts where workspace_id = $1 returning *)
     insert into public.post_latest
     select post_id, workspace_id, bucket_at, source, captured_at, impressions, reach, views, likes,
       comments, shares, saves, clicks, video_views, absent, definition, is_simulated
     from snapshot`,
    [workspaceId],
  );
  const jobIds: string[] = [];
  const campaignIds: string[] = [];
  for (const { id } of posts) {
    campaignIds.push(await addCampaign(supabase, workspaceId, { marker, postId: Number(id) }));
    const state = jobIds.length === 0 ? "queued" : "ended";
    jobIds.push(await addJob(supabase, workspaceId, { state, marker, postId: Number(id) }));
  }
  await fillConversations(supabase, workspaceId, marker);
  await fillAlerts(supabase, workspaceId, { rows, marker });
  const measured = await fillMeasured(supabase, workspaceId, marker);
  const invitationId = await addInvitation(supabase, workspaceId, marker);
  const postIds = posts.map(({ id }) => Number(id));
  return { workspaceId, jobIds, postIds, campaignIds, invitationId, ...measured };
}

type Job = { state: "queued" | "ended"; marker: string; postId?: number };

/** A job of one row and one rejected row. An ended one has failed on its row. Returns its id. */
export async function addJob(supabase: Supabase, workspaceId: string, job: Job) {
  const ended = job.state === "ended";
  const [made] = await supabase.sql<{ id: string }>(
    `with job as (
       insert into public.jobs (workspace_id, source_filename, source_kind, upload_columns,
         extra_columns, total_rows, rejected_rows, failed_rows, status, run_number, run_started_at)
       values ($1, $2 || '.csv', 'csv', '{url}', '{}', 1, 1, $3::int,
         case $3::int when 1 then 'completed'::public.job_status else 'queued' end, $3::int, now())
       returning id
     ), lane as (
       insert into public.job_lanes (workspace_id, job_id, platform) select $1, id, 'youtube' from job
     ), rejection as (
       insert into public.job_rejections
         (workspace_id, job_id, row_number, problem, field, found, expected, cells)
       select $1, id, 2, 'platform_unknown', 'url', $2, 'a link', array[$2] from job
     ), link as (
       insert into public.job_rows
         (workspace_id, job_id, row_number, platform, url, uploaded_url, extra, status, error_code, post_id)
       select $1, id, 1, 'youtube', $2, $2, '{}',
         case $3::int when 1 then 'failed'::public.row_status else 'queued' end,
         case $3::int when 1 then 'not_found' end, $4
       from job
     )
     select id from job`,
    [workspaceId, job.marker, ended ? 1 : 0, job.postId ?? null],
  );
  if (!made) throw new Error("No job was made.");
  return made.id;
}

/** An open invitation for a viewer. Returns its id. */
export async function addInvitation(supabase: Supabase, workspaceId: string, marker: string) {
  const [made] = await supabase.sql<{ id: string }>(
    `insert into public.invitations (workspace_id, role, email, secret_hash, expires_at)
     values ($1::uuid, 'viewer', $2 || '@example.test', sha256(gen_random_uuid()::text::bytea), now() + interval '7 days') returning id`,
    [workspaceId, marker],
  );
  if (!made) throw new Error("No invitation was made.");
  return made.id;
}

/** A connected YouTube channel. Returns its id. */
export async function addAccount(
  supabase: Supabase,
  workspaceId: string,
  { connectedBy, marker }: { connectedBy: string; marker: string },
) {
  const [made] = await supabase.sql<{ id: string }>(
    `insert into public.accounts (workspace_id, platform, kind, connection, external_id, name, status,
       connected_by, is_simulated)
     values ($1, 'youtube', 'youtube_channel', 'youtube', 'UC' || gen_random_uuid(), $2, 'connected', $3, false)
     returning id`,
    [workspaceId, marker, connectedBy],
  );
  if (!made) throw new Error("No account was made.");
  return made.id;
}
