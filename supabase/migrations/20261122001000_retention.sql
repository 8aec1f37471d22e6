-- Retention by policy. One role may remove what is append-only for everybody
-- else, through the functions below, and what it removed is counted.
do $$
begin
  if not exists (select from pg_roles where rolname = 'retention') then
    create role retention nologin;
  end if;
end
$$;
-- To hand it its functions.
grant retention to current_user;

create or replace function private.refuse_change() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'DELETE' and (pg_trigger_depth() > 1 or current_user = 'retention') then
    return old;
  end if;
  raise exception using
    errcode = '42501', message = format('%s is append-only: %s is refused.', tg_table_name, lower(tg_op));
end
$$;

create table public.removals (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  removed_at timestamptz not null default now(),
  what text not null check (what in ('raw_events', 'snapshots_thinned', 'youtube_unauthorised', 'refresh_units', 'account_history')),
  rows int not null check (rows > 0)
);
comment on table public.removals is 'What retention removed of a workspace''s data, and why.';
comment on column public.removals.what is
  'raw_events: payloads older than the policy keeps; snapshots_thinned: older than 90 days, but the last of each day; youtube_unauthorised: YouTube''s 30-day rule for data without the channel''s consent (payloads, snapshots, latest numbers and days); refresh_units: pieces of old runs; account_history: somebody deleted an account with its history.';
create index removals_workspace_idx on public.removals (workspace_id, removed_at desc);
alter table public.removals enable row level security;
grant select on public.removals to authenticated, service_role;
create policy "Members read what was removed" on public.removals
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));

-- How far retention came: what lies behind is not read again each night.
create table private.retention_marks (
  part text primary key,
  day date,
  post_id bigint
);
comment on table private.retention_marks is 'snapshots_thinned: the first day not thinned yet. youtube_unauthorised: the last post looked at.';
alter table private.retention_marks enable row level security;

grant usage on schema public, private to retention;
grant select, delete on public.raw_events, public.post_metrics, public.post_latest, public.posts, public.refresh_units,
  public.accounts, public.post_days to retention;
grant select, insert, update on private.retention_marks to retention;
grant select, update (moves) on private.rollup_states to retention;
grant update (title, caption, author_handle, author_name, thumbnail_url) on public.posts to retention;
grant select on public.account_posts, public.job_rows, public.metric_sources, public.refresh_runs to retention;
grant insert, select on public.removals to retention;
create policy "Retention sees payloads" on public.raw_events for select to retention using (true);
create policy "Retention removes payloads" on public.raw_events for delete to retention using (true);
create policy "Retention sees snapshots" on public.post_metrics for select to retention using (true);
create policy "Retention thins snapshots" on public.post_metrics for delete to retention using (true);
create policy "Retention sees latest numbers" on public.post_latest for select to retention using (true);
create policy "Retention removes latest numbers" on public.post_latest for delete to retention using (true);
create policy "Retention sees posts" on public.posts for select to retention using (true);
create policy "Retention blanks posts" on public.posts for update to retention using (true) with check (true);
create policy "Retention removes posts" on public.posts for delete to retention using (true);
create policy "Retention sees units" on public.refresh_units for select to retention using (true);
create policy "Retention removes units" on public.refresh_units for delete to retention using (true);
create policy "Retention sees runs" on public.refresh_runs for select to retention using (true);
create policy "Retention sees accounts" on public.accounts for select to retention using (true);
create policy "Retention removes accounts" on public.accounts for delete to retention using (true);
create policy "Retention sees account posts" on public.account_posts for select to retention using (true);
create policy "Retention sees job rows" on public.job_rows for select to retention using (true);
create policy "Retention counts" on public.removals for insert to retention with check (true);
create policy "Retention sees its counts" on public.removals for select to retention using (true);
create policy "Retention sees sources" on public.metric_sources for select to retention using (true);
create policy "Retention sees days of posts" on public.post_days for select to retention using (true);
create policy "Retention removes days of posts" on public.post_days for delete to retention using (true);
create policy "Retention knows how far roll-ups are" on private.rollup_states for select to retention using (true);
create policy "Retention has roll-ups made again" on private.rollup_states for update to retention using (true) with check (true);
create policy "Retention knows how far it came" on private.retention_marks for select to retention using (true);
create policy "Retention notes where it begins" on private.retention_marks for insert to retention with check (true);
create policy "Retention notes how far it came" on private.retention_marks for update to retention using (true) with check (true);
create index raw_events_received_idx on public.raw_events (received_at);
create index raw_events_external_idx on public.raw_events (workspace_id, external_id);
create index post_metrics_bucket_idx on public.post_metrics using brin (bucket_at);
create index job_rows_post_idx on public.job_rows (post_id) where post_id is not null;
create index posts_youtube_idx on public.posts (id) where platform = 'youtube';
create index refresh_units_finished_idx on public.refresh_units (finished_at);

