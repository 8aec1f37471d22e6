-- Jobs tell rows by where they stand in the file, and those with failed rows can be asked for.

alter table public.jobs add column file_rows int[];
comment on column public.jobs.file_rows is
  'Where data rows stand in the file, as a spreadsheet numbers them: pairs of a row_number and its row in the file, from which on rows follow one another. Null: unknown, or no file.';

create or replace function private.create_job(upload jsonb) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  new_job uuid := gen_random_uuid();
  workspace uuid := (upload ->> 'workspace_id')::uuid;
begin
  perform private.require_role(workspace, 'member');
  if jsonb_array_length(upload -> 'rows') = 0 then
    perform private.fail(422, 'No row of this file can be used.');
  end if;

  insert into public.jobs (
    id, workspace_id, created_by, source_filename, source_kind, sheet, upload_columns, extra_columns,
    file_rows, total_rows, rejected_rows, duplicate_rows)
  select
    new_job, workspace, auth.uid(), job.source_filename, job.source_kind, job.sheet, job.upload_columns,
    job.extra_columns, job.file_rows, jsonb_array_length(upload -> 'rows'),
    coalesce((select count(*) from jsonb_array_elements(upload -> 'rejected') r where r ->> 'problem' <> 'duplicate'), 0),
    coalesce((select count(*) from jsonb_array_elements(upload -> 'rejected') r where r ->> 'problem' = 'duplicate'), 0)
  from jsonb_to_record(upload) as job (
    source_filename text, source_kind text, sheet text, upload_columns text[], extra_columns text[], file_rows int[]);

  insert into public.job_rows (
    workspace_id, job_id, row_number, platform, url, uploaded_url, external_id, extra)
  select workspace, new_job, link.row_number, link.platform, link.url, link.uploaded_url, link.external_id, link.extra
  from jsonb_to_recordset(upload -> 'rows') as link (
    row_number int, platform public.platform, url text, uploaded_url text, external_id text, extra text[]);

  insert into public.job_rejections (workspace_id, job_id, row_number, problem, field, found, expected, cells)
  select workspace, new_job, bad.row_number, bad.problem, bad.field, bad.found, bad.expected, bad.cells
  from jsonb_to_recordset(upload -> 'rejected') as bad (
    row_number int, problem text, field text, found text, expected text, cells text[]);

  insert into public.job_lanes (workspace_id, job_id, platform)
  select distinct workspace, new_job, (link ->> 'platform')::public.platform
  from jsonb_array_elements(upload -> 'rows') as link;
  return new_job;
end
$$;
comment on function public.create_job is
  'Makes a queued job of a checked upload: {workspace_id, source_filename, source_kind, sheet, upload_columns, extra_columns, file_rows, rows, rejected}. All or nothing. Returns its id.';

drop function public.list_jobs(uuid, text, public.job_status, int, int);
create function public.list_jobs(
  workspace uuid, search text default null, status public.job_status default null, skip int default 0, take int default 20,
  with_failures boolean default false)
returns jsonb
language sql stable
set search_path = ''
as $$
  with wanted as materialized (
    select j.id, j.source_filename, j.source_kind, j.status, j.total_rows, j.rejected_rows, j.duplicate_rows,
      j.succeeded_rows, j.failed_rows, j.is_simulated, j.run_number, j.run_started_at, j.finished_at,
      j.created_at, j.updated_at, j.created_by
    from public.jobs as j
    where j.workspace_id = list_jobs.workspace
      and j.workspace_id = any (array(select private.my_workspaces()))
      and (list_jobs.status is null or j.status = list_jobs.status)
      and (not list_jobs.with_failures or j.failed_rows > 0 or j.status = 'failed')
      and (list_jobs.search is null or j.source_filename ilike all (private.like_patterns(list_jobs.search)))
  )
  select jsonb_build_object(
    'total', (select count(*) from wanted),
    'items', coalesce((
      select jsonb_agg(page order by page.created_at desc, page.id)
      from (select wanted.*, profile.email as created_by_email
        from wanted left join public.profiles as profile on profile.user_id = wanted.created_by
        order by wanted.created_at desc, wanted.id limit take offset skip) as page), '[]'))
$$;
comment on function public.list_jobs is
  'A page of a workspace''s jobs, newest first, with the total: {total, items}. with_failures: only those that have failed rows or failed as a whole.';
grant execute on function public.list_jobs to authenticated;
