-- What became of a leased unit, recorded all or nothing.
create function private.record_snapshots(u public.refresh_units, simulated boolean, measured jsonb) returns void
language sql
set search_path = ''
as $$
  with item as materialized (
    select * from jsonb_to_recordset(measured) as m (
      post_id bigint, external_id text, source text, impressions bigint, reach bigint, views bigint, likes bigint,
      comments bigint, shares bigint, saves bigint, clicks bigint, video_views bigint, absent jsonb, definition text,
      payload text)
  ), raw as (
    insert into public.raw_events (workspace_id, source, run_ref, external_id, is_simulated, payload, payload_hash)
    select u.workspace_id, source, 'refresh:' || u.run_id, external_id, simulated, payload::json,
      sha256(convert_to(payload, 'UTF8'))
    from item
    on conflict do nothing
    returning id, external_id, source
  ), snapshot as (
    insert into public.post_metrics (
      workspace_id, post_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments, shares,
      saves, clicks, video_views, absent, definition, raw_event_id, is_simulated)
    select u.workspace_id, post_id, u.slot, source, now(), impressions, reach, views, likes, comments, shares,
      saves, clicks, video_views, absent, definition, raw.id, simulated
    from item left join raw using (external_id, source)
    on conflict do nothing
    returning *
  )
  insert into public.post_latest (
    post_id, workspace_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments, shares,
    saves, clicks, video_views, absent, definition, is_simulated)
  select post_id, workspace_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments, shares,
    saves, clicks, video_views, absent, definition, is_simulated
  from snapshot
  where source in (select s.source from public.metric_sources as s where s.is_headline)
  order by post_id
  on conflict (post_id) do update set
    bucket_at = excluded.bucket_at, source = excluded.source, captured_at = excluded.captured_at,
    impressions = excluded.impressions, reach = excluded.reach, views = excluded.views, likes = excluded.likes,
    comments = excluded.comments, shares = excluded.shares, saves = excluded.saves, clicks = excluded.clicks,
    video_views = excluded.video_views, absent = excluded.absent, definition = excluded.definition,
    is_simulated = excluded.is_simulated
$$;
comment on function private.record_snapshots is 'Keeps raw events, snapshots and latest state of a unit''s posts. One snapshot a post, slot and source.';

-- Posts an account's list named. What the list does not say stays as it was.
create function private.record_listed(u public.refresh_units, listed jsonb) returns int
language plpgsql
set search_path = ''
as $$
declare
  new_posts int;
begin
  with item as materialized (
    select distinct on (external_id) * from jsonb_to_recordset(listed) as l (
      api_id text, external_id text, url text, author_handle text, author_name text, title text, caption text,
      media_kind public.media_kind, duration_seconds numeric, thumbnail_url text, published_at timestamptz)
    order by external_id
  ), post as (
    insert into public.posts as p (
      workspace_id, platform, external_id, url, author_handle, author_name, title, caption, media_kind,
      duration_seconds, thumbnail_url, published_at)
    -- Lists of one's own posts often leave out whose they are.
    select u.workspace_id, u.platform, item.external_id, item.url, coalesce(author_handle, a.handle),
      coalesce(author_name, a.name), title, caption, media_kind, duration_seconds, thumbnail_url, published_at
    from item join public.accounts as a on a.workspace_id = u.workspace_id and a.id = u.account_id
    order by item.external_id
    on conflict (workspace_id, platform, external_id) do update set
      url = excluded.url, author_handle = coalesce(excluded.author_handle, p.author_handle),
      author_name = coalesce(excluded.author_name, p.author_name), title = coalesce(excluded.title, p.title),
      caption = coalesce(excluded.caption, p.caption),
      -- A list of uploads cannot tell a Short from a video.
      media_kind = case when p.platform = 'youtube' and p.media_kind = 'short' then p.media_kind
        else coalesce(excluded.media_kind, p.media_kind) end,
      duration_seconds = coalesce(excluded.duration_seconds, p.duration_seconds),
      thumbnail_url = coalesce(excluded.thumbnail_url, p.thumbnail_url),
      published_at = coalesce(excluded.published_at, p.published_at)
    returning p.id, p.external_id
  ), covered as (
    insert into public.account_posts as a (post_id, workspace_id, account_id, api_id)
    select post.id, u.workspace_id, u.account_id, item.api_id from item join post using (external_id) order by post.id
    on conflict (post_id) do update set
      account_id = excluded.account_id, api_id = excluded.api_id, gone_at = null, gone_detail = null
    returning (xmax = 0) as is_new
  )
  select count(*) filter (where is_new) into new_posts from covered;
  return new_posts;
end
$$;
comment on function private.record_listed is 'Keeps the posts of one page of an account''s list. Returns how many are new to the account.';