create function private.remove_payloads(older_than interval, take int) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  removed int;
begin
  with gone as (
    delete from public.raw_events where id in (
      select id from public.raw_events where received_at < now() - older_than order by received_at limit take)
    returning workspace_id
  ), counted as (
    insert into public.removals (workspace_id, what, rows)
    select workspace_id, 'raw_events', count(*) from gone group by 1 returning rows
  )
  select coalesce(sum(rows), 0) into removed from counted;
  return removed;
end
$$;
comment on function private.remove_payloads is 'Definer, owned by retention: removes the oldest payloads of before a time. Returns how many.';

-- Day by day, and each day once. What answered a job's row stays: the job still shows it.
create function private.thin_snapshots(older_than interval, take int) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  until_day constant date := ((now() - older_than) at time zone 'UTC')::date;
  thin_day date := (select m.day from private.retention_marks as m where m.part = 'snapshots_thinned');
  removed int := 0;
  found_now int;
begin
  thin_day := coalesce(thin_day, (
    select (min(bucket_at) at time zone 'UTC')::date from public.post_metrics
    where bucket_at < until_day::timestamp at time zone 'UTC'));
  if thin_day is null then
    return 0;
  end if;
  while thin_day < until_day and removed < take loop
    with ranked as (
      select post_id, bucket_at, source,
        row_number() over (partition by post_id, source order by bucket_at desc) as from_last
      from public.post_metrics
      where bucket_at >= thin_day::timestamp at time zone 'UTC'
        and bucket_at < (thin_day + 1)::timestamp at time zone 'UTC'
    ), old as (
      select ranked.post_id, ranked.bucket_at, ranked.source from ranked
      where ranked.from_last > 1 and not exists (
        select from public.job_rows as r where r.post_id = ranked.post_id
          and (r.bucket_at = ranked.bucket_at and r.source = ranked.source
            or r.previous_bucket_at = ranked.bucket_at and r.previous_source = ranked.source))
      limit take - removed
    ), gone as (
      delete from public.post_metrics as m using old
      where m.post_id = old.post_id and m.bucket_at = old.bucket_at and m.source = old.source
        and m.bucket_at >= thin_day::timestamp at time zone 'UTC'
        and m.bucket_at < (thin_day + 1)::timestamp at time zone 'UTC'
      returning m.workspace_id
    ), counted as (
      insert into public.removals (workspace_id, what, rows)
      select workspace_id, 'snapshots_thinned', count(*) from gone group by 1 returning rows
    )
    select coalesce(sum(rows), 0) into found_now from counted;
    removed := removed + found_now;
    if removed < take then
      thin_day := thin_day + 1;
    end if;
  end loop;
  insert into private.retention_marks as m (part, day) values ('snapshots_thinned', thin_day)
  on conflict (part) do update set day = excluded.day;
  return removed;
end
$$;
comment on function private.thin_snapshots is
  'Definer, owned by retention: of each post, source and UTC day that lies wholly before a time keeps the last snapshot, and what a job shows. Returns how many went.';

