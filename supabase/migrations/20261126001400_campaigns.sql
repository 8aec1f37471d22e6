-- Campaigns: posts looked at together, with what each of them cost.
create type public.campaign_state as enum ('active', 'live', 'archived');
comment on type public.campaign_state is 'active: being prepared or followed, live: its posts are going out now, archived: over, kept as it is.';

create table public.campaigns (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null check (char_length(btrim(name)) between 1 and 120),
  state public.campaign_state not null default 'active',
  currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
  note text check (char_length(note) between 1 and 2000),
  starts_on date check (isfinite(starts_on)),
  ends_on date check (isfinite(ends_on)),
  made_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  check (ends_on >= starts_on)
);
comment on table public.campaigns is 'A group of a workspace''s posts. Its numbers are those of its posts: see public.campaign_detail.';
comment on column public.campaigns.currency is 'ISO 4217. All prices of the campaign are in it.';
comment on column public.campaigns.starts_on is 'When it runs, as somebody said. Posts outside of it may belong to it.';
comment on column public.campaigns.updated_at is 'When it, its posts or their prices were last changed. Numbers that were measured change nothing here.';
create index campaigns_workspace_idx on public.campaigns (workspace_id, updated_at desc, id);
create index campaigns_made_by_idx on public.campaigns (made_by);

create table public.campaign_posts (
  workspace_id uuid not null,
  campaign_id uuid not null,
  post_id bigint not null,
  -- Below a limit, because NaN is more than any number.
  price numeric(14, 4) check (price >= 0 and price < 10000000000),
  added_by uuid references auth.users (id) on delete set null,
  added_at timestamptz not null default now(),
  primary key (campaign_id, post_id),
  foreign key (workspace_id, campaign_id) references public.campaigns (workspace_id, id) on delete cascade,
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade
);
comment on table public.campaign_posts is 'Which posts a campaign has. A post may be in several.';
comment on column public.campaign_posts.price is 'What the post cost, in the campaign''s currency. Null: nobody has said; 0: nothing.';
create index campaign_posts_campaign_idx on public.campaign_posts (workspace_id, campaign_id);
create index campaign_posts_post_idx on public.campaign_posts (workspace_id, post_id);
create index campaign_posts_added_by_idx on public.campaign_posts (added_by);

alter table public.campaigns enable row level security;
alter table public.campaign_posts enable row level security;
grant select on public.campaigns, public.campaign_posts to authenticated, service_role;
create policy "Members read their campaigns" on public.campaigns
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their campaigns' posts" on public.campaign_posts
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));

create function private.audit_deleted_campaign() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.audit(old.workspace_id, 'campaign_deleted', old.name, old.id::text, jsonb_build_object('state', old.state, 'currency', old.currency));
  return null;
end
$$;
comment on function private.audit_deleted_campaign is 'Definer: as audit.';
create trigger audit_deleted_campaign after delete on public.campaigns
  for each row execute function private.audit_deleted_campaign();