create function private.record_troubles(u public.refresh_units, measured bigint[], gone jsonb, failed jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  scheduled constant boolean := exists (
    select from public.refresh_runs where id = u.run_id and trigger = 'schedule');
begin
  update public.account_posts set
    measured_slot = case when scheduled then greatest(measured_slot, u.slot) else measured_slot end,
    failures = 0, retry_at = null, error_code = null, error_detail = null, failed_at = null,
    gone_at = null, gone_detail = null
  where workspace_id = u.workspace_id and post_id = any (measured);
  update public.account_posts as a set gone_at = coalesce(a.gone_at, now()), gone_detail = g.detail
  from jsonb_to_recordset(gone) as g (post_id bigint, detail text)
  where a.workspace_id = u.workspace_id and a.post_id = g.post_id;
  update public.account_posts as a set
    failures = a.failures + 1, retry_at = u.slot + private.backoff(a.failures + 1),
    error_code = f.code, error_detail = f.detail, failed_at = now()
  from jsonb_to_recordset(failed) as f (post_id bigint, code text, detail text)
  where a.workspace_id = u.workspace_id and a.post_id = f.post_id;
end
$$;
comment on function private.record_troubles is 'Keeps which posts went well, are gone, or failed, and until when the failing ones wait.';

-- Last, and the account's before the server's: as claims take them.
create function private.report_unit(u public.refresh_units, batch jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  report jsonb;
  was_broken constant boolean := exists (
    select from private.provider_budgets where credential = u.account_id::text and failures >= 5);
begin
  for report in
    select value from jsonb_array_elements(coalesce(batch -> 'reports', '[]')) with ordinality as r (value, number)
    order by r.value ->> 'credential' = u.account_id::text desc, r.number
  loop
    perform private.report_calls(report);
  end loop;
  -- With the first answer after an outage the rest of the account need not wait any longer.
  if was_broken and not exists (
    select from private.provider_budgets where credential = u.account_id::text and blocked_until is not null) then
    update public.refresh_units set not_before = null
    where id in (
      select id from public.refresh_units
      where workspace_id = u.workspace_id and account_id = u.account_id and status = 'queued'
      order by id for update skip locked);
  end if;
end
$$;
comment on function private.report_unit is 'Records what a unit''s calls came to in the budgets.';

create function public.settle_unit(batch jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  u public.refresh_units;
  a public.accounts;
  again constant jsonb := batch -> 'again';
  failure jsonb := batch -> 'failure';
  max_attempts constant int := 5;
  given_up boolean;
  new_posts int := 0;
  later bigint[] := array(select jsonb_array_elements_text(batch -> 'later')::bigint);
  lost_posts jsonb := coalesce(batch -> 'failed', '[]');
begin
  select * into u from public.refresh_units
  where id = (batch ->> 'unit_id')::bigint and workspace_id = (batch ->> 'workspace_id')::uuid
    and lease_token = (batch ->> 'lease_token')::uuid and leased_until > clock_timestamp()
  for update;
  if not found then
    perform private.fail(409, 'The lease on this unit was lost: another worker has it.');
  end if;
  if batch -> 'rejected' <> '{}' then
    update public.accounts set rejected_metrics = rejected_metrics || (batch -> 'rejected')
    where workspace_id = u.workspace_id and id = u.account_id;
  end if;

  given_up := (again ->> 'counts')::boolean and u.attempts + 1 >= max_attempts;
  if again is not null and not given_up then
    update public.refresh_units set
      status = 'queued', lease_token = null, leased_until = null, error_code = again ->> 'code',
      error_detail = again ->> 'detail', attempts = attempts + (again ->> 'counts')::boolean::int,
      not_before = clock_timestamp() + make_interval(secs => (again ->> 'after_seconds')::double precision),
      calls = calls + (batch ->> 'calls')::int,
      -- Pages of a list get lost when posts come and go: the second time it begins anew.
      resume_ref = case when u.task = 'list' and (again ->> 'counts')::boolean and u.attempts > 0 then null
        else coalesce(again ->> 'resume_ref', resume_ref) end
    where id = u.id;
    update public.refresh_runs set calls = calls + (batch ->> 'calls')::int where id = u.run_id;
    perform private.report_unit(u, batch);
    return jsonb_build_object('state', 'again');
  end if;
  if given_up then
    failure := again;
  end if;

  if u.task = 'list' then
    select * into a from public.accounts where workspace_id = u.workspace_id and id = u.account_id;
    new_posts := private.record_listed(u, coalesce(batch -> 'posts', '[]'));
    if failure is null and batch ->> 'cursor' is not null then
      update public.refresh_units set
        status = 'queued', lease_token = null, leased_until = null, resume_ref = batch ->> 'cursor',
        error_code = coalesce(batch #>> '{note,code}', error_code), error_detail = coalesce(batch #>> '{note,detail}', error_detail),
        calls = calls + (batch ->> 'calls')::int, lost = 0
      where id = u.id;
      update public.refresh_runs as r set calls = r.calls + (batch ->> 'calls')::int, found = r.found + new_posts where r.id = u.run_id;
      perform private.report_unit(u, batch);
      return jsonb_build_object('state', 'listing');
    end if;
    -- A list that failed does not keep the known posts from being measured.
    perform private.plan_measuring(r, a, (batch ->> 'batch_size')::int, private.quota_used(batch -> 'app'))
    from public.refresh_runs as r where r.workspace_id = u.workspace_id and r.id = u.run_id;
    if failure is null and (batch ->> 'whole')::boolean then
      update public.accounts set listed_at = clock_timestamp() where workspace_id = u.workspace_id and id = u.account_id;
    end if;
  else
    if failure is not null then
      lost_posts := (select coalesce(jsonb_agg(jsonb_build_object(
        'post_id', id, 'code', failure ->> 'code', 'detail', failure ->> 'detail')), '[]') from unnest(u.post_ids) as id);
    elsif cardinality(later) > 0 and u.attempts + 1 < max_attempts then
      insert into public.refresh_units (
        workspace_id, run_id, account_id, platform, kind, task, turn, slot, post_ids, attempts, not_before)
      values (u.workspace_id, u.run_id, u.account_id, u.platform, u.kind, 'measure', u.turn, u.slot, later, u.attempts + 1,
        clock_timestamp() + make_interval(secs => 5 * 2 ^ u.attempts));
    elsif cardinality(later) > 0 then
      lost_posts := lost_posts || (select jsonb_agg(jsonb_build_object('post_id', id, 'code', 'provider_error',
        'detail', 'The platform did not answer for this post, five times in a row.')) from unnest(later) as id);
    end if;
    perform private.record_snapshots(u, (batch ->> 'is_simulated')::boolean, coalesce(batch -> 'measured', '[]'));
    perform private.record_troubles(u,
      array(select distinct (m ->> 'post_id')::bigint from jsonb_array_elements(coalesce(batch -> 'measured', '[]')) as m),
      coalesce(batch -> 'gone', '[]'), lost_posts);
  end if;

  update public.refresh_units set
    status = case when failure is not null then 'failed' else 'done' end,
    -- Of posts that went wrong singly the first one speaks; nothing else remembers those without an account.
    error_code = coalesce(failure ->> 'code', batch #>> '{note,code}', lost_posts -> 0 ->> 'code',
      case when u.account_id is null and batch #> '{gone,0}' is not null then 'not_found' end),
    error_detail = coalesce(failure ->> 'detail', batch #>> '{note,detail}', lost_posts -> 0 ->> 'detail',
      case when u.account_id is null then batch #>> '{gone,0,detail}' end),
    lease_token = null, leased_until = null, finished_at = clock_timestamp(), calls = calls + (batch ->> 'calls')::int,
    measured = (select count(distinct m ->> 'post_id') from jsonb_array_elements(coalesce(batch -> 'measured', '[]')) as m),
    gone = jsonb_array_length(coalesce(batch -> 'gone', '[]')), failed = jsonb_array_length(lost_posts)
  where id = u.id returning * into u;
  update public.refresh_runs as r set
    calls = r.calls + (batch ->> 'calls')::int, found = r.found + new_posts, measured = r.measured + u.measured,
    gone = r.gone + u.gone, failed = r.failed + u.failed,
    is_simulated = r.is_simulated or ((batch ->> 'is_simulated')::boolean and u.measured > 0)
  where r.id = u.run_id;
  perform private.finish_run(u.run_id);
  perform private.report_unit(u, batch);
  return jsonb_build_object('state', u.status, 'measured', u.measured);
end
$$;
comment on function public.settle_unit is
  'Records a leased unit, all or nothing: listed posts, snapshots, gone and failing posts, counters, budgets. 409 when the lease was lost. {again: {code, detail, after_seconds, counts}} puts it back.';

-- The token is dead: what waits for this account is not tried.
create function public.stop_account(workspace uuid, account uuid) returns int
language sql
set search_path = ''
as $$
  select private.skip_units(array(
    select u.id from public.refresh_units as u
    where u.workspace_id = workspace and u.account_id = account and u.status in ('queued', 'running') order by u.id),
    'needs_reconnect', (select a.problem_detail from public.accounts as a where a.workspace_id = workspace and a.id = account))
$$;
comment on function public.stop_account is 'Skips what is queued or leased for an account that needs to be reconnected. Returns how many units.';

grant execute on function private.report_unit, private.record_snapshots, private.record_listed, private.record_troubles, public.settle_unit,
  public.stop_account to service_role;