-- Consent is a channel that covers the post and whose tokens are held. One that
-- has to be reconnected keeps it for 30 days, unless it was taken back.
create function private.without_consent(posts bigint[]) returns bigint[]
language sql stable security definer
set search_path = ''
as $$
  select array(
    select p.id from public.posts as p
    where p.id = any (posts) and not exists (
      select from public.account_posts as ap
      join public.accounts as a on a.workspace_id = ap.workspace_id and a.id = ap.account_id
      where ap.workspace_id = p.workspace_id and ap.post_id = p.id
        and (a.status in ('connected', 'disabled') or a.status = 'needs_reconnect' and a.problem <> 'revoked'
          and a.problem_at > now() - interval '30 days')))
$$;
comment on function private.without_consent is 'Definer, owned by retention: which of these posts no connected account covers.';

create function private.forget_youtube(take int) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  expiry constant timestamptz := now() - interval '30 days';
  mark constant bigint := coalesce((
    select m.post_id from private.retention_marks as m where m.part = 'youtube_unauthorised'), 0);
  looked constant bigint[] := array(
    select id from public.posts where platform = 'youtube' and id > mark order by id limit take);
  strangers constant bigint[] := private.without_consent(looked);
  removed int;
  most int;
begin
  with old as (
    select m.post_id, m.bucket_at, m.source from unnest(strangers) as s (id)
    join public.post_metrics as m on m.post_id = s.id
    where m.bucket_at < expiry and m.captured_at < expiry limit take
  ), snapshot as (
    delete from public.post_metrics as m using old
    where m.post_id = old.post_id and m.bucket_at = old.bucket_at and m.source = old.source
    returning m.workspace_id
  ), payload as (
    delete from public.raw_events where id in (
      select r.id from public.posts as p
      join public.raw_events as r on r.workspace_id = p.workspace_id and r.external_id = p.external_id
      where p.id = any (strangers) and r.received_at < expiry
        and r.source in (select s.source from public.metric_sources as s where s.platform = 'youtube')
      limit take)
    returning workspace_id
  ), day as (
    delete from public.post_days where (post_id, day) in (
      select d.post_id, d.day from unnest(strangers) as s (id)
      join public.post_days as d on d.post_id = s.id
      where d.captured_at < expiry limit take)
    returning workspace_id
  ), latest as (
    delete from public.post_latest where post_id = any (strangers) and captured_at < expiry
    returning workspace_id
  ), gone as (
    select workspace_id, 'snapshot' as kind from snapshot
    union all select workspace_id, 'payload' from payload
    union all select workspace_id, 'day' from day
    union all select workspace_id, 'latest' from latest
  ), counted as (
    insert into public.removals (workspace_id, what, rows)
    select workspace_id, 'youtube_unauthorised', count(*) from gone group by 1
    returning rows
  ), made_again as (
    update private.rollup_states set moves = moves + 1 where workspace_id in (select workspace_id from day)
  )
  select coalesce((select sum(rows) from counted), 0),
    coalesce((select max(n) from (select count(*) as n from gone group by kind) as kinds), 0)
  into removed, most;
  update public.posts as p set title = null, caption = null, author_handle = null, author_name = null, thumbnail_url = null
  where p.id = any (strangers) and p.created_at < expiry
    and num_nonnulls(p.title, p.caption, p.author_handle, p.author_name, p.thumbnail_url) > 0
    and not exists (select from public.post_latest as l where l.post_id = p.id);

  if most < take then
    insert into private.retention_marks as m (part, post_id)
    values ('youtube_unauthorised', case when cardinality(looked) = take then looked[take] else 0 end)
    on conflict (part) do update set post_id = excluded.post_id;
  end if;
  return jsonb_build_object('removed', removed, 'unfinished', most = take or cardinality(looked) = take);
end
$$;
comment on function private.forget_youtube is
  'Definer, owned by retention: YouTube''s numbers and texts of more than 30 days ago that no connected channel covers, from so many posts at a time. Returns {removed, unfinished}.';

