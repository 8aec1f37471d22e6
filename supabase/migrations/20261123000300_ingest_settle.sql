-- A page of items, all or nothing: raw events, posts, snapshots, latest numbers,
-- quarantine, counters, and how far the run was read. A worker that dies reads
-- at most one page again.

-- Derives what events say. One writer of a workspace at a time: see lock_ingest.
create function private.keep_items(r public.ingest_runs, items private.ingest_item[], event_ids bigint[])
returns table (ingested int, quarantined int, new_posts int)
language plpgsql
set search_path = ''
set enable_nestloop = off
as $$
#variable_conflict use_column
declare
  on_source constant text := 'apify_' || r.platform::text;
begin
  return query
  with item as materialized (
    select i.*, e.id as event_id, e.received_at, e.observed_at, e.is_simulated
    from unnest(items) as i
    join unnest(event_ids) with ordinality as given (id, number) on given.number = i.number
    join public.raw_events as e on e.id = given.id
    where e.id = any (event_ids)
  ), held as (
    insert into public.ingest_quarantine as q (workspace_id, run_id, raw_event_id, code, field, found, expected, detail)
    select r.workspace_id, r.id, item.event_id, item.code, item.field, item.found, item.expected,
      private.quarantine_sentence(item.code, item.field, item.found, item.expected)
    from item where item.code is not null order by item.event_id
    on conflict (raw_event_id) do update set
      code = excluded.code, field = excluded.field, found = excluded.found, expected = excluded.expected,
      detail = excluded.detail, resolved_at = null
    returning q.raw_event_id
  ), resolved as (
    update public.ingest_quarantine as q set resolved_at = coalesce(q.resolved_at, now())
    from item where q.raw_event_id = item.event_id and item.code is null and q.raw_event_id = any (event_ids)
    returning q.raw_event_id, q.resolved_at
  ), good as materialized (
    select item.*, coalesce(resolved.resolved_at, item.received_at) as recorded_at
    from item left join resolved on resolved.raw_event_id = item.event_id
    where item.code is null
  ), told as materialized (
    -- What the events of this page say of each post, the newest that says something first.
    select g.external_id,
      to_char(max(g.observed_at) at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || lpad(max(g.event_id)::text, 20, '0') as mark,
      (array_agg(g.url order by g.event_id desc))[1] as url,
      (array_agg(g.author_handle order by g.event_id desc) filter (where g.author_handle is not null))[1] as author_handle,
      (array_agg(g.author_name order by g.event_id desc) filter (where g.author_name is not null))[1] as author_name,
      (array_agg(g.caption order by g.event_id desc) filter (where g.caption is not null))[1] as caption,
      (array_agg(g.media_kind order by g.event_id desc) filter (where g.media_kind is not null))[1] as media_kind,
      (array_agg(g.duration_seconds order by g.event_id desc) filter (where g.duration_seconds is not null))[1] as duration_seconds,
      (array_agg(g.thumbnail_url order by g.event_id desc) filter (where g.thumbnail_url is not null))[1] as thumbnail_url,
      (array_agg(g.published_at order by g.event_id desc))[1] as published_at
    from good as g group by g.external_id
  ), known as materialized (
    select p.id, p.external_id, p.url, (select m.marks from private.ingest_posts as m where m.post_id = p.id) as marks
    from public.posts as p
    where p.workspace_id = r.workspace_id and p.platform = r.platform
      and p.external_id = any (array(select told.external_id from told))
  ), newer as materialized (
    -- Of that, what no newer event said before.
    select told.external_id, told.url as first_url, told.mark,
      mark >= coalesce(old.marks ->> 'url', '') as is_url_newer,
      case when mark >= coalesce(old.marks ->> 'url', '') then told.url else old.url end as url,
      case when mark >= coalesce(old.marks ->> 'author_handle', '') then told.author_handle end as author_handle,
      case when mark >= coalesce(old.marks ->> 'author_name', '') then told.author_name end as author_name,
      case when mark >= coalesce(old.marks ->> 'caption', '') then told.caption end as caption,
      case when mark >= coalesce(old.marks ->> 'media_kind', '') then told.media_kind end as media_kind,
      case when mark >= coalesce(old.marks ->> 'duration_seconds', '') then told.duration_seconds end as duration_seconds,
      case when mark >= coalesce(old.marks ->> 'thumbnail_url', '') then told.thumbnail_url end as thumbnail_url,
      case when mark >= coalesce(old.marks ->> 'published_at', '') then told.published_at end as published_at
    from told left join known as old on old.external_id = told.external_id
  ), post as (
    insert into public.posts as p (
      workspace_id, platform, external_id, url, author_handle, author_name, caption, media_kind, duration_seconds,
      thumbnail_url, published_at)
    select r.workspace_id, r.platform, n.external_id, coalesce(n.url, n.first_url), n.author_handle, n.author_name,
      n.caption, n.media_kind, n.duration_seconds, n.thumbnail_url, n.published_at
    from newer as n order by n.external_id
    on conflict (workspace_id, platform, external_id) do update set
      url = excluded.url, author_handle = coalesce(excluded.author_handle, p.author_handle),
      author_name = coalesce(excluded.author_name, p.author_name), caption = coalesce(excluded.caption, p.caption),
      media_kind = coalesce(excluded.media_kind, p.media_kind),
      duration_seconds = coalesce(excluded.duration_seconds, p.duration_seconds),
      thumbnail_url = coalesce(excluded.thumbnail_url, p.thumbnail_url),
      published_at = coalesce(excluded.published_at, p.published_at)
    returning p.id, p.external_id, (xmax = 0) as is_new
  ), marked as (
    insert into private.ingest_posts as m (post_id, workspace_id, marks)
    select post.id, r.workspace_id, jsonb_strip_nulls(jsonb_build_object(
      'url', case when n.is_url_newer then n.mark end,
      'author_handle', case when n.author_handle is not null then n.mark end,
      'author_name', case when n.author_name is not null then n.mark end,
      'caption', case when n.caption is not null then n.mark end,
      'media_kind', case when n.media_kind is not null then n.mark end,
      'duration_seconds', case when n.duration_seconds is not null then n.mark end,
      'thumbnail_url', case when n.thumbnail_url is not null then n.mark end,
      'published_at', case when n.published_at is not null then n.mark end))
    from newer as n join post on post.external_id = n.external_id order by post.id
    on conflict (post_id) do update set marks = m.marks || excluded.marks
  ), snapshot as (
    -- The first event of a post in a run is its snapshot; others are kept as events alone.
    insert into public.post_metrics as m (
      workspace_id, post_id, bucket_at, source, captured_at, views, likes, comments, shares, saves, video_views, absent,
      definition, raw_event_id, is_simulated, recorded_at)
    select r.workspace_id, post.id, r.slot, on_source, f.observed_at, f.views, f.likes, f.comments, f.shares, f.saves,
      f.video_views, f.absent, f.definition, f.event_id, f.is_simulated, f.recorded_at
    from (select distinct on (g.external_id) g.* from good as g order by g.external_id, g.event_id) as f
    join post on post.external_id = f.external_id
    on conflict do nothing
    returning m.*
  ), latest as (
    insert into public.post_latest (
      post_id, workspace_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments, shares, saves,
      clicks, video_views, absent, definition, is_simulated, recorded_at)
    select s.post_id, s.workspace_id, s.bucket_at, s.source, s.captured_at, s.impressions, s.reach, s.views, s.likes,
      s.comments, s.shares, s.saves, s.clicks, s.video_views, s.absent, s.definition, s.is_simulated, s.recorded_at
    from snapshot as s order by s.post_id
    on conflict (post_id) do update set
      bucket_at = excluded.bucket_at, source = excluded.source, captured_at = excluded.captured_at,
      impressions = excluded.impressions, reach = excluded.reach, views = excluded.views, likes = excluded.likes,
      comments = excluded.comments, shares = excluded.shares, saves = excluded.saves, clicks = excluded.clicks,
      video_views = excluded.video_views, absent = excluded.absent, definition = excluded.definition,
      is_simulated = excluded.is_simulated, recorded_at = excluded.recorded_at
  )
  select (select count(*) from snapshot)::int, (select count(*) from held)::int,
    (select count(*) from post where is_new)::int;
end
$$;
comment on function private.keep_items is
  'Derives posts, snapshots, latest numbers and quarantine from events that read_items has read. Safe to repeat, in any order.';

create function private.lock_ingest(workspace uuid) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('ingest of ' || workspace, 0));
end
$$;
comment on function private.lock_ingest is 'One writer of a workspace''s ingest at a time, until the transaction ends.';

