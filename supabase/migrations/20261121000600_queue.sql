-- The queue. A worker claims a batch of one lane under a lease, asks the
-- provider, then settles the batch in one statement. Only the database's clock
-- counts. A lease that runs out frees its rows; a late worker is refused.

create table private.provider_budgets (
  provider text not null,
  credential text not null,
  tokens double precision not null,
  refilled_at timestamptz not null default clock_timestamp(),
  failures int not null default 0,
  blocked_until timestamptz,
  block_reason text,
  quota_day date not null,
  quota_spent int not null default 0,
  primary key (provider, credential)
);
comment on table private.provider_budgets is
  'What may still be asked of a provider with one credential, shared by every process: a token bucket, a daily quota, and a breaker.';
comment on column private.provider_budgets.credential is 'A name of the credential (a short hash), never the credential.';
comment on column private.provider_budgets.quota_day is 'The provider''s own day, in its own time zone.';
comment on column private.provider_budgets.failures is 'Calls in a row that failed. From 5 on the breaker lets one call a minute through.';
alter table private.provider_budgets enable row level security;
grant select, insert, update on private.provider_budgets to service_role;

create function private.reserve_calls(budget jsonb, wanted int) returns int
language plpgsql
set search_path = ''
as $$
declare
  b private.provider_budgets;
  instant timestamptz := clock_timestamp();
  today date := (clock_timestamp() at time zone (budget ->> 'quota_zone'))::date;
  quota int := (budget ->> 'daily_quota')::int;
  burst double precision := (budget ->> 'burst')::double precision;
  granted int;
begin
  insert into private.provider_budgets (provider, credential, tokens, quota_day)
  values (budget ->> 'provider', budget ->> 'credential', burst, today)
  on conflict do nothing;
  select * into b from private.provider_budgets
  where provider = budget ->> 'provider' and credential = budget ->> 'credential'
  for update;

  if b.blocked_until > instant then
    return 0;
  end if;
  if b.quota_day <> today then
    b.quota_day := today;
    b.quota_spent := 0;
  end if;
  b.tokens := least(burst, b.tokens + greatest(0, extract(epoch from instant - b.refilled_at))
    * (budget ->> 'per_second')::double precision);
  granted := greatest(0, least(wanted, floor(b.tokens)::int, coalesce(quota - b.quota_spent, wanted)));
  -- After a refusal a few calls find out whether it is over.
  if b.block_reason = 'rate_limited' then
    granted := least(granted, 5);
  end if;
  b.blocked_until := null;
  b.block_reason := null;

  if quota - b.quota_spent <= 0 then
    b.blocked_until := (today + 1)::timestamp at time zone (budget ->> 'quota_zone');
    b.block_reason := 'quota';
  elsif b.failures >= 5 and granted > 0 then
    granted := 1;
    b.blocked_until := instant + interval '1 minute';
    b.block_reason := 'provider_error';
  end if;
  update private.provider_budgets set
    tokens = b.tokens - granted, refilled_at = instant, quota_day = b.quota_day,
    quota_spent = b.quota_spent + granted, blocked_until = b.blocked_until, block_reason = b.block_reason
  where provider = b.provider and credential = b.credential;
  return granted;
end
$$;
comment on function private.reserve_calls is
  'Takes up to `wanted` calls out of a budget before they are made, and returns how many may be made now.';

-- What the calls came to: a success closes the breaker, a refusal blocks the
-- budget for everybody until the provider's own time.
create function private.report_calls(report jsonb) returns void
language sql
set search_path = ''
as $$
  update private.provider_budgets as b set
    failures = case
      when (report ->> 'succeeded')::int > 0 then 0
      else b.failures + (report ->> 'failed')::int
    end,
    quota_spent = case
      when report ->> 'refusal' = 'quota' then greatest(b.quota_spent, (report ->> 'daily_quota')::int)
      else b.quota_spent
    end,
    blocked_until = case
      when report ->> 'refusal' = 'quota' then
        (b.quota_day + 1)::timestamp at time zone (report ->> 'quota_zone')
      when report ->> 'refusal' is not null then
        greatest(b.blocked_until, clock_timestamp() + make_interval(secs => (report ->> 'after_seconds')::double precision))
      when (report ->> 'succeeded')::int > 0 and b.block_reason = 'provider_error' then null
      when b.failures + (report ->> 'failed')::int >= 5 and b.failures < 5 then
        greatest(b.blocked_until, clock_timestamp() + interval '1 minute')
      else b.blocked_until
    end,
    block_reason = case
      when report ->> 'refusal' is not null then report ->> 'refusal'
      when b.failures + (report ->> 'failed')::int >= 5 and (report ->> 'succeeded')::int = 0 then 'provider_error'
      else b.block_reason
    end
  where b.provider = report ->> 'provider' and b.credential = report ->> 'credential'