create function private.remove_units(older_than interval, take int) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  removed int;
begin
  with gone as (
    delete from public.refresh_units where id in (
      select id from public.refresh_units where finished_at < now() - older_than order by finished_at limit take)
    returning workspace_id
  ), counted as (
    insert into public.removals (workspace_id, what, rows)
    select workspace_id, 'refresh_units', count(*) from gone group by 1 returning rows
  )
  select coalesce(sum(rows), 0) into removed from counted;
  return removed;
end
$$;
comment on function private.remove_units is 'Definer, owned by retention: removes the oldest units that ended before a time. Returns how many.';

create function private.remove_old(raw_days int, daily_after_days int, take int, parts text[]) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  removed jsonb := '{"raw_events": 0, "snapshots_thinned": 0, "youtube_unauthorised": 0, "refresh_units": 0}';
  unfinished text[] := '{}';
  part text;
  youtube jsonb;
begin
  -- Two at once would wait for each other's rows; the one who came first does it all.
  if not pg_try_advisory_xact_lock(hashtextextended('retention', 0)) then
    return removed || jsonb_build_object('unfinished', unfinished);
  end if;
  foreach part in array parts loop
    case part
      when 'raw_events' then
        removed := removed || jsonb_build_object(part, private.remove_payloads(make_interval(days => raw_days), take));
      when 'snapshots_thinned' then
        removed := removed || jsonb_build_object(part, private.thin_snapshots(make_interval(days => daily_after_days), take));
      when 'refresh_units' then
        removed := removed || jsonb_build_object(part, private.remove_units(interval '30 days', take));
      when 'youtube_unauthorised' then
        youtube := private.forget_youtube(take);
        removed := removed || jsonb_build_object(part, youtube -> 'removed');
    end case;
    if (part = 'youtube_unauthorised' and (youtube ->> 'unfinished')::boolean)
      or (part <> 'youtube_unauthorised' and (removed ->> part)::int >= take)
    then
      unfinished := unfinished || part;
    end if;
  end loop;
  return removed || jsonb_build_object('unfinished', unfinished);
end
$$;
comment on function private.remove_old is 'Definer, owned by retention: see public.remove_old.';

create function private.erase_account(account uuid) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  a public.accounts;
  erased bigint[];
  rows int;
begin
  select * into a from public.accounts where id = account;
  -- A job's posts stay with the job, a schedule's with the schedule.
  erased := array(
    select ap.post_id from public.account_posts as ap
    where ap.workspace_id = a.workspace_id and ap.account_id = account
      and not exists (select from public.job_rows as r where r.workspace_id = a.workspace_id and r.post_id = ap.post_id)
      and not exists (
        select from public.schedule_external as e where e.workspace_id = a.workspace_id and e.post_id = ap.post_id));
  delete from public.raw_events as r using public.posts as p
  where p.workspace_id = a.workspace_id and p.id = any (erased)
    and r.workspace_id = a.workspace_id and r.external_id = p.external_id
    and r.source in (select s.source from public.metric_sources as s where s.platform = a.platform);
  delete from public.posts as p where p.workspace_id = a.workspace_id and p.id = any (erased);
  get diagnostics rows = row_count;
  delete from public.accounts where id = account;
  if rows > 0 then
    insert into public.removals (workspace_id, what, rows) values (a.workspace_id, 'account_history', rows);
  end if;
  return rows;
end
$$;
comment on function private.erase_account is 'Definer, owned by retention: an account, and the posts that only it brought, with everything measured of them.';

-- A function's owner must be able to create in its schema, for this moment.
grant create on schema private to retention;
alter function private.remove_payloads owner to retention;
alter function private.thin_snapshots owner to retention;
alter function private.without_consent owner to retention;
alter function private.forget_youtube owner to retention;
alter function private.remove_units owner to retention;
alter function private.remove_old owner to retention;
alter function private.erase_account owner to retention;
revoke create on schema private from retention;
revoke execute on function private.remove_payloads, private.thin_snapshots, private.without_consent,
  private.forget_youtube, private.remove_units, private.remove_old, private.erase_account from public;