-- The lease and the place in the data set: a worker that was overtaken by another is refused.
create function private.held_ingest(batch jsonb) returns public.ingest_runs
language plpgsql
set search_path = ''
as $$
declare
  r public.ingest_runs;
begin
  select * into r from public.ingest_runs
  where id = (batch ->> 'run_id')::uuid and workspace_id = (batch ->> 'workspace_id')::uuid
    and lease_token = (batch ->> 'lease_token')::uuid and leased_until > clock_timestamp()
  for update;
  if not found then
    perform private.fail(409, 'The lease on this run was lost: another worker has it.');
  end if;
  return r;
end
$$;
comment on function private.held_ingest is 'The run that a worker holds, locked. 409 when it does not hold it any more.';

create function private.report_ingest(batch jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  report jsonb;
begin
  for report in select value from jsonb_array_elements(coalesce(batch -> 'reports', '[]')) loop
    perform private.report_calls(report);
  end loop;
end
$$;
comment on function private.report_ingest is 'Records in the budgets what a run''s calls came to.';

create function public.settle_ingest_page(batch jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
#variable_conflict use_column
declare
  r public.ingest_runs;
  payloads constant text[] := array(select jsonb_array_elements_text(batch -> 'items'));
  total constant int := greatest((batch ->> 'total')::int, (batch ->> 'offset')::int + cardinality(payloads));
  items private.ingest_item[];
  event_ids bigint[];
  made int;
  kept record;
  is_last boolean;
begin
  perform private.lock_ingest((batch ->> 'workspace_id')::uuid);
  r := private.held_ingest(batch);
  if r.state <> 'collecting' or r.next_offset <> (batch ->> 'offset')::int then
    perform private.fail(409, 'This page was read before.');
  end if;
  items := array(select i from private.read_items(r.platform, payloads) as i order by i.number);
  with item as materialized (
    select given.number, given.payload, sha256(convert_to(given.payload, 'UTF8')) as payload_hash, i.external_id
    from unnest(payloads) with ordinality as given (payload, number)
    join unnest(items) as i on i.number = given.number
  ), event as (
    insert into public.raw_events (
      workspace_id, source, run_ref, external_id, is_simulated, observed_at, payload, payload_hash)
    select r.workspace_id, 'apify_' || r.platform::text, 'apify:' || r.provider_run_id, item.external_id,
      (batch ->> 'is_simulated')::boolean, r.ended_at, item.payload::json, item.payload_hash
    from item order by item.number
    on conflict do nothing
    returning id, payload_hash
  ), first as (
    select min(item.number) as number, event.id from event join item using (payload_hash) group by event.id
  )
  select array_agg(first.id order by given.number), count(first.id)
  into event_ids, made
  from generate_series(1, cardinality(payloads)) as given (number) left join first using (number);

  select k.* into kept from private.keep_items(r, items, coalesce(event_ids, '{}')) as k;
  is_last := r.next_offset + cardinality(payloads) >= total or cardinality(payloads) = 0;
  update public.ingest_runs as run set
    items = total, next_offset = run.next_offset + cardinality(payloads), events = run.events + made,
    ingested = run.ingested + kept.ingested, quarantined = run.quarantined + kept.quarantined,
    duplicates = run.duplicates + cardinality(payloads) - kept.ingested - kept.quarantined,
    new_posts = run.new_posts + kept.new_posts, is_simulated = run.is_simulated or (batch ->> 'is_simulated')::boolean,
    page_items = (batch ->> 'page_items')::int, attempts = 0, lost = 0, not_before = null,
    lease_token = null, leased_until = null,
    state = case when is_last then private.ingest_end(run.provider_status, run.cancel_requested_at) else run.state end,
    finished_at = case when is_last then clock_timestamp() end,
    error_code = case when is_last and run.error_code <> 'provider_failed' then null else run.error_code end,
    error_detail = case when is_last and run.error_code <> 'provider_failed' then null else run.error_detail end
  where run.id = r.id and run.workspace_id = r.workspace_id
  returning * into r;
  perform private.report_ingest(batch);
  return jsonb_build_object('state', r.state, 'next_offset', r.next_offset);
end
$$;
comment on function public.settle_ingest_page is
  'Records a page of a run''s items, all or nothing: {run_id, workspace_id, lease_token, offset, items: [JSON texts], total, page_items, is_simulated, reports}. 409 when the lease was lost or the page was read before.';

create function private.ingest_end(provider_status text, cancelled_at timestamptz) returns text
language plpgsql immutable
set search_path = ''
as $$
begin
  return case provider_status
    when 'SUCCEEDED' then 'succeeded' when 'TIMED-OUT' then 'timed_out'
    when 'ABORTED' then case when cancelled_at is null then 'aborted' else 'cancelled' end
    else 'failed' end;
end
$$;
comment on function private.ingest_end is 'How a run ends whose provider said this.';

grant execute on function private.keep_items, private.lock_ingest, private.held_ingest, private.report_ingest,
  private.ingest_end, public.settle_ingest_page to service_role;
