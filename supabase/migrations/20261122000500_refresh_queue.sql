-- The queue of measuring: plan a slot, lease units, settle them. Locks are taken
-- in one order everywhere, so that workers never wait for each other in a
-- circle: units, then runs, then the account's budget, then the server's.
create function private.schedule_clock() returns timestamptz
language sql
set search_path = ''
as $$ select clock_timestamp() $$;
comment on function private.schedule_clock is 'What time the schedule goes by. A function of its own, so that a database can be put forward.';

create function private.full_slot(instant timestamptz) returns timestamptz
language sql immutable
set search_path = ''
as $$ select date_bin('6 hours', instant, '2000-01-01 00:00:00+00') $$;
comment on function private.full_slot is 'The six-hourly slot that a moment lies in.';

create function private.plan_slot(slot timestamptz, full_slot boolean, only_workspace uuid) returns int
language plpgsql
set search_path = ''
as $$
#variable_conflict use_column
declare
  made int;
begin
  -- The insert makes simultaneous deliveries wait for each other here.
  if only_workspace is null then
    insert into private.schedule_slots (schedule, slot) values ('metrics', plan_slot.slot) on conflict do nothing;
  end if;

  -- Whatever an older slot did not get to is not measured for it any more: no point is invented.
  perform private.skip_units(array(
    select u.id from public.refresh_units as u
    join public.refresh_runs as r on r.workspace_id = u.workspace_id and r.id = u.run_id
    where u.status = 'queued' and r.trigger = 'schedule' and r.slot < plan_slot.slot
      and (full_slot or r.slot < plan_slot.slot - interval '6 hours')
      and (only_workspace is null or u.workspace_id = only_workspace)
    order by u.id), 'superseded', 'A newer slot began first.');

  with due as (
    select distinct a.workspace_id from public.accounts as a
    where (a.status = 'connected' or full_slot and a.status = 'needs_reconnect')
      and (only_workspace is null or a.workspace_id = only_workspace)
      and (full_slot or exists (
        select from public.account_posts as ap
        join public.posts as p on p.workspace_id = ap.workspace_id and p.id = ap.post_id
        where ap.workspace_id = a.workspace_id and ap.account_id = a.id and ap.gone_at is null
          and p.published_at > plan_slot.slot - interval '2 days'))
  ), run as (
    insert into public.refresh_runs (workspace_id, trigger, slot)
    select workspace_id, 'schedule', plan_slot.slot from due order by workspace_id
    on conflict (workspace_id, slot) where trigger = 'schedule' do nothing
    returning id, workspace_id
  ), unit as (
    insert into public.refresh_units (
      workspace_id, run_id, account_id, platform, kind, task, turn, slot, status, error_code, error_detail, finished_at)
    select a.workspace_id, run.id, a.id, a.platform, a.kind, case when full_slot then 'list' else 'plan' end,
      row_number() over (partition by a.workspace_id order by a.id) - 1, plan_slot.slot,
      case when a.status = 'connected' then 'queued' else 'skipped' end,
      case when a.status <> 'connected' then 'needs_reconnect' end,
      case when a.status <> 'connected' then a.problem_detail end,
      case when a.status <> 'connected' then clock_timestamp() end
    from run join public.accounts as a on a.workspace_id = run.workspace_id
    where a.status = 'connected' or full_slot and a.status = 'needs_reconnect'
    returning run_id
  )
  select count(*) into made from run;
  -- Runs of which nothing can be done end at once.
  perform private.finish_run(r.id) from public.refresh_runs as r
  where r.trigger = 'schedule' and r.slot = plan_slot.slot and r.status = 'running'
    and (only_workspace is null or r.workspace_id = only_workspace);
  return made;
end
$$;
alter table public.refresh_units drop constraint refresh_units_task_check;
alter table public.refresh_units add constraint refresh_units_task_check check (task in ('list', 'plan', 'measure'));
comment on column public.refresh_units.task is 'list: find posts, then plan them; plan: only choose which posts are due; measure: ask for a batch.';