grant execute on function private.remove_old to service_role;
grant execute on function private.erase_account to current_user;

create function private.delete_account_history(account uuid) returns int
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role((select workspace_id from public.accounts where id = account), 'owner');
  -- A run whose units go with the account would never end: end them first.
  perform private.disconnect_account(account);
  return private.erase_account(account);
end
$$;
comment on function private.delete_account_history is 'Definer: owners may not delete posts themselves.';
grant execute on function private.delete_account_history to authenticated;

create function public.delete_account_history(account uuid) returns int
language sql set search_path = '' as $$ select private.delete_account_history(account); $$;
comment on function public.delete_account_history is
  'Deletes an account, its tokens, and the posts that only it brought, with all that was measured of them. For owners. Returns how many posts.';
grant execute on function public.delete_account_history to authenticated;

create function public.remove_old(
  raw_days int default 365, daily_after_days int default 90, take int default 5000,
  parts text[] default '{raw_events,snapshots_thinned,youtube_unauthorised,refresh_units}')
returns jsonb
language sql set search_path = '' as $$ select private.remove_old(raw_days, daily_after_days, take, parts); $$;
comment on function public.remove_old is
  'One bounded step of retention: payloads older than raw_days, snapshots older than daily_after_days but the last of each UTC day, YouTube data without consent after 30 days, old units. Returns how many rows of each part, and which are unfinished: ask for those again.';
grant execute on function public.remove_old to service_role;

-- Budgets of an account go with it.
create function private.drop_account_budgets() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  delete from private.provider_budgets where credential = old.id::text;
  return null;
end
$$;
comment on function private.drop_account_budgets is 'Definer: who deletes a workspace may not touch budgets.';
create trigger drop_account_budgets after delete on public.accounts
  for each row execute function private.drop_account_budgets();

-- What retention removed is said where it is missing.
create or replace view public.job_results with (security_invoker = true) as
select
  r.workspace_id, r.job_id, r.row_number, r.status, r.platform, r.url, r.uploaded_url, r.external_id, r.extra,
  case
    when r.status = 'queued' and (r.not_before > now() or lane.waits_until > now()) then 'waiting'
    else r.status::text
  end as state,
  r.error_code, r.error_detail,
  case when r.status = 'queued' then greatest(r.not_before, lane.waits_until) end as waits_until,
  case when r.status = 'queued' then coalesce(r.error_code, lane.waits_for) end as waits_for,
  r.post_id, p.author_handle, p.author_name, p.title, p.media_kind, p.duration_seconds, p.thumbnail_url,
  p.published_at,
  m.impressions, m.reach, m.views, m.likes, m.comments, m.shares, m.saves, m.clicks, m.video_views,
  case when m.post_id is null and r.status = 'succeeded' then
    '{"impressions": "expired", "reach": "expired", "views": "expired", "likes": "expired", "comments": "expired", "shares": "expired", "saves": "expired", "clicks": "expired", "video_views": "expired"}'::jsonb
    else m.absent end as absent,
  m.definition, m.source, m.captured_at as measured_at, m.is_simulated,
  round(
    (coalesce(m.likes, 0)::numeric + coalesce(m.comments, 0)) / nullif(m.views, 0), 6
  ) as engagement_rate,
  b.views as previous_views, b.likes as previous_likes, b.comments as previous_comments,
  b.captured_at as previous_measured_at
from public.job_rows as r
left join public.job_lanes as lane on lane.job_id = r.job_id and lane.platform = r.platform
left join public.posts as p on p.id = r.post_id
left join public.post_metrics as m
  on m.post_id = r.post_id and m.bucket_at = r.bucket_at and m.source = r.source
left join public.post_metrics as b
  on b.post_id = r.post_id and b.bucket_at = r.previous_bucket_at and b.source = r.previous_source;
