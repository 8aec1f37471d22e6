-- Measuring again. A slot becomes one run a workspace; a run is units of work,
-- each a list of an account's posts or a batch to measure; a worker leases
-- units, asks the platform, settles them. The slot is the time bucket of every
-- snapshot, so that however often a slot is delivered it makes one of each.
create table public.refresh_runs (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  trigger text not null check (trigger in ('schedule', 'account', 'post')),
  slot timestamptz not null,
  requested_by uuid references auth.users (id) on delete set null,
  planned int not null default 0,
  measured int not null default 0,
  gone int not null default 0,
  failed int not null default 0,
  skipped jsonb not null default '{}',
  found int not null default 0,
  calls int not null default 0,
  status text not null default 'running' check (status in ('running', 'completed', 'cancelled', 'superseded')),
  is_simulated boolean not null default false,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint an_end_has_a_time check ((status = 'running') = (finished_at is null))
);
comment on table public.refresh_runs is 'One measuring of a workspace''s posts: of a slot of the schedule, of an account on demand, of single posts.';
comment on column public.refresh_runs.slot is 'The time bucket of its snapshots, UTC: the schedule''s slot, or when it was asked for.';
comment on column public.refresh_runs.planned is 'Posts that were due. planned = measured + gone + failed + what is still open or was not tried (see skipped).';
comment on column public.refresh_runs.skipped is 'Posts not measured, by reason: not_due, backed_off, gone, needs_reconnect, superseded, cancelled.';
comment on column public.refresh_runs.found is 'Posts seen for the first time.';
comment on column public.refresh_runs.calls is 'Requests (or quota units) spent, failed ones too.';
create unique index one_run_a_slot on public.refresh_runs (workspace_id, slot) where trigger = 'schedule';
create index refresh_runs_workspace_idx on public.refresh_runs (workspace_id, created_at desc);
create index refresh_runs_requested_by_idx on public.refresh_runs (requested_by);
create index refresh_runs_finished_idx on public.refresh_runs (finished_at desc) where trigger = 'schedule';

create table public.refresh_units (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  run_id uuid not null,
  account_id uuid,
  platform public.platform not null,
  kind public.account_kind,
  task text not null check (task in ('list', 'measure')),
  turn int not null default 0,
  slot timestamptz not null,
  post_ids bigint[] not null default '{}',
  resume_ref text,
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed', 'skipped')),
  lease_token uuid,
  leased_until timestamptz,
  not_before timestamptz,
  attempts int not null default 0,
  lost int not null default 0,
  measured int not null default 0,
  gone int not null default 0,
  failed int not null default 0,
  calls int not null default 0,
  error_code text,
  error_detail text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint a_lease_has_an_end check ((status = 'running') = (lease_token is not null and leased_until is not null))
);
comment on table public.refresh_units is 'The pieces of a run: list an account''s posts, or measure a batch of them. Removed after 30 days; the run keeps the sums.';
comment on column public.refresh_units.account_id is 'Null: posts measured without an account, as the public sees them.';
comment on column public.refresh_units.turn is 'Units with a lower turn go first: the first of every workspace, then the second of every one.';
comment on column public.refresh_units.resume_ref is 'Where to go on: the next page of a list, or a provider''s run that already works.';
comment on column public.refresh_units.lost is 'How often a worker ended while it held this unit. Four times: failed.';
alter table public.refresh_runs add constraint refresh_runs_workspace_key unique (workspace_id, id);
alter table public.refresh_units
  add foreign key (workspace_id, run_id) references public.refresh_runs (workspace_id, id) on delete cascade,
  add foreign key (workspace_id, account_id) references public.accounts (workspace_id, id) on delete cascade;
create index refresh_units_queue_idx on public.refresh_units (turn, id) where status = 'queued';
create index refresh_units_lease_idx on public.refresh_units (leased_until) where status = 'running';
create index refresh_units_run_idx on public.refresh_units (workspace_id, run_id);
create index refresh_units_account_idx on public.refresh_units (workspace_id, account_id, id desc);
create index refresh_units_open_idx on public.refresh_units (run_id) where status in ('queued', 'running');

create table private.schedule_slots (
  schedule text not null,
  slot timestamptz not null,
  run_id uuid not null default gen_random_uuid(),
  planned_at timestamptz not null default now(),
  primary key (schedule, slot)
);
comment on table private.schedule_slots is 'Each slot of a schedule that was planned, once. Its id names the whole in the cron''s answer.';
alter table private.schedule_slots enable row level security;
grant select, insert on private.schedule_slots to service_role;