create function public.plan_refresh(only_workspace uuid default null) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  hour constant timestamptz := date_trunc('hour', private.schedule_clock(), 'UTC');
  full_slot constant timestamptz := private.full_slot(hour);
  made int := 0;
begin
  if only_workspace is not null and not exists (select from public.workspaces where id = only_workspace) then
    perform private.fail(404, 'Workspace not found');
  end if;
  -- A full slot that was missed is made up for once, whenever the first delivery
  -- after it comes. It measures the young as well, so that its hour has nothing left.
  if only_workspace is not null or not exists (
    select from private.schedule_slots where schedule = 'metrics' and slot = full_slot) then
    made := private.plan_slot(full_slot, true, only_workspace);
    if only_workspace is null and hour > full_slot then
      insert into private.schedule_slots (schedule, slot) values ('metrics', hour) on conflict do nothing;
    end if;
  end if;
  if hour > full_slot and only_workspace is null and not exists (
    select from private.schedule_slots where schedule = 'metrics' and slot = hour) then
    made := made + private.plan_slot(hour, false, null);
  end if;
  return jsonb_build_object('slot', full_slot, 'runs', made, 'run_id', case when only_workspace is null then (
      select s.run_id from private.schedule_slots as s where s.schedule = 'metrics' and s.slot = full_slot)
    else (
      select r.id from public.refresh_runs as r
      where r.workspace_id = only_workspace and r.slot = full_slot and r.trigger = 'schedule') end);
end
$$;
comment on function public.plan_refresh is
  'Plans what is due now, once a slot however often it is called: every account each 6 hours, young posts each hour. Returns {slot, runs, run_id}. 404 for an unknown workspace.';

create function private.reserve_exactly(budget jsonb, wanted int) returns timestamptz
language plpgsql
set search_path = ''
as $$
declare
  b private.provider_budgets;
  instant timestamptz := clock_timestamp();
  today date := (instant at time zone (budget ->> 'quota_zone'))::date;
  quota int := (budget ->> 'daily_quota')::int;
  burst double precision := greatest((budget ->> 'burst')::double precision, 1);
  rate double precision := (budget ->> 'per_second')::double precision;
  needed double precision := least(wanted, burst);
begin
  insert into private.provider_budgets (provider, credential, tokens, quota_day)
  values (budget ->> 'provider', budget ->> 'credential', burst, today)
  on conflict do nothing;
  select * into b from private.provider_budgets
  where provider = budget ->> 'provider' and credential = budget ->> 'credential'
  for update;
  if b.blocked_until > instant then
    return b.blocked_until;
  end if;
  if b.quota_day <> today then
    b.quota_day := today;
    b.quota_spent := 0;
  end if;
  b.tokens := least(burst, b.tokens + greatest(0, extract(epoch from instant - b.refilled_at)) * rate);
  if b.tokens < needed then
    return instant + make_interval(secs => (needed - b.tokens) / rate);
  end if;
  b.blocked_until := null;
  b.block_reason := null;
  if quota - b.quota_spent < wanted then
    b.blocked_until := (today + 1)::timestamp at time zone (budget ->> 'quota_zone');
    b.block_reason := 'quota';
    wanted := 0;
    needed := 0;
  elsif b.failures >= 5 then
    -- The breaker: one probe a minute.
    b.blocked_until := instant + interval '1 minute';
    b.block_reason := 'provider_error';
  end if;
  update private.provider_budgets set
    tokens = b.tokens - needed, refilled_at = instant, quota_day = b.quota_day,
    quota_spent = b.quota_spent + wanted, blocked_until = b.blocked_until, block_reason = b.block_reason
  where provider = b.provider and credential = b.credential;
  return case when b.block_reason = 'quota' then b.blocked_until end;
end
$$;
comment on function private.reserve_exactly is
  'Takes all wanted calls out of a budget, or none: then returns when to ask again. Null: taken.';

