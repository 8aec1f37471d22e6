-- What somebody should look at, worst first. Each kind is one look into an index, and at most a few rows.
create function public.needs_attention(workspace uuid)
returns table (kind text, subject text, name text, platform public.platform, amount bigint, since timestamptz, until timestamptz, detail text)
language plpgsql stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  if workspace <> all (array(select private.my_workspaces())) then
    return;
  end if;

  return query
    select 'reconnect', a.id::text, coalesce(nullif('@' || ltrim(a.handle, '@'), '@'), a.name), a.platform, null::bigint, n.created_at,
      null::timestamptz, a.problem
    from public.notices as n join public.accounts as a on a.workspace_id = n.workspace_id and a.id = n.account_id
    where n.workspace_id = workspace and n.kind = 'needs_reconnect' and n.resolved_at is null
    order by n.created_at desc limit 5;

  return query
    select case f.kind when 'ingest' then 'ingest' else 'stale' end, f.source, null::text,
      case when f.kind = 'accounts' then f.source::public.platform end, f.accounts::bigint, f.measured_at, null::timestamptz, f.reason
    from public.source_freshness(workspace) as f
    -- An account to be reconnected is told by name above.
    where f.state = 'stale' or f.state = 'cut_off' and f.kind = 'ingest';

  return query
    select 'quota', null::text, null::text, w.platform, sum(w.waiting)::bigint, null::timestamptz, min(w.goes_on), max(w.what)
    from (
      select r.platform, count(*) as waiting, min(r.not_before) as goes_on, 'rows' as what
      from public.jobs as j
      join public.job_rows as r on r.workspace_id = j.workspace_id and r.job_id = j.id and r.status = 'queued' and r.error_code = 'quota'
      where j.workspace_id = workspace and j.status = 'running' group by r.platform
      union all
      select u.platform, sum(cardinality(u.post_ids)), min(u.not_before), 'posts'
      from public.refresh_runs as r
      join public.refresh_units as u on u.workspace_id = r.workspace_id and u.run_id = r.id and u.status = 'queued' and u.error_code = 'quota'
      where r.workspace_id = workspace and r.status = 'running' group by u.platform) as w
    group by w.platform;

  return query
    select 'failed_rows', j.id::text, j.source_filename, null::public.platform, j.failed_rows::bigint, j.finished_at, null::timestamptz,
      (select c.cause from (
        select r.error_code as cause, count(*) as times from public.job_rows as r
        where r.workspace_id = j.workspace_id and r.job_id = j.id and r.status = 'failed' group by r.error_code order by times desc, cause limit 1) as c)
    from public.jobs as j
    where j.workspace_id = workspace and j.failed_rows > 0 and j.status in ('completed', 'failed') and j.finished_at > now() - interval '14 days'
    order by j.finished_at desc limit 3;

  return query
    select 'failing_posts', null::text, null::text, null::public.platform, count(*), min(a.failed_at), null::timestamptz, null::text
    from public.account_posts as a
    where a.workspace_id = workspace and a.failures > 0 and a.gone_at is null having count(*) > 0;

  return query
    select 'failed_ingest', r.id::text, r.actor, r.platform, null::bigint, r.finished_at, null::timestamptz, coalesce(r.error_detail, r.state)
    from (select * from public.ingest_runs as last where last.workspace_id = workspace and last.state <> 'cancelled'
      order by last.created_at desc limit 1) as r
    where r.state in ('failed', 'timed_out', 'aborted') and r.finished_at > now() - interval '14 days'
      and coalesce(r.error_code, '') not in ('not_configured', 'permission', 'quota');

  return query
    select 'quarantine', q.run_id::text, null::text, null::public.platform, count(*), min(q.created_at), null::timestamptz, min(q.detail)
    from public.ingest_quarantine as q
    where q.workspace_id = workspace and q.resolved_at is null and q.created_at > now() - interval '14 days'
    group by q.run_id order by min(q.created_at) desc limit 2;
end
$$;
comment on function public.needs_attention is
  'What wants somebody in a workspace, worst first: {kind, subject (an id, or a source), name, platform, amount, since, until, detail}. kinds: reconnect (detail: the problem), ingest (Apify refuses), stale, quota (rows or posts that wait until it is renewed), failed_rows (of a job; detail: the most frequent cause), failing_posts, failed_ingest, quarantine (of a run). Nothing for strangers.';
grant execute on function public.needs_attention to authenticated;