$$;
comment on function private.report_calls is
  'Records what calls came to: {provider, credential, succeeded, failed, refusal, after_seconds, daily_quota, quota_zone}.';

-- Two links can lead to one post: its second answer is not kept, so the sums are
-- taken again from what was. Other jobs are spared the work.
create function private.recount_job(job uuid) returns void
language sql
set search_path = ''
as $$
  update public.jobs as j set
    views_sum = coalesce(kept.views, 0), views_rows = kept.views_rows,
    likes_sum = coalesce(kept.likes, 0), likes_rows = kept.likes_rows,
    comments_sum = coalesce(kept.comments, 0), comments_rows = kept.comments_rows
  from (
    select sum(m.views) as views, count(m.views) as views_rows, sum(m.likes) as likes, count(m.likes) as likes_rows,
      sum(m.comments) as comments, count(m.comments) as comments_rows
    from public.job_rows as r
    join public.post_metrics as m on m.post_id = r.post_id and m.bucket_at = r.bucket_at and m.source = r.source
    where r.job_id = job and r.status = 'succeeded'
      and r.workspace_id = (select workspace_id from public.jobs where id = job)
  ) as kept
  where j.id = job and (
    select count(*) > count(distinct r.post_id) from public.job_rows as r
    where r.job_id = job and r.status = 'succeeded'
      and r.workspace_id = (select workspace_id from public.jobs where id = job)
  )
$$;

-- Ends a job whose last row has settled. It fails only when nothing but our own
-- fault came of it.
create function private.finish_job(job uuid) returns void
language sql
set search_path = ''
as $$
  select private.recount_job(job);
  update public.jobs as j set
    status = case
      when j.succeeded_rows = 0 and not exists (
        select from public.job_rows r
        where r.job_id = job and r.status = 'failed' and r.error_code <> 'internal'
      ) then 'failed'::public.job_status
      else 'completed'
    end,
    error = case
      when j.succeeded_rows = 0 and not exists (
        select from public.job_rows r
        where r.job_id = job and r.status = 'failed' and r.error_code <> 'internal'
      ) then 'Every row broke on our side. Nothing is lost: retry the job, and tell us if it happens again.'
    end,
    finished_at = now()
  where j.id = job and j.status in ('running', 'cancelled') and j.succeeded_rows + j.failed_rows = j.total_rows
$$;

create function private.recover_leases() returns int
language plpgsql
set search_path = ''
as $$
declare
  recovered int;
  job record;
begin
  with dead as (
    select workspace_id, job_id, row_number from public.job_rows
    where status = 'running' and leased_until < clock_timestamp()
    order by leased_until limit 5000
    for update skip locked
  ), freed as (
    update public.job_rows as r set
      status = case when r.lost >= 3 then 'failed'::public.row_status else 'queued' end,
      lost = r.lost + 1,
      error_code = case when r.lost >= 3 then 'internal' end,
      error_detail = case when r.lost >= 3 then 'Four workers ended while they held this row.' end,
      lease_token = null, leased_until = null
    from dead
    where r.workspace_id = dead.workspace_id and r.job_id = dead.job_id and r.row_number = dead.row_number
    returning r.job_id, r.status
  ), given_up as (
    update public.jobs as j set failed_rows = j.failed_rows + n.rows, updated_at = now()
    from (select job_id, count(*) as rows from freed where status = 'failed' group by job_id) as n
    where j.id = n.job_id
  )
  select count(*) into recovered from freed;
  if recovered > 0 then
    for job in select id from public.jobs where status = 'running' and succeeded_rows + failed_rows = total_rows loop
      perform private.finish_job(job.id);
    end loop;
  end if;
  return recovered;
end
$$;
comment on function private.recover_leases is 'Frees rows whose worker died, and gives up those that four workers died of. Returns how many.';

-- A row that was lost before is tried with fewer and fewer others, so that one
-- poisonous row is found without giving up its neighbours.
create function private.company(lost smallint, most int) returns int
language sql immutable
set search_path = ''
as $$ select case lost when 0 then most when 1 then least(most, 50) when 2 then least(most, 5) else 1 end $$;