create function private.recover_units() returns int
language plpgsql
set search_path = ''
as $$
declare
  recovered int := 0;
  given_up public.refresh_units;
begin
  -- A few turns later: should it be what kills workers, others come first.
  update public.refresh_units as u set
    status = 'queued', lost = u.lost + 1, turn = u.turn + 6, lease_token = null, leased_until = null
  where u.id in (
    select id from public.refresh_units where status = 'running' and leased_until < clock_timestamp()
    order by leased_until limit 1000 for update skip locked)
  and u.lost < 3;
  get diagnostics recovered = row_count;
  for given_up in
    update public.refresh_units as u set
      status = 'failed', lost = u.lost + 1, lease_token = null, leased_until = null, finished_at = clock_timestamp(),
      failed = cardinality(u.post_ids), error_code = 'internal',
      error_detail = 'Four workers ended while they held this.'
    where u.id in (
      select id from public.refresh_units where status = 'running' and leased_until < clock_timestamp() and lost >= 3
      order by leased_until limit 100 for update skip locked)
    returning u.*
  loop
    -- What is known of the account is measured without its list.
    insert into public.refresh_units (workspace_id, run_id, account_id, platform, kind, task, turn, slot)
    select given_up.workspace_id, given_up.run_id, given_up.account_id, given_up.platform, given_up.kind, 'plan',
      given_up.turn, given_up.slot
    where given_up.task = 'list';
    update public.refresh_runs set failed = failed + given_up.failed where id = given_up.run_id;
    perform private.finish_run(given_up.run_id);
    recovered := recovered + 1;
  end loop;
  return recovered;
end
$$;
comment on function private.recover_units is 'Frees units whose worker died, and gives up those that four workers died of. Returns how many.';

-- What a worker needs to know of a unit.
create function private.unit_order(u public.refresh_units, a public.accounts) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'unit_id', u.id, 'lease_token', u.lease_token, 'workspace_id', u.workspace_id, 'run_id', u.run_id, 'task', u.task,
    'platform', u.platform, 'kind', u.kind, 'slot', u.slot, 'attempts', u.attempts, 'resume_ref', u.resume_ref,
    'account', case when a.id is not null then jsonb_build_object(
      'id', a.id, 'external_id', a.external_id, 'connection', a.connection, 'scopes', a.scopes,
      'rejected_metrics', coalesce((
        select jsonb_agg(r.key) from jsonb_each(a.rejected_metrics) as r
        where (r.value ->> 'at')::timestamptz > now() - interval '1 day'), '[]')) end,
    -- Once a day all of 30 days, to see what changed; else from shortly before the newest post.
    'since', case when u.task = 'list' then greatest(u.slot - interval '30 days', case
      when a.listed_at > u.slot - interval '1 day' then (
        select max(p.published_at) - interval '2 days' from public.account_posts as ap
        join public.posts as p on p.workspace_id = ap.workspace_id and p.id = ap.post_id
        where ap.workspace_id = u.workspace_id and ap.account_id = u.account_id) end) end,
    'posts', coalesce((
      select jsonb_agg(jsonb_build_object(
        'post_id', p.id, 'external_id', p.external_id, 'api_id', coalesce(ap.api_id, p.external_id), 'url', p.url,
        'media_kind', p.media_kind, 'published_at', p.published_at) order by p.id)
      from public.posts as p
      left join public.account_posts as ap on ap.post_id = p.id
      where p.workspace_id = u.workspace_id and p.id = any (u.post_ids)), '[]'))
$$;

