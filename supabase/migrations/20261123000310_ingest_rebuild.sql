-- Posts, snapshots and latest numbers of ingest again, from raw events alone:
-- any number of times, in any order, to the same state.
grant select on public.ingest_runs to retention;
create policy "Retention sees ingest runs" on public.ingest_runs for select to retention using (true);

-- Only snapshots whose event is still there: what retention took the events of, stays.
create function private.drop_ingest_snapshots(run uuid) returns bigint[]
language plpgsql security definer
set search_path = ''
set enable_nestloop = off
as $$
declare
  r public.ingest_runs;
  dropped bigint[];
begin
  select * into r from public.ingest_runs where id = run;
  with gone as (
    delete from public.post_metrics as m using public.raw_events as e
    where e.workspace_id = r.workspace_id and e.run_ref = 'apify:' || r.provider_run_id
      and m.workspace_id = r.workspace_id and m.captured_at = r.ended_at and m.bucket_at = r.slot
      and m.raw_event_id = e.id
    returning m.post_id
  )
  select coalesce(array_agg(post_id), '{}') into dropped from gone;
  -- They come again unthinned: the days are thinned once more.
  update private.retention_marks as mark set day = least(mark.day, (r.slot at time zone 'UTC')::date)
  where mark.part = 'snapshots_thinned' and cardinality(dropped) > 0;
  return dropped;
end
$$;
comment on function private.drop_ingest_snapshots is
  'Definer, owned by retention: removes a run''s snapshots so that they can be derived again. Returns their posts.';
grant create on schema private to retention;
alter function private.drop_ingest_snapshots owner to retention;
revoke create on schema private from retention;
revoke execute on function private.drop_ingest_snapshots from public;
grant execute on function private.drop_ingest_snapshots to current_user, service_role;

create function private.renew_latest(workspace uuid, post_ids bigint[]) returns void
language plpgsql
set search_path = ''
as $$
begin
  delete from public.post_latest where workspace_id = workspace and post_id = any (post_ids);
  insert into public.post_latest (
    post_id, workspace_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments, shares, saves,
    clicks, video_views, absent, definition, is_simulated, recorded_at)
  select distinct on (m.post_id)
    m.post_id, m.workspace_id, m.bucket_at, m.source, m.captured_at, m.impressions, m.reach, m.views, m.likes, m.comments,
    m.shares, m.saves, m.clicks, m.video_views, m.absent, m.definition, m.is_simulated, m.recorded_at
  from public.post_metrics as m
  where m.workspace_id = workspace and m.post_id = any (post_ids)
    and m.source in (select s.source from public.metric_sources as s where s.is_headline)
  order by m.post_id, m.captured_at desc, m.bucket_at desc, m.source
  on conflict (post_id) do update set
    bucket_at = excluded.bucket_at, source = excluded.source, captured_at = excluded.captured_at,
    impressions = excluded.impressions, reach = excluded.reach, views = excluded.views, likes = excluded.likes,
    comments = excluded.comments, shares = excluded.shares, saves = excluded.saves, clicks = excluded.clicks,
    video_views = excluded.video_views, absent = excluded.absent, definition = excluded.definition,
    is_simulated = excluded.is_simulated, recorded_at = excluded.recorded_at;
end
$$;
comment on function private.renew_latest is 'Derives the latest numbers of posts from their snapshots.';

create function private.rebuild_ingest_run(r public.ingest_runs) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  at_once constant int := 1000;
  page record;
  kept record;
  touched bigint[];
  after_event bigint := 0;
  found_events int := 0;
  made int := 0;
  held int := 0;
  open_before int;