create function public.claim_rows(sources jsonb, lease_seconds int) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  lane record;
  head record;
  numbers int[];
  calls int;
  token uuid := gen_random_uuid();
  claimed jsonb;
begin
  perform private.recover_leases();

  for lane in
    select l.workspace_id, l.job_id, l.platform, s.source, j.run_number, j.run_started_at,
      (s.source ->> 'batch_size')::int as batch_size, (s.source ->> 'max_calls')::int as max_calls,
      b.blocked_until, b.block_reason
    from public.job_lanes as l
    join public.jobs as j on j.id = l.job_id and j.status = 'running'
    join jsonb_array_elements(sources) as s (source) on (s.source ->> 'platform')::public.platform = l.platform
    left join private.provider_budgets as b
      on b.provider = s.source ->> 'provider' and b.credential = s.source ->> 'credential'
    order by max(l.last_claimed_at) over (partition by l.workspace_id) nulls first,
      l.last_claimed_at nulls first, l.job_id, l.platform
  loop
    select lost, pending_ref into head from public.job_rows
    where job_id = lane.job_id and platform = lane.platform and status = 'queued'
      and (not_before is null or not_before <= clock_timestamp())
    order by lost, row_number limit 1
    for update skip locked;
    continue when not found;

    if lane.blocked_until > clock_timestamp() then
      update public.job_lanes set waits_for = lane.block_reason, waits_until = lane.blocked_until
      where job_id = lane.job_id and platform = lane.platform and waits_until is distinct from lane.blocked_until;
      continue;
    end if;

    select array_agg(row_number) into numbers from (
      select row_number from public.job_rows
      where job_id = lane.job_id and platform = lane.platform and status = 'queued' and lost = head.lost
        and (not_before is null or not_before <= clock_timestamp())
        and pending_ref is not distinct from head.pending_ref
      order by row_number
      limit private.company(head.lost, lane.batch_size * lane.max_calls)
      for update skip locked
    ) as free;

    if lane.source ? 'provider' then
      calls := private.reserve_calls(lane.source, ceil(cardinality(numbers)::numeric / lane.batch_size)::int);
      if calls = 0 then
        update public.job_lanes as l set waits_for = b.block_reason, waits_until = b.blocked_until
        from private.provider_budgets as b
        where l.job_id = lane.job_id and l.platform = lane.platform
          and b.provider = lane.source ->> 'provider' and b.credential = lane.source ->> 'credential';
        continue;
      end if;
      numbers := numbers[1:calls * lane.batch_size];
    end if;

    with taken as (
      update public.job_rows set
        status = 'running', lease_token = token,
        leased_until = clock_timestamp() + make_interval(secs => lease_seconds),
        not_before = null, error_code = null, error_detail = null
      where workspace_id = lane.workspace_id and job_id = lane.job_id and row_number = any (numbers)
      returning row_number, url, external_id, attempts
    )
    select jsonb_agg(jsonb_build_object(
      'row_number', row_number, 'url', url, 'external_id', external_id, 'attempts', attempts) order by row_number)
    into claimed from taken;

    update public.job_lanes set last_claimed_at = clock_timestamp(), waits_for = null, waits_until = null
    where job_id = lane.job_id and platform = lane.platform;
    return jsonb_build_object(
      'lease_token', token, 'workspace_id', lane.workspace_id, 'job_id', lane.job_id, 'platform', lane.platform,
      'run_ref', format('job:%s:%s', lane.job_id, lane.run_number), 'bucket_at', lane.run_started_at,
      'pending_ref', head.pending_ref, 'rows', claimed);
  end loop;

  return jsonb_build_object('rows', '[]'::jsonb, 'next_in_seconds', private.next_row_in_seconds());
end
$$;
comment on function public.claim_rows is
  'Leases the next batch to one worker: {lease_token, workspace_id, job_id, platform, run_ref, bucket_at, pending_ref, rows}. Sources are {platform, batch_size, max_calls} and, unless the platform is not available, its budget. With no row to give: next_in_seconds, null when there is nothing to wait for.';

