-- Reels ingest. A run of an actor brings items; every item is kept as a raw
-- event; posts, snapshots and latest numbers are derived from events, and can
-- be derived again. What cannot be read is quarantined, never dropped.
alter table public.raw_events add column observed_at timestamptz;
comment on column public.raw_events.observed_at is
  'When the provider read it, as far as known: the end of its run. Null: received_at.';
-- What ingest brought, in the order in which it came.
create index raw_events_ingest_idx on public.raw_events (workspace_id, run_ref, id) where observed_at is not null;

alter table public.post_metrics add column recorded_at timestamptz;
comment on column public.post_metrics.recorded_at is 'When it came into this table. Null: at captured_at.';
alter table public.post_latest add column recorded_at timestamptz;
comment on column public.post_latest.recorded_at is 'As in post_metrics.';
comment on column public.post_metrics.captured_at is
  'When the numbers were read, UTC: when the answer was recorded, or when the provider''s run ended.';

insert into public.metric_definitions (id, platform, source, valid_from, description) values
  ('apify_instagram_3s.v1', 'instagram', 'apify_instagram', '2026-01-01',
    'Public counts read by Apify where plays are not told: views are views of 3 seconds, much fewer than plays.');

create table public.ingest_settings (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  actor text not null check (actor ~ '^[A-Za-z0-9._-]+~[A-Za-z0-9._-]+$' and char_length(actor) <= 200),
  input jsonb not null check (jsonb_typeof(input) = 'object' and octet_length(input::text) <= 65536),
  template text check (template in ('hashtag', 'profile', 'feed')),
  max_items int not null default 200 check (max_items between 1 and 10000),
  is_scheduled boolean not null default false,
  scheduled_at timestamptz,
  token_hint text check (char_length(token_hint) <= 4),
  token_set_at timestamptz,
  updated_at timestamptz not null default now(),
  updated_by uuid references auth.users (id) on delete set null,
  constraint a_schedule_has_a_beginning check (is_scheduled = (scheduled_at is not null))
);
comment on table public.ingest_settings is 'What a workspace''s reels are brought in with. Without a row the server''s defaults apply, without a schedule.';
comment on column public.ingest_settings.actor is 'The actor at Apify, owner~name.';
comment on column public.ingest_settings.template is 'Which form the input was made with. Null: written by hand.';
comment on column public.ingest_settings.token_hint is 'The last four characters of the workspace''s own token at Apify. Null: the server''s is used.';
create index ingest_settings_updated_by_idx on public.ingest_settings (updated_by);

create table private.ingest_tokens (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  ciphertext text not null,
  key_id text not null,
  version int not null default 1,
  credential text not null
);
comment on table private.ingest_tokens is
  'Encrypted tokens (JWE, A256GCM) of workspaces with an Apify account of their own. Granted to nobody: functions hand one out to a worker.';
comment on column private.ingest_tokens.credential is 'Names the token''s budget: a short hash, never the token.';
create index ingest_tokens_key_idx on private.ingest_tokens (key_id);
alter table private.ingest_tokens enable row level security;

create table public.ingest_runs (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  slot timestamptz not null,
  trigger text not null check (trigger in ('schedule', 'manual', 'test')),
  requested_by uuid references auth.users (id) on delete set null,
  platform public.platform not null default 'instagram' check (platform in ('instagram', 'tiktok')),
  actor text,
  input jsonb,
  max_items int check (max_items between 1 and 10000),
  token_source text not null check (token_source in ('workspace', 'server')),
  provider_run_id text,
  dataset_id text,
  state text not null default 'queued' check (state in (
    'queued', 'starting', 'unclear', 'running', 'collecting', 'succeeded', 'failed', 'timed_out', 'aborted', 'cancelled')),
  provider_status text,
  items int check (items >= 0),
  next_offset int not null default 0,
  page_items int not null default 100 check (page_items between 1 and 1000),
  events int not null default 0,
  ingested int not null default 0,
  duplicates int not null default 0,
  quarantined int not null default 0,
  new_posts int not null default 0,
  cost_usd numeric check (cost_usd >= 0),
  error_code text,
  error_detail text,
  is_simulated boolean not null default false,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  finished_at timestamptz,
  lease_token uuid,
  leased_until timestamptz,
  claimed_at timestamptz,
  not_before timestamptz,
  attempts int not null default 0,
  lost int not null default 0,
  cancel_requested_at timestamptz,
  abort_sent_at timestamptz,
  hinted_at timestamptz,
  hinted_run_id text,
  unique (workspace_id, slot),
  unique (workspace_id, id),
  constraint every_item_is_accounted_for check (ingested + duplicates + quarantined = next_offset),
  constraint a_lease_has_an_end check ((lease_token is null) = (leased_until is null)),
  constraint an_end_has_a_time check (
    (state in ('queued', 'starting', 'unclear', 'running', 'collecting')) = (finished_at is null)),
  constraint an_end_holds_no_lease check (finished_at is null or lease_token is null)
);
comment on table public.ingest_runs is 'One run of an actor for a workspace: asked for, started, looked after, collected.';
comment on column public.ingest_runs.slot is 'The time bucket of its snapshots: the schedule''s slot, or when it was asked for. Unique in a workspace.';
comment on column public.ingest_runs.actor is 'Null until it starts, when the workspace has no settings of its own.';
comment on column public.ingest_runs.state is
  'unclear: the answer to its start was lost; it is never started twice. collecting: ended at the provider, its items are being read.';
