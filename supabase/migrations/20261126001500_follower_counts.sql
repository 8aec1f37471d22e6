-- How many follow an account: one observation a row, as its platform told it, and why there is none.
create table public.follower_counts (
  workspace_id uuid not null,
  account_id uuid not null,
  measured_at timestamptz not null default now(),
  followers bigint not null check (followers >= 0),
  is_rounded boolean not null default false,
  source text not null references public.metric_sources (source),
  raw_event_id bigint,
  is_simulated boolean not null,
  primary key (account_id, measured_at),
  foreign key (workspace_id, account_id) references public.accounts (workspace_id, id) on delete cascade
);
comment on table public.follower_counts is
  'Append-only: how many followed an account at one moment, as its platform told it. No row: it was not told, see accounts.followers_reason. A fall is legal.';
comment on column public.follower_counts.measured_at is 'When the answer was recorded, by the database''s clock, UTC.';
comment on column public.follower_counts.followers is 'Followers, or subscribers on YouTube.';
comment on column public.follower_counts.is_rounded is 'The platform rounds it: YouTube tells three significant figures.';
comment on column public.follower_counts.source is 'Where it was read: metric_sources.source.';
comment on column public.follower_counts.raw_event_id is
  'The payload it was read from: raw_events.id. No foreign key: payloads go sooner, as retention says.';
comment on column public.follower_counts.is_simulated is 'True when it came from the simulator. Never to be shown without that mark.';
create index follower_counts_workspace_idx on public.follower_counts (workspace_id, account_id, measured_at desc);
create index follower_counts_source_idx on public.follower_counts (source);

create trigger append_only before update or delete on public.follower_counts
  for each row execute function private.refuse_change();
create trigger no_truncate before truncate on public.follower_counts
  for each statement execute function private.refuse_change();

alter table public.follower_counts enable row level security;
grant select on public.follower_counts to authenticated, service_role;
grant insert on public.follower_counts to service_role;
create policy "Members read their follower counts" on public.follower_counts
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));

alter table public.accounts
  add column followers_reason text check (followers_reason in ('not_offered', 'hidden', 'scope_missing', 'error')),
  add column followers_detail text,
  add column followers_asked_at timestamptz;
comment on column public.accounts.followers_reason is
  'Why the last reading brought no followers: not_offered, hidden, scope_missing or error. Null: it did, or none was made yet.';
comment on column public.accounts.followers_detail is 'The same as a sentence, the platform''s own where it gave one, without secrets.';
comment on column public.accounts.followers_asked_at is 'When followers were last asked for. Null: never yet.';
grant update (followers_reason, followers_detail, followers_asked_at) on public.accounts to service_role;