begin
  select count(*) into open_before from public.ingest_quarantine as q
  where q.workspace_id = r.workspace_id and q.run_id = r.id and q.resolved_at is null;
  touched := private.drop_ingest_snapshots(r.id);
  loop
    select array_agg(e.id order by e.id) as ids, array_agg(e.payload::text order by e.id) as payloads into page
    from (
      select id, payload from public.raw_events
      where workspace_id = r.workspace_id and run_ref = 'apify:' || r.provider_run_id and observed_at is not null
        and id > after_event
      order by id limit at_once) as e;
    exit when page.ids is null;
    select k.* into kept from private.keep_items(
      r, array(select i from private.read_items(r.platform, page.payloads) as i order by i.number), page.ids) as k;
    found_events := found_events + cardinality(page.ids);
    made := made + kept.ingested;
    held := held + kept.quarantined;
    after_event := page.ids[cardinality(page.ids)];
  end loop;

  -- A post whose events all fail now keeps its place, without a snapshot.
  delete from private.ingest_posts as p
  where p.workspace_id = r.workspace_id and p.post_id = any (touched) and not exists (
    select from public.post_metrics as m
    join public.raw_events as e on e.id = m.raw_event_id and e.observed_at is not null
    where m.workspace_id = r.workspace_id and m.post_id = p.post_id);
  perform private.renew_latest(r.workspace_id, touched);
  -- Numbers may read otherwise now. Of older posts the snapshots are thinned, and the ages kept tell more.
  perform private.rebuild_post_ages(r.workspace_id, array(
    select p.id from public.posts as p
    where p.workspace_id = r.workspace_id and p.id = any (touched) and p.published_at > now() - interval '90 days'));
  -- Days that were rolled up with other numbers are rolled up again.
  update private.rollup_states as s set rolled_until = least(s.rolled_until, (r.ended_at at time zone 'UTC')::date - 1)
  where s.workspace_id = r.workspace_id and found_events > 0;
  -- Of events that retention took nothing can be counted any more.
  if found_events >= r.events then
    update public.ingest_runs as run set
      ingested = made, quarantined = held, duplicates = run.next_offset - made - held
    where run.id = r.id and run.workspace_id = r.workspace_id;
  end if;
  return jsonb_build_object('run_id', r.id, 'events', found_events, 'ingested', made, 'quarantined', held,
    'resolved', greatest(0, open_before - held));
end
$$;
comment on function private.rebuild_ingest_run is
  'Derives one run again from its events, and what was quarantined of it. Returns {run_id, events, ingested, quarantined, resolved}.';

create function public.rebuild_ingest(workspace uuid, run uuid default null) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  r public.ingest_runs;
  rebuilt jsonb := '[]';
begin
  perform private.lock_ingest(workspace);
  for r in
    select * from public.ingest_runs as each
    where each.workspace_id = workspace and (run is null or each.id = run) and each.provider_run_id is not null
      and each.ended_at is not null
    order by each.slot
  loop
    rebuilt := rebuilt || private.rebuild_ingest_run(r);
  end loop;
  return rebuilt;
end
$$;
comment on function public.rebuild_ingest is
  'Derives posts, snapshots, latest numbers and quarantine of a workspace''s ingest, or of one run, from raw events alone. Any number of times, in any order, to the same ingest_hash. Returns [{run_id, events, ingested, quarantined, resolved}].';

create function public.ingest_hash(workspace uuid) returns text
language sql stable
set search_path = ''
set timezone = 'UTC'
as $$
  with line (text) as (
    select jsonb_build_array('post', p.platform, p.external_id, p.url, p.author_handle, p.author_name, p.caption,
      p.media_kind, p.duration_seconds, p.thumbnail_url, p.published_at)::text
    from private.ingest_posts as i join public.posts as p on p.workspace_id = i.workspace_id and p.id = i.post_id
    where i.workspace_id = workspace
    union all
    select jsonb_build_array('snapshot', p.platform, p.external_id, m.bucket_at, m.source, m.captured_at, m.views, m.likes,
      m.comments, m.shares, m.saves, m.video_views, m.absent, m.definition, m.is_simulated, encode(e.payload_hash, 'hex'))::text
    from public.post_metrics as m
    join public.raw_events as e on e.id = m.raw_event_id and e.observed_at is not null
    join public.posts as p on p.workspace_id = m.workspace_id and p.id = m.post_id
    where m.workspace_id = workspace
    union all
    select jsonb_build_array('latest', p.platform, p.external_id, l.bucket_at, l.source, l.captured_at, l.views, l.likes,
      l.comments, l.shares, l.saves, l.video_views, l.absent, l.definition, l.is_simulated)::text
    from private.ingest_posts as i
    join public.posts as p on p.workspace_id = i.workspace_id and p.id = i.post_id
    join public.post_latest as l on l.workspace_id = i.workspace_id and l.post_id = i.post_id
    where i.workspace_id = workspace
    union all
    select jsonb_build_array('quarantine', r.slot, q.code, q.field, q.found, q.expected, q.resolved_at is null)::text
    from public.ingest_quarantine as q
    join public.ingest_runs as r on r.workspace_id = q.workspace_id and r.id = q.run_id
    where q.workspace_id = workspace
  )
  select encode(sha256(convert_to(coalesce(string_agg(line.text, E'\n' order by line.text collate "C"), ''), 'UTF8')), 'hex')
  from line
$$;
comment on function public.ingest_hash is 'SHA-256 over all that ingest derived for a workspace, without ids of ours.';

grant execute on function private.renew_latest, private.rebuild_ingest_run, public.rebuild_ingest, public.ingest_hash
  to service_role;
grant update on private.rollup_states to service_role;