alter table public.refresh_runs enable row level security;
alter table public.refresh_units enable row level security;
grant select on public.refresh_runs, public.refresh_units to authenticated, service_role;
grant insert, update on public.refresh_runs, public.refresh_units to service_role;
create policy "Members read their runs" on public.refresh_runs
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their units" on public.refresh_units
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));

create function private.add_skipped(skipped jsonb, reason text, posts int) returns jsonb
language sql immutable
set search_path = ''
as $$
  select case when posts > 0
    then skipped || jsonb_build_object(reason, coalesce((skipped ->> reason)::int, 0) + posts)
    else skipped end
$$;
comment on function private.add_skipped is 'Counts posts under a reason in refresh_runs.skipped.';

create function private.finish_run(run uuid) returns void
language sql
set search_path = ''
as $$
  update public.refresh_runs as r set status = 'completed', finished_at = clock_timestamp()
  where r.id = run and r.status = 'running'
    and not exists (select from public.refresh_units as u where u.run_id = run and u.status in ('queued', 'running'))
$$;
comment on function private.finish_run is 'Ends a run whose last unit has ended.';

-- Units that will not be worked on, with the reason: cancelled, overtaken by a
-- newer slot, or without a token.
create function private.skip_units(units bigint[], reason text, detail text) returns int
language plpgsql
set search_path = ''
as $$
declare
  run record;
  skipped int := 0;
begin
  for run in
    with gone as (
      update public.refresh_units as u set
        status = 'skipped', error_code = reason, error_detail = detail, finished_at = clock_timestamp(),
        lease_token = null, leased_until = null
      where u.id in (
        select id from public.refresh_units where id = any (units) and status in ('queued', 'running') order by id for update)
      returning u.run_id, cardinality(u.post_ids) as posts
    )
    select run_id, count(*)::int as units, sum(posts)::int as posts from gone group by run_id order by run_id
  loop
    update public.refresh_runs as r set skipped = private.add_skipped(r.skipped, reason, run.posts) where r.id = run.run_id;
    perform private.finish_run(run.run_id);
    skipped := skipped + run.units;
  end loop;
  return skipped;
end
$$;
comment on function private.skip_units is 'Ends open units without working on them. Returns how many.';

-- Puts the due posts of an account into units of one call each.
create function private.plan_measuring(run public.refresh_runs, account public.accounts, batch_size int, quota_used real)
returns int
language plpgsql
set search_path = ''
as $$
declare
  due bigint[];
  counts record;
  first_turn int := coalesce((select max(turn) from public.refresh_units as u
    where u.workspace_id = run.workspace_id and u.run_id = run.id), 0) + 1;
begin
  with state as (
    select a.post_id, p.published_at,
      case
        when a.gone_at is not null then 'gone'
        when a.retry_at > run.slot then 'backed_off'
        when run.trigger = 'schedule' and not private.is_due(run.slot, p.published_at, a.measured_slot, quota_used)
          then 'not_due'
        when run.trigger = 'account' and p.published_at < run.slot - interval '30 days' then 'not_due'
      end as reason
    from public.account_posts as a
    join public.posts as p on p.id = a.post_id and p.workspace_id = a.workspace_id
    where a.workspace_id = run.workspace_id and a.account_id = account.id
  )
  select array_agg(post_id order by published_at desc nulls last, post_id) filter (where reason is null) as due,
    count(*) filter (where reason = 'gone')::int as gone, count(*) filter (where reason = 'backed_off')::int as backed_off,
    count(*) filter (where reason = 'not_due')::int as not_due
  into counts from state;
  due := coalesce(counts.due, '{}');

  insert into public.refresh_units (workspace_id, run_id, account_id, platform, kind, task, turn, slot, post_ids)
  select run.workspace_id, run.id, account.id, account.platform, account.kind, 'measure', first_turn + n, run.slot,
    due[n * batch_size + 1 : (n + 1) * batch_size]
  from generate_series(0, ceil(cardinality(due)::numeric / batch_size)::int - 1) as n;

  update public.refresh_runs as r set
    planned = r.planned + cardinality(due),
    skipped = private.add_skipped(private.add_skipped(private.add_skipped(
      r.skipped, 'gone', counts.gone), 'backed_off', counts.backed_off), 'not_due', counts.not_due)
  where r.id = run.id;
  return cardinality(due);
end
$$;
comment on function private.plan_measuring is 'Queues the account''s due posts, newest first, and counts the others by reason. Returns how many are due.';

grant execute on function private.add_skipped, private.finish_run, private.skip_units, private.plan_measuring to service_role;
