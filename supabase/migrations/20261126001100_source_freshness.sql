-- How current what a workspace knows is, by where it comes from. Drawn on every page, so each
-- question is one look into an index.
create function public.source_freshness(workspace uuid)
returns table (
  source text, kind text, accounts int, measured_at timestamptz, interval_hours int, state text, reason text, is_simulated boolean
)
language plpgsql stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  if workspace <> all (array(select private.my_workspaces())) then
    return;
  end if;

  return query
    with account as (
      select a.platform, coalesce(nullif('@' || ltrim(a.handle, '@'), '@'), a.name) as who, a.problem, a.connected_at, a.is_simulated,
        coalesce(good.at, a.listed_at) as at, bad.detail
      from public.accounts as a
      left join lateral (
        select u.finished_at as at from public.refresh_units as u
        where u.workspace_id = a.workspace_id and u.account_id = a.id and u.status = 'done'
          -- A single post that was measured says nothing of the account.
          and exists (select from public.refresh_runs as r where r.id = u.run_id and r.trigger <> 'post')
        order by u.id desc limit 1) as good on true
      left join lateral (
        select case when u.status in ('failed', 'skipped') then u.error_detail end as detail from public.refresh_units as u
        where u.workspace_id = a.workspace_id and u.account_id = a.id and u.finished_at is not null
        order by u.id desc limit 1) as bad on true
      where a.workspace_id = workspace and a.status in ('connected', 'needs_reconnect')
    ), judged as (
      select *, case when problem is not null then 'cut_off' when at is null then 'never'
        when now() - at <= interval '6 hours 10 minutes' then 'fresh' when now() - at <= interval '12 hours 10 minutes' then 'due'
        else 'stale' end as state
      from account
    ), worst as (
      -- A platform is as good as its worst account: what is missing of it is missing in every total.
      select distinct on (platform) platform, state, count(*) over same as alike, who, detail
      from judged
      window same as (partition by platform, state)
      order by platform, array_position('{cut_off, stale, never, due, fresh}', state), at nulls first, who
    )
    select w.platform::text, 'accounts', count(*)::int, min(j.at) filter (where j.state = w.state), 6, w.state,
      case w.state
        when 'cut_off' then private.these(w.who, w.alike, count(*)) || ' to be reconnected; nothing comes from there until then.'
        when 'stale' then private.these(w.who, w.alike, count(*)) || ' not been measured for more than two intervals. '
          || coalesce('The last attempt: ' || rtrim(w.detail, '.') || '.', 'No run has come; the schedule tries again by itself.')
        when 'never' then private.these(w.who, w.alike, count(*)) || ' not been measured yet. The first run starts by itself within six hours.'
        when 'due' then 'The next run is due; it starts by itself.'
        else 'Measured every six hours, posts of the last two days every hour.' end,
      bool_or(j.is_simulated)
    from worst as w join judged as j on j.platform = w.platform
    group by w.platform, w.state, w.who, w.alike, w.detail
    order by w.platform;

  return query
    select 'apify', 'ingest', 0, good.ended_at, case when s.is_scheduled then 6 end,
      case when last.refused then 'cut_off' when good.ended_at is null then 'never'
        when s.is_scheduled is not true then case when now() - good.ended_at <= interval '1 day' then 'fresh' else 'due' end
        when now() - good.ended_at <= interval '6 hours 30 minutes' then 'fresh'
        when now() - good.ended_at <= interval '12 hours 30 minutes' then 'due' else 'stale' end,
      case when last.refused then coalesce(last.error_detail, 'Apify refused the last run.')
        when good.ended_at is null then case when last.is_open then 'The first run is under way.'
          when s.is_scheduled then 'No run has brought anything yet. The schedule starts one by itself.'
          else 'No run has brought anything yet. Start one on the page Ingest.' end
        when s.is_scheduled is not true then 'There is no schedule: reels are as of the last run.'
        when last.state in ('failed', 'timed_out', 'aborted') then 'The last run did not succeed: ' || rtrim(coalesce(last.error_detail, last.state), '.') || '.'
        else 'A run starts by itself every six hours.' end,
      coalesce(good.is_simulated, last.is_simulated, false)
    from (select) as one
    left join public.ingest_settings as s on s.workspace_id = workspace
    left join lateral (
      select r.state, r.error_detail, r.is_simulated, r.finished_at is null as is_open,
        r.state = 'failed' and r.error_code in ('not_configured', 'permission', 'quota') as refused
      from public.ingest_runs as r where r.workspace_id = workspace and r.state <> 'cancelled'
      order by r.created_at desc limit 1) as last on true
    left join lateral (
      select r.ended_at, r.is_simulated from public.ingest_runs as r
      where r.workspace_id = workspace and r.events > 0 order by r.ended_at desc nulls last limit 1) as good on true
    where last.state is not null or s.is_scheduled;

  return query
    select 'links', 'jobs', 0, good.at, null::int,
      case when good.at is null then 'never' when now() - good.at <= interval '1 day' then 'fresh' else 'due' end,
      case when good.at is null then case when last.status = 'queued' then 'A job waits to be started: nothing is fetched before.'
          when last.status = 'running' then 'The first rows are being measured.' else 'No row of a job could be measured yet.' end
        else 'Links are measured when a job is run. Run it again for newer numbers.' end,
      coalesce(good.is_simulated, false)
    from (select j.status from public.jobs as j where j.workspace_id = workspace order by j.created_at desc, j.id limit 1) as last
    left join lateral (
      select coalesce(j.finished_at, j.updated_at) as at, j.is_simulated from public.jobs as j
      where j.workspace_id = workspace and j.succeeded_rows > 0
      order by coalesce(j.finished_at, j.updated_at) desc limit 1) as good on true;
end
$$;
comment on function public.source_freshness is
  'Each source of numbers and how current it is: a platform''s connected accounts (kind accounts; source is the platform), Apify''s reels (ingest), links of jobs (jobs). measured_at: when it last brought numbers, of the worst account; null: never. interval_hours: how often it does by itself; null: on request only. state: fresh, due (later than one interval; on request: than a day), stale (later than two), cut_off (has to be reconnected, or its token is refused), never (nothing has come yet). reason is a sentence. A source that is not set up has no row. Empty for strangers.';

create function private.these(who text, alike bigint, all_of_them bigint) returns text
language sql immutable
set search_path = ''
as $$
  select case when alike = 1 then who || ' has' when alike = all_of_them then format('All %s accounts have', alike)
    else format('%s of %s accounts have', alike, all_of_them) end
$$;
comment on function private.these is 'The beginning of a sentence about one account, some, or all.';
grant execute on function private.these, public.source_freshness to authenticated;