create function private.next_row_in_seconds() returns double precision
language sql
set search_path = ''
as $$
  select case when min(at) is not null then
    greatest(0.05, extract(epoch from min(at) - clock_timestamp()))
  end from (
    select min(leased_until) as at from public.job_rows where status = 'running'
    union all
    select greatest(
      l.waits_until,
      (select min(coalesce(r.not_before, clock_timestamp())) from public.job_rows as r
       where r.job_id = l.job_id and r.platform = l.platform and r.status = 'queued'))
    from public.job_lanes as l
    join public.jobs as j on j.id = l.job_id and j.status = 'running'
    where exists (
      select from public.job_rows as r
      where r.job_id = l.job_id and r.platform = l.platform and r.status = 'queued')
  ) as times
$$;
comment on function private.next_row_in_seconds is 'Seconds until a row can be claimed: a lease ends, a wait ends. Null when every row is settled.';

create function public.settle_rows(batch jsonb) returns jsonb
language plpgsql
set search_path = ''
set enable_nestloop = off
as $$
declare
  workspace constant uuid := batch ->> 'workspace_id';
  job constant uuid := batch ->> 'job_id';
  token constant uuid := batch ->> 'lease_token';
  expected constant int := jsonb_array_length(batch -> 'measured') + jsonb_array_length(batch -> 'failed')
    + jsonb_array_length(batch -> 'released');
  settled int := 0;
  changed int;
  remaining int;
begin
  if jsonb_array_length(batch -> 'measured') > 0 then
    settled := private.record_measured(batch, workspace, job, token);
  end if;

  with answer as materialized (
    select * from jsonb_to_recordset(batch -> 'failed') as f (row_number int, code text, detail text)
  )
  update public.job_rows as r set
    status = 'failed', error_code = answer.code, error_detail = answer.detail,
    lease_token = null, leased_until = null, pending_ref = null
  from answer
  where r.workspace_id = workspace and r.job_id = job and r.row_number = answer.row_number
    and r.row_number = any (array(select row_number from answer))
    and r.lease_token = token and r.leased_until > clock_timestamp();
  get diagnostics changed = row_count;
  settled := settled + changed;

  with answer as materialized (
    select * from jsonb_to_recordset(batch -> 'released')
      as f (row_number int, code text, after_seconds double precision, pending_ref text, refused boolean)
  )
  update public.job_rows as r set
    status = 'queued', error_code = answer.code, pending_ref = answer.pending_ref,
    not_before = clock_timestamp() + make_interval(secs => answer.after_seconds),
    attempts = r.attempts + answer.refused::int,
    lease_token = null, leased_until = null
  from answer
  where r.workspace_id = workspace and r.job_id = job and r.row_number = answer.row_number
    and r.row_number = any (array(select row_number from answer))
    and r.lease_token = token and r.leased_until > clock_timestamp();
  get diagnostics changed = row_count;
  settled := settled + changed;
  if settled <> expected then
    perform private.fail(409, 'The lease on these rows was lost: another worker has them.');
  end if;

  if batch ? 'report' then
    perform private.report_calls(batch -> 'report');
  end if;

  update public.jobs as j set
    succeeded_rows = j.succeeded_rows + jsonb_array_length(batch -> 'measured'),
    failed_rows = j.failed_rows + jsonb_array_length(batch -> 'failed'),
    views_sum = j.views_sum + sums.views, views_rows = j.views_rows + sums.views_rows,
    likes_sum = j.likes_sum + sums.likes, likes_rows = j.likes_rows + sums.likes_rows,
    comments_sum = j.comments_sum + sums.comments, comments_rows = j.comments_rows + sums.comments_rows,
    is_simulated = j.is_simulated or ((batch ->> 'is_simulated')::boolean and jsonb_array_length(batch -> 'measured') > 0),
    updated_at = now()
  from (
    select coalesce(sum(m.views), 0) as views, count(m.views) as views_rows,
      coalesce(sum(m.likes), 0) as likes, count(m.likes) as likes_rows,
      coalesce(sum(m.comments), 0) as comments, count(m.comments) as comments_rows
    from jsonb_to_recordset(batch -> 'measured') as m (views bigint, likes bigint, comments bigint)
  ) as sums
  where j.id = job
  returning j.total_rows - j.succeeded_rows - j.failed_rows into remaining;
  if remaining = 0 then
    perform private.finish_job(job);
  end if;
  return jsonb_build_object('settled', settled, 'remaining', remaining);
end
$$;
comment on function public.settle_rows is
  'Records what became of leased rows, all or nothing: posts, raw events, snapshots, post_latest, row states, counters, the provider''s budget. 409 when the lease was lost.';