comment on column public.ingest_runs.items is 'Items in its dataset. Null: not known yet.';
comment on column public.ingest_runs.next_offset is 'Items read so far: each is ingested, a duplicate, or quarantined.';
comment on column public.ingest_runs.events is 'Raw events that it made. The same item twice is one.';
comment on column public.ingest_runs.duplicates is 'Items that made no snapshot of their own: the same again, or another of the same reel.';
comment on column public.ingest_runs.cost_usd is 'What the provider says it cost. Null: not told.';
comment on column public.ingest_runs.ended_at is 'When the provider''s run ended: the time its numbers were read at.';
comment on column public.ingest_runs.hinted_at is 'When the provider''s webhook last said that it changed. Only a hint: the run is read again.';
create unique index one_active_ingest on public.ingest_runs (workspace_id)
  where state in ('queued', 'starting', 'unclear', 'running', 'collecting');
create unique index one_ingest_a_provider_run on public.ingest_runs (provider_run_id);
create index ingest_runs_open_idx on public.ingest_runs (coalesce(claimed_at, created_at), id)
  where state in ('queued', 'starting', 'unclear', 'running', 'collecting');
create index ingest_runs_workspace_idx on public.ingest_runs (workspace_id, created_at desc);
create index ingest_runs_requested_by_idx on public.ingest_runs (requested_by);

create table public.ingest_quarantine (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  run_id uuid not null,
  raw_event_id bigint not null unique,
  code text not null check (code in (
    'unreadable', 'not_an_object', 'error_item', 'wrong_platform', 'no_identity', 'no_link', 'no_publish_time',
    'bad_publish_time', 'bad_count')),
  field text,
  found text,
  expected text,
  detail text not null,
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  foreign key (workspace_id, run_id) references public.ingest_runs (workspace_id, id) on delete cascade
);
comment on table public.ingest_quarantine is
  'Items that could not be read, with the reason. Read again by a replay; the event itself is in raw_events.';
comment on column public.ingest_quarantine.raw_event_id is 'raw_events.id. No foreign key: the event may go by retention, what was wrong with it stays.';
comment on column public.ingest_quarantine.resolved_at is 'When a replay could read it.';
create index ingest_quarantine_run_idx on public.ingest_quarantine (workspace_id, run_id, id);

create table private.ingest_posts (
  post_id bigint primary key,
  workspace_id uuid not null,
  marks jsonb not null,
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade
);
comment on table private.ingest_posts is 'Posts with numbers from ingest, and by field which event described it last.';
comment on column private.ingest_posts.marks is
  'Field to time and id of the event it is from, so that events in any order leave the same description.';
create index ingest_posts_workspace_idx on private.ingest_posts (workspace_id, post_id);

alter table public.ingest_settings enable row level security;
alter table public.ingest_runs enable row level security;
alter table public.ingest_quarantine enable row level security;
alter table private.ingest_posts enable row level security;
grant select on public.ingest_settings, public.ingest_runs, public.ingest_quarantine to authenticated, service_role;
grant insert, update on public.ingest_runs, public.ingest_quarantine to service_role;
grant select on private.ingest_posts to authenticated, service_role;
grant insert, update, delete on private.ingest_posts to service_role;
create policy "Members read their ingest settings" on public.ingest_settings
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their ingest runs" on public.ingest_runs
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read what was quarantined" on public.ingest_quarantine
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members know which posts ingest brought" on private.ingest_posts
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));

-- The newest of two snapshots, whatever order they come in: by time, bucket, source.
create or replace function private.never_back_in_time() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if (new.captured_at, new.bucket_at) < (old.captured_at, old.bucket_at)
    or (new.captured_at, new.bucket_at) = (old.captured_at, old.bucket_at) and new.source > old.source
  then
    return null;
  end if;
  -- Who writes no recorded_at records at captured_at: the older snapshot's does not stay behind.
  if new.recorded_at = old.recorded_at
    and (new.captured_at, new.bucket_at, new.source) is distinct from (old.captured_at, old.bucket_at, old.source)
  then
    new.recorded_at := null;
  end if;
  return new;
end
$$;

create or replace function private.rebuild_post_latest(workspace uuid) returns int
language plpgsql
set search_path = ''
as $$
declare
  rebuilt int;
begin
  delete from public.post_latest where workspace_id = workspace;
  insert into public.post_latest (
    post_id, workspace_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments, shares, saves,
    clicks, video_views, absent, definition, is_simulated, recorded_at)
  select distinct on (post_id)
    post_id, workspace_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments, shares,
    saves, clicks, video_views, absent, definition, is_simulated, recorded_at
  from public.post_metrics
  where workspace_id = workspace
    and source in (select s.source from public.metric_sources as s where s.is_headline)
  order by post_id, captured_at desc, bucket_at desc, source;
  get diagnostics rebuilt = row_count;
  return rebuilt;
end
$$;
