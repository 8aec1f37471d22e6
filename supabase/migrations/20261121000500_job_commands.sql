-- What people do with jobs. Members may only read the tables; every change goes
-- through one of these functions, which check the role and the job's state.
-- The definer functions in private write what the caller may not write directly.

create function private.my_job(job uuid, needed public.workspace_role) returns public.jobs
language plpgsql
set search_path = ''
as $$
declare
  found_job public.jobs;
begin
  select * into found_job from public.jobs
  where id = job and private.my_role(workspace_id) is not null
  for update;
  if not found then
    perform private.fail(404, 'There is no such job.');
  end if;
  perform private.require_role(found_job.workspace_id, needed);
  return found_job;
end
$$;
comment on function private.my_job is 'The job, locked, if the caller has the role in its workspace. Raises 404 or 403.';

create function private.create_job(upload jsonb) returns uuid
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
    total_rows, rejected_rows, duplicate_rows)
  select
    new_job, workspace, auth.uid(), job.source_filename, job.source_kind, job.sheet, job.upload_columns,
    job.extra_columns, jsonb_array_length(upload -> 'rows'),
    coalesce((select count(*) from jsonb_array_elements(upload -> 'rejected') r where r ->> 'problem' <> 'duplicate'), 0),
    coalesce((select count(*) from jsonb_array_elements(upload -> 'rejected') r where r ->> 'problem' = 'duplicate'), 0)
  from jsonb_to_record(upload) as job (
    source_filename text, source_kind text, sheet text, upload_columns text[], extra_columns text[]);

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

create function public.create_job(upload jsonb) returns uuid
language sql
set search_path = ''
set statement_timeout = '60s'
as $$ select private.create_job(upload); $$;
comment on function public.create_job is
  'Makes a queued job of a checked upload: {workspace_id, source_filename, source_kind, sheet, upload_columns, extra_columns, rows, rejected}. All or nothing. Returns its id.';

create function private.run_job(job uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  current public.jobs := private.my_job(job, 'member');
begin
  if current.status = 'running' then
    perform private.fail(409, 'This job is already running.');
  elsif current.status in ('completed', 'failed') then
    perform private.fail(409, 'This job is already finished. Retry its failed rows, or run it again.');
  end if;
  update public.jobs set
    status = 'running',
    run_number = greatest(run_number, 1),
    run_started_at = coalesce(run_started_at, now()),
    resumed_at = now(),
    resumed_from_rows = succeeded_rows + failed_rows,
    finished_at = null,
    updated_at = now()
  where id = job;
end
$$;

create function public.run_job(job uuid) returns void
language sql
set search_path = ''
as $$ select private.run_job(job); $$;
comment on function public.run_job is 'Starts a queued job or resumes a cancelled one. 409 when it is running or finished.';

create function private.cancel_job(job uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  current public.jobs := private.my_job(job, 'member');
begin
  if current.status not in ('queued', 'running') then
    perform private.fail(409, format('This job is %s: there is nothing to cancel.', current.status));
  end if;
  update public.jobs set status = 'cancelled', finished_at = now(), updated_at = now() where id = job;
end
$$;

create function public.cancel_job(job uuid) returns void
language sql
set search_path = ''
as $$ select private.cancel_job(job); $$;
comment on function public.cancel_job is 'Stops a job: no further row is taken. Rows being fetched are still recorded. run_job resumes it.';

create function private.retry_job(job uuid, only_rows int[]) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  current public.jobs := private.my_job(job, 'member');
  retried int;
begin
  update public.job_rows set
    status = 'queued', attempts = 0, lost = 0, not_before = null, pending_ref = null,
    error_code = null, error_detail = null
  where workspace_id = current.workspace_id and job_id = job and status = 'failed'
    and (only_rows is null or row_number = any (only_rows));
  get diagnostics retried = row_count;
  if retried = 0 then
    perform private.fail(409, 'No row of this job has failed, so there is nothing to retry.');
  end if;
  update public.jobs set
    status = 'running', error = null,
    failed_rows = failed_rows - retried,
    resumed_at = now(),
    resumed_from_rows = succeeded_rows + failed_rows - retried,
    finished_at = null,
    updated_at = now()
  where id = job;
  return retried;
end
$$;

create function public.retry_job(job uuid, only_rows int[] default null) returns int
language sql
set search_path = ''
as $$ select private.retry_job(job, only_rows); $$;
comment on function public.retry_job is 'Queues the failed rows again (or those of the given numbers) and goes on. Returns how many.';

create function private.rerun_job(job uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  current public.jobs := private.my_job(job, 'member');
begin
  if current.status not in ('completed', 'failed', 'cancelled') then
    perform private.fail(409, format('This job is %s: it can be run again once it has ended.', current.status));
  end if;
  -- A worker of the cancelled run may still hold rows: its token dies here.
  update public.job_rows set
    status = 'queued', attempts = 0, lost = 0, not_before = null, pending_ref = null,
    lease_token = null, leased_until = null, error_code = null, error_detail = null,
    previous_source = coalesce(source, previous_source),
    previous_bucket_at = coalesce(bucket_at, previous_bucket_at),
    source = null, bucket_at = null
  where workspace_id = current.workspace_id and job_id = job;
  update public.jobs set
    status = 'running', error = null, run_number = run_number + 1,
    succeeded_rows = 0, failed_rows = 0, is_simulated = false,
    views_sum = 0, views_rows = 0, likes_sum = 0, likes_rows = 0, comments_sum = 0, comments_rows = 0,
    run_started_at = now(), resumed_at = now(), resumed_from_rows = 0, finished_at = null, updated_at = now()
  where id = job;
  update public.job_lanes set waits_for = null, waits_until = null where job_id = job;
end
$$;

create function public.rerun_job(job uuid) returns void
language sql
set search_path = ''
set statement_timeout = '60s'
as $$ select private.rerun_job(job); $$;
comment on function public.rerun_job is 'Measures every row of an ended job anew. The snapshots of the run before are kept and compared with.';

create function private.delete_job(job uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  current public.jobs := private.my_job(job, 'member');
begin
  if current.status = 'running' then
    perform private.fail(409, 'A running job cannot be deleted. Cancel it first.');
  end if;
  delete from public.jobs where id = job;
end
$$;

create function public.delete_job(job uuid) returns void
language sql
set search_path = ''
set statement_timeout = '60s'
as $$ select private.delete_job(job); $$;
comment on function public.delete_job is 'Deletes a job with its rows. Posts and their snapshots stay.';

grant execute on function
  private.create_job, private.run_job, private.cancel_job, private.retry_job, private.rerun_job, private.delete_job,
  public.create_job, public.run_job, public.cancel_job, public.retry_job, public.rerun_job, public.delete_job
  to authenticated;
