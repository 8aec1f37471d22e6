-- Posts and what was measured of them. Raw payloads are kept as received;
-- snapshots are appended; post_latest is derived and can be rebuilt.
create type public.platform as enum ('youtube', 'tiktok', 'instagram', 'facebook', 'linkedin');
create type public.media_kind as enum ('video', 'short', 'reel', 'image', 'carousel', 'live', 'text');

create table public.metric_definitions (
  id text primary key,
  platform public.platform not null,
  source text not null,
  valid_from date not null,
  description text not null
);
comment on table public.metric_definitions is
  'What a source''s numbers mean, and since when. Platforms redefine a view: numbers of two definitions are never compared as one series.';

create table public.posts (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  platform public.platform not null,
  external_id text not null check (external_id <> ''),
  url text not null,
  author_handle text,
  author_name text,
  title text,
  caption text,
  media_kind public.media_kind,
  duration_seconds numeric check (duration_seconds >= 0),
  thumbnail_url text,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, platform, external_id),
  unique (workspace_id, id)
);
comment on table public.posts is 'One row a post and workspace, as its platform last described it. Numbers are in post_metrics and post_latest.';
comment on column public.posts.external_id is 'The platform''s own id, the one in the canonical link.';
comment on column public.posts.url is 'Canonical link, without tracking parameters.';
comment on column public.posts.published_at is 'When the platform says it was published, UTC.';

create table public.raw_events (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  source text not null,
  run_ref text not null,
  external_id text,
  received_at timestamptz not null default now(),
  is_simulated boolean not null,
  payload json not null,
  payload_hash bytea not null,
  unique (workspace_id, run_ref, payload_hash)
);
comment on table public.raw_events is 'Every item as a provider sent it. Never changed; goes only with its workspace.';
comment on column public.raw_events.run_ref is 'What it came with: `job:<id>:<run>` or a provider''s run. The same item twice in one run is one event.';
comment on column public.raw_events.payload is 'The item as it came, to the letter: json, because jsonb would reorder and round it.';
comment on column public.raw_events.payload_hash is 'SHA-256 of the payload''s text.';

create table public.post_metrics (
  workspace_id uuid not null,
  post_id bigint not null,
  bucket_at timestamptz not null,
  source text not null,
  captured_at timestamptz not null,
  impressions bigint check (impressions >= 0),
  reach bigint check (reach >= 0),
  views bigint check (views >= 0),
  likes bigint check (likes >= 0),
  comments bigint check (comments >= 0),
  shares bigint check (shares >= 0),
  saves bigint check (saves >= 0),
  clicks bigint check (clicks >= 0),
  video_views bigint check (video_views >= 0),
  absent jsonb not null default '{}',
  definition text not null references public.metric_definitions (id),
  raw_event_id bigint,
  is_simulated boolean not null,
  primary key (post_id, bucket_at, source),
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade,
  constraint every_gap_has_a_reason check (
    (impressions is null) = (absent ? 'impressions')
    and (reach is null) = (absent ? 'reach')
    and (views is null) = (absent ? 'views')
    and (likes is null) = (absent ? 'likes')
    and (comments is null) = (absent ? 'comments')
    and (shares is null) = (absent ? 'shares')
    and (saves is null) = (absent ? 'saves')
    and (clicks is null) = (absent ? 'clicks')
    and (video_views is null) = (absent ? 'video_views')
  ),
  constraint reasons_are_known check (
    not jsonb_path_exists(absent, '$.* ? (@ != "not_offered" && @ != "hidden" && @ != "pending" && @ != "permission" && @ != "gone" && @ != "error")')
  )
) partition by range (bucket_at);
comment on table public.post_metrics is
  'Append-only snapshots: what one source said of one post at one moment. All counts are lifetime totals; a fall is legal.';
comment on column public.post_metrics.bucket_at is 'The time bucket it belongs to: a cron''s slot, or the start of a job''s run. One snapshot a post, source and bucket.';
comment on column public.post_metrics.captured_at is 'When the answer was recorded, by the database''s clock, UTC.';
comment on column public.post_metrics.source is 'Where it was measured: youtube_data, apify_tiktok, apify_instagram.';
comment on column public.post_metrics.impressions is 'Times shown. Null: see absent.';
comment on column public.post_metrics.reach is 'Different accounts that saw it. Null: see absent.';
comment on column public.post_metrics.views is 'Views as the platform counts them: see definition. Null: see absent.';
comment on column public.post_metrics.video_views is 'Plays of the video. Null: see absent.';
comment on column public.post_metrics.absent is
  'For each missing count its reason: not_offered, hidden, pending, permission, gone or error. {"likes": "hidden"}.';
comment on column public.post_metrics.definition is 'Which definition the numbers follow: metric_definitions.id.';
comment on column public.post_metrics.raw_event_id is
  'The payload it was read from: raw_events.id. No foreign key: both are append-only and made in one statement.';
comment on column public.post_metrics.is_simulated is 'True when it came from the simulator. Never to be shown without that mark.';

create index post_metrics_workspace_idx on public.post_metrics (workspace_id, captured_at);

create table partitions.post_metrics_default partition of public.post_metrics default;

-- Depth 1 is a statement somebody wrote. Deeper is the cascade of a deleted
-- workspace or post, the only way these rows ever go.
create function private.refuse_change() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
    return old;
  end if;
  raise exception using
    errcode = '42501', message = format('%s is append-only: %s is refused.', tg_table_name, lower(tg_op));