-- Why a queued unit is not worked on at all. Null: it is.
create function private.why_not(u public.refresh_units, a public.accounts, source jsonb) returns text
language sql stable
set search_path = ''
as $$
  select case
    when r.status = 'cancelled' then 'cancelled'
    -- Lists that ended late, retries and what a dead worker held: their slot is over as well.
    when r.trigger = 'schedule' and exists (
      select from public.refresh_runs as newer
      where newer.workspace_id = u.workspace_id and newer.trigger = 'schedule' and newer.slot > u.slot
        and newer.slot = private.full_slot(newer.slot)) then 'superseded'
    -- Who asked has long looked elsewhere; without an end nothing could be asked again.
    when r.trigger <> 'schedule' and r.created_at < clock_timestamp() - interval '6 hours' then 'superseded'
    when a.id is null and u.account_id is not null then 'cancelled'
    when a.status = 'needs_reconnect' then 'needs_reconnect'
    when a.status <> 'connected' then 'cancelled'
    when u.task = 'plan' then null
    when source is null or source ? 'unavailable' or a.is_simulated <> (source ->> 'simulated')::boolean then 'not_configured'
  end
  from public.refresh_runs as r where r.workspace_id = u.workspace_id and r.id = u.run_id
$$;

-- Ends a unit without a call: planned, skipped or failed, as the reason says.
create function private.close_unit(u public.refresh_units, a public.accounts, source jsonb, reason text) returns void
language plpgsql
set search_path = ''
as $$
begin
  if reason = 'not_configured' then
    perform private.fail_unit(u, reason, coalesce(source ->> 'unavailable', case
      when a.is_simulated then 'This account was connected at the simulator, which is switched off here.'
      else 'This is a real account, and this server only asks the simulator.' end));
  elsif reason is not null then
    perform private.skip_units(array[u.id], reason, case reason
      when 'superseded' then 'A newer slot began first, or it waited for more than six hours.' when 'needs_reconnect' then a.problem_detail end);
  else
    update public.refresh_units set status = 'done', finished_at = clock_timestamp() where id = u.id;
    -- While a slot before it still works on the account, its posts are measured by that: not twice.
    if source ? 'batch_size' and not exists (
      select from public.refresh_units as open
      join public.refresh_runs as earlier on earlier.workspace_id = open.workspace_id and earlier.id = open.run_id
      where open.workspace_id = u.workspace_id and open.account_id = u.account_id
        and open.status in ('queued', 'running') and earlier.trigger = 'schedule' and earlier.slot < u.slot) then
      perform private.plan_measuring(r, a, (source ->> 'batch_size')::int, private.quota_used(source -> 'app'))
      from public.refresh_runs as r where r.workspace_id = u.workspace_id and r.id = u.run_id;
    end if;
    perform private.finish_run(u.run_id);
  end if;
end
$$;
comment on function private.close_unit is 'Ends a unit that no call is made for.';

-- The account's own limit and the server's: both or neither. What the first gave
-- goes back when the second refuses, its lock as well.
create function private.reserve_both(source jsonb, account uuid, wanted int) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  wait timestamptz;
  whose text := 'account';
begin
  if account is not null then
    wait := private.reserve_exactly((source -> 'account') || jsonb_build_object('credential', account), wanted);
  end if;
  if wait is null then
    whose := 'app';
    wait := private.reserve_exactly(source -> 'app', wanted);
  end if;
  if wait is not null then
    raise exception using errcode = 'RFUSE';
  end if;
  return null;
exception when sqlstate 'RFUSE' then
  return jsonb_build_object('whose', whose, 'until', wait);
end
$$;
comment on function private.reserve_both is 'Null: taken out of both budgets. Else {whose: account or app, until}.';

create function public.claim_units(sources jsonb, take int, lease_seconds int) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  u public.refresh_units;
  a public.accounts;
  source jsonb;
  wanted int;
  wait jsonb;
  reason text;
  blocked jsonb := '{}';
  next_at timestamptz;
  claimed jsonb := '[]';
  looked int := 0;