create function private.record_measured(batch jsonb, workspace uuid, job uuid, token uuid) returns int
language plpgsql
set search_path = ''
set enable_nestloop = off
as $$
declare
  changed int;
begin
  with answer as materialized (
    select m.*, (batch ->> 'platform')::public.platform as platform, batch ->> 'source' as source,
      (batch ->> 'bucket_at')::timestamptz as bucket_at, (batch ->> 'is_simulated')::boolean as is_simulated
    from jsonb_to_recordset(batch -> 'measured') as m (
      row_number int, external_id text, url text, author_handle text, author_name text, title text, caption text,
      media_kind public.media_kind, duration_seconds numeric, thumbnail_url text, published_at timestamptz,
      impressions bigint, reach bigint, views bigint, likes bigint, comments bigint, shares bigint, saves bigint,
      clicks bigint, video_views bigint, absent jsonb, definition text, payload text)
  ), item as materialized (
    -- Two links of a batch can lead to one post. Sorted, so that two workers lock posts in one order.
    select distinct on (external_id) * from answer order by external_id, row_number
  ), post as materialized (
    insert into public.posts as p (
      workspace_id, platform, external_id, url, author_handle, author_name, title, caption, media_kind,
      duration_seconds, thumbnail_url, published_at)
    select workspace, platform, external_id, url, author_handle, author_name, title, caption, media_kind,
      duration_seconds, thumbnail_url, published_at
    from item order by external_id
    on conflict (workspace_id, platform, external_id) do update set
      url = excluded.url, author_handle = excluded.author_handle, author_name = excluded.author_name,
      title = excluded.title, caption = excluded.caption, media_kind = excluded.media_kind,
      duration_seconds = excluded.duration_seconds, thumbnail_url = excluded.thumbnail_url,
      published_at = excluded.published_at
    returning p.id, p.external_id
  ), raw as materialized (
    insert into public.raw_events (workspace_id, source, run_ref, external_id, is_simulated, payload, payload_hash)
    select workspace, source, batch ->> 'run_ref', external_id, is_simulated, payload::json,
      sha256(convert_to(payload, 'UTF8'))
    from item
    on conflict do nothing
    returning id, external_id
  ), snapshot as (
    insert into public.post_metrics (
      workspace_id, post_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments, shares,
      saves, clicks, video_views, absent, definition, raw_event_id, is_simulated)
    select workspace, post.id, bucket_at, source, now(), impressions, reach, views, likes, comments, shares,
      saves, clicks, video_views, absent, definition, raw.id, is_simulated
    from item join post using (external_id) left join raw using (external_id)
    on conflict do nothing
    returning *
  ), latest as (
    -- Of what was kept: a second link to the same post brings nothing new in this run.
    insert into public.post_latest (
      post_id, workspace_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments, shares,
      saves, clicks, video_views, absent, definition, is_simulated)
    select post_id, workspace_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments, shares,
      saves, clicks, video_views, absent, definition, is_simulated
    from snapshot
    order by post_id
    on conflict (post_id) do update set
      bucket_at = excluded.bucket_at, source = excluded.source, captured_at = excluded.captured_at,
      impressions = excluded.impressions, reach = excluded.reach, views = excluded.views, likes = excluded.likes,
      comments = excluded.comments, shares = excluded.shares, saves = excluded.saves, clicks = excluded.clicks,
      video_views = excluded.video_views, absent = excluded.absent, definition = excluded.definition,
      is_simulated = excluded.is_simulated
  )
  update public.job_rows as r set
    status = 'succeeded', post_id = post.id, source = answer.source, bucket_at = answer.bucket_at,
    external_id = answer.external_id, url = answer.url, lease_token = null, leased_until = null, pending_ref = null,
    error_code = null, error_detail = null
  from answer join post using (external_id)
  where r.workspace_id = workspace and r.job_id = job and r.row_number = answer.row_number
    and r.row_number = any (array(select row_number from answer))
    and r.lease_token = token and r.leased_until > clock_timestamp();
  get diagnostics changed = row_count;
  return changed;
end
$$;
comment on function private.record_measured is 'The measured rows of settle_rows, in one statement. Returns how many of them were still leased with the token.';

grant execute on function
  private.reserve_calls, private.report_calls, private.recount_job, private.finish_job, private.recover_leases, private.company,
  private.next_row_in_seconds, private.record_measured, public.claim_rows, public.settle_rows
  to service_role;
