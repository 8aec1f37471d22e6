-- A job is one uploaded file of links; a job row is one accepted link and also
-- a unit of work. Rejected rows are kept as they were, with the reason.
create type public.job_status as enum ('queued', 'running', 'completed', 'failed', 'cancelled');
create type public.row_status as enum ('queued', 'running', 'succeeded', 'failed');

create table public.jobs (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  created_by uuid references auth.users (id) on delete set null,
  source_filename text not null check (source_filename <> ''),
  source_kind text not null check (source_kind in ('csv', 'xlsx', 'paste')),
  sheet text,
  upload_columns text[] not null,
  extra_columns text[] not null,
  status public.job_status not null default 'queued',
  error text,
  total_rows int not null check (total_rows > 0),
  rejected_rows int not null default 0,
  duplicate_rows int not null default 0,
  succeeded_rows int not null default 0,
  failed_rows int not null default 0,
  views_sum numeric not null default 0,
  views_rows int not null default 0,
  likes_sum numeric not null default 0,
  likes_rows int not null default 0,
  comments_sum numeric not null default 0,
  comments_rows int not null default 0,
  is_simulated boolean not null default false,
  run_number int not null default 0,
  run_started_at timestamptz,
  resumed_at timestamptz,
  resumed_from_rows int not null default 0,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  check (succeeded_rows >= 0 and failed_rows >= 0 and succeeded_rows + failed_rows <= total_rows)
);
comment on table public.jobs is 'One uploaded file of links and the state of its run. A failing row never fails the job.';
comment on column public.jobs.upload_columns is 'Header names of the file, in order: the shape of the rejected rows.';
comment on column public.jobs.extra_columns is 'Header names of the kept columns, in the order of job_rows.extra.';
comment on column public.jobs.total_rows is 'Accepted rows: rejected and duplicate ones are not among them.';
comment on column public.jobs.views_sum is 'Sum over this run''s rows that have views; views_rows says how many have.';
comment on column public.jobs.is_simulated is 'True when any row of this run was answered by the simulator.';
comment on column public.jobs.run_number is 'Counts the runs: running again measures every row anew.';
comment on column public.jobs.run_started_at is 'Start of this run, and the time bucket of its snapshots.';
comment on column public.jobs.resumed_at is 'When rows were last set going; with resumed_from_rows, the base of rows per second.';
create index jobs_newest_idx on public.jobs (workspace_id, created_at desc, id);
create index jobs_running_idx on public.jobs (id) where status = 'running';
create index jobs_created_by_idx on public.jobs (created_by);

create table public.job_rows (
  workspace_id uuid not null,
  job_id uuid not null,
  row_number int not null check (row_number > 0),
  platform public.platform not null,
  url text not null,
  uploaded_url text not null,
  external_id text,
  extra text[] not null,
  status public.row_status not null default 'queued',
  attempts smallint not null default 0,
  lost smallint not null default 0,
  not_before timestamptz,
  lease_token uuid,
  leased_until timestamptz,
  pending_ref text,
  error_code text,
  error_detail text,
  post_id bigint,
  source text,
  bucket_at timestamptz,
  previous_source text,
  previous_bucket_at timestamptz,
  primary key (workspace_id, job_id, row_number),
  foreign key (workspace_id, job_id) references public.jobs (workspace_id, id) on delete cascade,
  check ((status = 'running') = (lease_token is not null)),
  check (status <> 'failed' or error_code is not null),
  check (status <> 'succeeded' or source is not null)
);
comment on table public.job_rows is 'One accepted link of a job: what was asked for, and which snapshot answered it.';
comment on column public.job_rows.row_number is '1-based over the data rows of the file; header and blank rows are not counted.';
comment on column public.job_rows.url is 'Canonical link; for a short link, the link until the job has resolved it.';
comment on column public.job_rows.uploaded_url is 'The link as it stood in the file.';
comment on column public.job_rows.extra is 'Cells of the kept columns: jobs.extra_columns names them.';
comment on column public.job_rows.attempts is 'Calls for this row that the provider refused or broke off in this run.';
comment on column public.job_rows.lost is 'Workers that died holding this row: it is then tried in ever smaller company, and given up at 4.';
comment on column public.job_rows.not_before is 'A queued row waits until then.';
comment on column public.job_rows.error_code is 'Why it failed; on a queued row, what it waits for.';
comment on column public.job_rows.post_id is
  'The post it turned out to be. No foreign key: a post goes only with its workspace, and so does the row.';
comment on column public.job_rows.bucket_at is 'With post_id and source: the snapshot in post_metrics that answered this row.';
comment on column public.job_rows.previous_bucket_at is 'The same for the run before.';
create index job_rows_queue_idx on public.job_rows (job_id, platform, lost, row_number) where status = 'queued';
create index job_rows_lease_idx on public.job_rows (leased_until) where status = 'running';
create index job_rows_failed_idx on public.job_rows (job_id, error_code) where status = 'failed';
alter table public.job_rows set (fillfactor = 70);

create table public.job_rejections (
  workspace_id uuid not null,
  job_id uuid not null,
  row_number int not null,
  problem text not null,
  field text not null,
  found text not null,
  expected text not null,
  cells text[] not null,
  primary key (workspace_id, job_id, row_number),
  foreign key (workspace_id, job_id) references public.jobs (workspace_id, id) on delete cascade
);
comment on table public.job_rejections is 'Rows of the file that were not taken, duplicates included: what was found, what was expected, and the cells as they were.';

-- One lane a job and platform: the unit of fairness, and of waiting.
create table public.job_lanes (
  workspace_id uuid not null,
  job_id uuid not null,
  platform public.platform not null,
  last_claimed_at timestamptz,
  waits_for text,
  waits_until timestamptz,
  primary key (job_id, platform),
  foreign key (workspace_id, job_id) references public.jobs (workspace_id, id) on delete cascade
);
comment on table public.job_lanes is 'Which platforms a job has rows for. Workspaces take turns by when their lanes were last served.';
comment on column public.job_lanes.waits_for is 'What a lane waits for: quota, rate_limited or provider_error. Null: nothing.';
comment on column public.job_lanes.waits_until is 'When a waiting lane goes on by itself.';
create index job_lanes_workspace_idx on public.job_lanes (workspace_id, job_id);

alter table public.jobs enable row level security;
alter table public.job_rows enable row level security;
alter table public.job_rejections enable row level security;
alter table public.job_lanes enable row level security;

grant select on public.jobs, public.job_rows, public.job_rejections, public.job_lanes to authenticated, service_role;
grant update on public.jobs, public.job_rows, public.job_lanes to service_role;

create policy "Members read their jobs" on public.jobs
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their job rows" on public.job_rows
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their rejected rows" on public.job_rejections
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their job lanes" on public.job_lanes
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