begin
  perform private.recover_units();
  while jsonb_array_length(claimed) < take and looked < take * 20 loop
    looked := looked + 1;
    select * into u from public.refresh_units
    where status = 'queued' and (not_before is null or not_before <= clock_timestamp())
      and not blocked ? coalesce(kind::text, 'public_' || platform::text)
    order by turn, id limit 1
    for update skip locked;
    exit when not found;

    a := null;
    if u.account_id is not null then
      select * into a from public.accounts where workspace_id = u.workspace_id and id = u.account_id;
    end if;
    select value into source from jsonb_array_elements(sources)
    where value ->> 'key' = coalesce(u.kind::text, 'public_' || u.platform::text);
    reason := private.why_not(u, a, source);
    if reason is not null or u.task = 'plan' then
      -- One run a time, and none while a budget is held.
      if jsonb_array_length(claimed) = 0 then
        perform private.close_unit(u, a, source, reason);
        next_at := clock_timestamp();
      end if;
      exit;
    end if;

    wanted := case when u.task = 'list' then 1 else ceil(
      (source ->> 'calls_one')::numeric + ((source ->> 'calls_full')::numeric - (source ->> 'calls_one')::numeric)
      * (cardinality(u.post_ids) - 1) / greatest((source ->> 'batch_size')::numeric - 1, 1)) end;
    wait := private.reserve_both(source, a.id, wanted);
    if wait is not null then
      next_at := least(next_at, (wait ->> 'until')::timestamptz);
      if wait ->> 'whose' = 'account' then
        update public.refresh_units set not_before = (wait ->> 'until')::timestamptz
        where id in (
          select id from public.refresh_units
          where workspace_id = u.workspace_id and account_id = a.id and status = 'queued'
          order by id for update skip locked);
      else
        blocked := blocked || jsonb_build_object(source ->> 'key', wait -> 'until');
      end if;
      continue;
    end if;

    update public.refresh_units set
      status = 'running', lease_token = gen_random_uuid(), not_before = null,
      leased_until = clock_timestamp() + make_interval(secs => lease_seconds)
    where id = u.id returning * into u;
    claimed := claimed || private.unit_order(u, a);
  end loop;

  if jsonb_array_length(claimed) = 0 then
    select least(next_at, min(at)) into next_at from (
      select min(leased_until) as at from public.refresh_units where status = 'running'
      union all
      select min(coalesce(not_before, clock_timestamp())) from public.refresh_units
      where status = 'queued' and not blocked ? coalesce(kind::text, 'public_' || platform::text)
    ) as times;
  end if;
  return jsonb_build_object('units', claimed, 'next_in_seconds', case when jsonb_array_length(claimed) > 0 then 0
    when next_at is not null then greatest(0.01, extract(epoch from next_at - clock_timestamp())) end);
end
$$;
comment on function public.claim_units is
  'Leases up to `take` units: {units, next_in_seconds}. Sources are {key, batch_size, calls_one, calls_full, simulated, app: budget, account: budget} or {key, unavailable}; key is the account kind, or public_<platform>.';

create function private.quota_used(budget jsonb) returns real
language sql stable
set search_path = ''
as $$
  select coalesce((
    select quota_spent / nullif((budget ->> 'daily_quota')::real, 0) from private.provider_budgets
    where provider = budget ->> 'provider' and credential = budget ->> 'credential'
      and quota_day = (clock_timestamp() at time zone (budget ->> 'quota_zone'))::date), 0)::real
$$;
comment on function private.quota_used is 'Share of a budget''s quota of its day that is spent, 0 to 1.';

create function private.fail_unit(u public.refresh_units, code text, detail text) returns void
language sql
set search_path = ''
as $$
  update public.refresh_units set
    status = 'failed', error_code = code, error_detail = detail, failed = cardinality(post_ids),
    finished_at = clock_timestamp(), lease_token = null, leased_until = null
  where id = u.id;
  update public.refresh_runs set failed = failed + cardinality(u.post_ids) where id = u.run_id;
  select private.finish_run(u.run_id);
$$;
comment on function private.fail_unit is 'Ends a unit that could not be worked on, all its posts with it.';

grant execute on function private.schedule_clock, private.full_slot, private.why_not, private.close_unit,
  private.reserve_both, private.plan_slot, public.plan_refresh, private.reserve_exactly, private.recover_units,
  private.unit_order, public.claim_units, private.quota_used, private.fail_unit to service_role;