end
$$;
comment on function private.refuse_change is 'Makes a table append-only for every role.';

create trigger no_truncate before truncate on partitions.post_metrics_default
  for each statement execute function private.refuse_change();

-- Definer: partitions belong to the owner of the table.
create function private.ensure_partitions(months_ahead int default 2) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  month date;
  made int := 0;
begin
  for month in
    select generate_series(
      date_trunc('month', now() at time zone 'UTC'),
      date_trunc('month', now() at time zone 'UTC') + make_interval(months => months_ahead),
      interval '1 month')::date
  loop
    if to_regclass(format('partitions.post_metrics_%s', to_char(month, 'YYYY_MM'))) is null then
      execute format(
        'create table partitions.post_metrics_%s partition of public.post_metrics for values from (%L) to (%L)',
        to_char(month, 'YYYY_MM'), month::text || ' 00:00+00', (month + interval '1 month')::date::text || ' 00:00+00');
      -- Row triggers come down from the parent, this one does not.
      execute format(
        'create trigger no_truncate before truncate on partitions.post_metrics_%s for each statement execute function private.refuse_change()',
        to_char(month, 'YYYY_MM'));
      made := made + 1;
    end if;
  end loop;
  return made;
end
$$;
comment on function private.ensure_partitions is 'Makes the monthly partitions of post_metrics from this month on. Returns how many it made. Safe to repeat.';
select private.ensure_partitions();
grant execute on function private.ensure_partitions to service_role;

create table public.post_latest (
  post_id bigint primary key,
  workspace_id uuid not null,
  bucket_at timestamptz not null,
  source text not null,
  captured_at timestamptz not null,
  impressions bigint,
  reach bigint,
  views bigint,
  likes bigint,
  comments bigint,
  shares bigint,
  saves bigint,
  clicks bigint,
  video_views bigint,
  absent jsonb not null,
  definition text not null,
  is_simulated boolean not null,
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade
);
comment on table public.post_latest is
  'The newest snapshot of each post. Derived: private.rebuild_post_latest makes it again from post_metrics. Never goes back in time.';
comment on column public.post_latest.absent is 'As in post_metrics: the reason of each missing count.';
create index post_latest_workspace_idx on public.post_latest (workspace_id, captured_at desc);

create function private.never_back_in_time() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.captured_at < old.captured_at then
    return null;
  end if;
  return new;
end
$$;
comment on function private.never_back_in_time is 'An older snapshot that arrives late changes nothing.';
create trigger never_back_in_time before update on public.post_latest
  for each row execute function private.never_back_in_time();

create function private.rebuild_post_latest(workspace uuid) returns int
language plpgsql
set search_path = ''
as $$
declare
  rebuilt int;
begin
  delete from public.post_latest where workspace_id = workspace;
  insert into public.post_latest
  select distinct on (post_id)
    post_id, workspace_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments,
    shares, saves, clicks, video_views, absent, definition, is_simulated
  from public.post_metrics
  where workspace_id = workspace
  order by post_id, captured_at desc, bucket_at desc, source;
  get diagnostics rebuilt = row_count;
  return rebuilt;
end
$$;
comment on function private.rebuild_post_latest is 'Derives post_latest of a workspace from its snapshots. Returns the number of posts.';
grant execute on function private.rebuild_post_latest to service_role;

create trigger append_only before update or delete on public.raw_events
  for each row execute function private.refuse_change();
create trigger no_truncate before truncate on public.raw_events
  for each statement execute function private.refuse_change();
create trigger append_only before update or delete on public.post_metrics
  for each row execute function private.refuse_change();
create trigger no_truncate before truncate on public.post_metrics
  for each statement execute function private.refuse_change();

alter table public.metric_definitions enable row level security;
alter table public.posts enable row level security;
alter table public.raw_events enable row level security;
alter table public.post_metrics enable row level security;
alter table public.post_latest enable row level security;

grant select on public.metric_definitions, public.posts, public.raw_events, public.post_metrics, public.post_latest
  to authenticated, service_role;
grant insert, update on public.posts, public.post_latest to service_role;
grant delete on public.post_latest to service_role;
grant insert on public.raw_events, public.post_metrics to service_role;

create policy "Everybody signed in reads the definitions" on public.metric_definitions
  for select to authenticated using (true);
create policy "Members read their posts" on public.posts
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their raw events" on public.raw_events
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their snapshots" on public.post_metrics
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their latest snapshots" on public.post_latest
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));

insert into public.metric_definitions (id, platform, source, valid_from, description) values
  ('youtube_data.2025-03-31', 'youtube', 'youtube_data', '2025-03-31',
    'Views of Shorts count from the start of play; other videos by YouTube''s older rule. Likes and comments as shown in public.'),
  ('youtube_data.2026-08-27', 'youtube', 'youtube_data', '2026-08-27',
    'Views of every public format count from the start of play (announced 2026-08-27). Likes and comments as shown in public.'),
  ('apify_tiktok.v1', 'tiktok', 'apify_tiktok', '2026-01-01',
    'Public counts read by Apify: views are plays; likes, comments, shares and saves as shown.'),
  ('apify_instagram.v1', 'instagram', 'apify_instagram', '2026-01-01',
    'Public counts read by Apify: views are plays, replays included; likes may be hidden by the author.');
