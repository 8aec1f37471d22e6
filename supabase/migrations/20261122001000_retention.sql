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
  'raw_events: payloads older than the policy keeps; snapshots_thinned: older than 90 days, but the last of each day; youtube_unauthorised: YouTube''s 30-day rule for data without the channel''s consent; refresh_units: pieces of old runs; account_history: somebody deleted an account with its history.';
create index removals_workspace_idx on public.removals (workspace_id, removed_at desc);
alter table public.removals enable row level security;
grant select on public.removals to authenticated, service_role;
create policy "Members read what was removed" on public.removals
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));

grant usage on schema public, private to retention;
grant select, delete on public.raw_events, public.post_metrics, public.post_latest, public.posts, public.refresh_units,
  public.accounts to retention;
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
create index raw_events_received_idx on public.raw_events (received_at);

create function private.remove_old(raw_days int, daily_after_days int, take int) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  raw int;
  thinned int;
  youtube int;
  units int;
begin
  with gone as (
    delete from public.raw_events where id in (
      select id from public.raw_events where received_at < now() - make_interval(days => raw_days) order by received_at limit take)
    returning workspace_id
  ), counted as (
    insert into public.removals (workspace_id, what, rows) select workspace_id, 'raw_events', count(*) from gone group by 1 returning rows
  )
  select coalesce(sum(rows), 0) into raw from counted;

  with old as (
    select m.post_id, m.bucket_at, m.source from public.post_metrics as m
    where m.bucket_at < now() - make_interval(days => daily_after_days) and exists (
      select from public.post_metrics as later
      where later.post_id = m.post_id and later.source = m.source and later.bucket_at > m.bucket_at
        and later.bucket_at < (m.bucket_at at time zone 'UTC')::date::timestamp at time zone 'UTC' + interval '1 day')
    limit take
  ), gone as (
    delete from public.post_metrics as m using old
    where m.post_id = old.post_id and m.bucket_at = old.bucket_at and m.source = old.source
    returning m.workspace_id
  ), counted as (
    insert into public.removals (workspace_id, what, rows) select workspace_id, 'snapshots_thinned', count(*) from gone group by 1 returning rows
  )
  select coalesce(sum(rows), 0) into thinned from counted;

  -- Consent is a connected channel that covers the post.
  with stranger as (
    select p.workspace_id, p.id, p.external_id from public.posts as p
    where p.platform = 'youtube' and not exists (
      select from public.account_posts as ap
      join public.accounts as a on a.workspace_id = ap.workspace_id and a.id = ap.account_id and a.status = 'connected'
      where ap.workspace_id = p.workspace_id and ap.post_id = p.id)
  ), old as (
    select m.post_id, m.bucket_at, m.source from stranger
    join public.post_metrics as m on m.workspace_id = stranger.workspace_id and m.post_id = stranger.id
    where m.bucket_at < now() - interval '30 days' limit take
  ), gone as (
    delete from public.post_metrics as m using old
    where m.post_id = old.post_id and m.bucket_at = old.bucket_at and m.source = old.source
    returning m.workspace_id
  ), payload as (
    delete from public.raw_events as r using stranger
    where r.workspace_id = stranger.workspace_id and r.external_id = stranger.external_id and r.source like 'youtube%'
      and r.received_at < now() - interval '30 days'
    returning r.workspace_id
  ), latest as (
    delete from public.post_latest as l using stranger
    where l.workspace_id = stranger.workspace_id and l.post_id = stranger.id and l.captured_at < now() - interval '30 days'
    returning l.workspace_id, l.post_id
  ), blanked as (
    update public.posts as p set title = null, caption = null, author_handle = null, author_name = null, thumbnail_url = null
    from latest where p.workspace_id = latest.workspace_id and p.id = latest.post_id
    returning p.id
  ), counted as (
    insert into public.removals (workspace_id, what, rows)
    select workspace_id, 'youtube_unauthorised', count(*) from (
      select workspace_id from gone union all select workspace_id from payload) as removed group by 1
    returning rows
  )
  select coalesce(sum(rows), 0) into youtube from counted;

  with gone as (
    delete from public.refresh_units where id in (
      select id from public.refresh_units
      where finished_at < now() - interval '30 days' order by id limit take)
    returning workspace_id
  ), counted as (
    insert into public.removals (workspace_id, what, rows) select workspace_id, 'refresh_units', count(*) from gone group by 1 returning rows
  )
  select coalesce(sum(rows), 0) into units from counted;

  return jsonb_build_object('raw_events', raw, 'snapshots_thinned', thinned, 'youtube_unauthorised', youtube, 'refresh_units', units);
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
  -- A job's posts stay with the job.
  erased := array(
    select ap.post_id from public.account_posts as ap
    where ap.workspace_id = a.workspace_id and ap.account_id = account and not exists (
      select from public.job_rows as r where r.workspace_id = a.workspace_id and r.post_id = ap.post_id));
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
alter function private.remove_old owner to retention;
alter function private.erase_account owner to retention;
revoke create on schema private from retention;
revoke execute on function private.remove_old, private.erase_account from public;
grant execute on function private.remove_old to service_role;
grant execute on function private.erase_account to current_user;

create function private.delete_account_history(account uuid) returns int
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role((select workspace_id from public.accounts where id = account), 'owner');
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

create function public.remove_old(raw_days int default 365, daily_after_days int default 90, take int default 5000) returns jsonb
language sql set search_path = '' as $$ select private.remove_old(raw_days, daily_after_days, take); $$;
comment on function public.remove_old is
  'One bounded step of retention: payloads older than raw_days, snapshots older than daily_after_days but the last of each UTC day, YouTube data without consent after 30 days, old units. Returns how many rows of each; repeat while any is `take`.';
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
