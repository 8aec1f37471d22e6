-- A schedule is something published, with the references under which each
-- platform knows it. Its numbers are those of the posts it refers to.
create table public.schedules (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  title text check (title <> ''),
  status text not null default 'posted' check (status in ('draft', 'approved', 'scheduled', 'posted', 'failed')),
  published_at timestamptz,
  created_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id)
);
comment on table public.schedules is 'Something published, or to be: one text that may have gone out on several platforms. See schedule_external.';
comment on column public.schedules.status is 'Only what is posted has numbers.';
comment on column public.schedules.published_at is 'When the first of its posts was published. Null: no platform has said so yet.';
create index schedules_workspace_idx on public.schedules (workspace_id, created_at desc);
create index schedules_created_by_idx on public.schedules (created_by);

create table public.schedule_external (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  schedule_id uuid not null,
  provider public.platform not null,
  ref_id text not null check (length(ref_id) between 1 and 255),
  ref_url text check (length(ref_url) <= 2048),
  post_id bigint not null,
  created_at timestamptz not null default now(),
  unique (schedule_id, provider),
  foreign key (workspace_id, schedule_id) references public.schedules (workspace_id, id) on delete cascade,
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade
);
comment on table public.schedule_external is 'Under which reference a provider published a schedule: one a provider. Each provider''s numbers are a series of their own.';
comment on column public.schedule_external.ref_id is 'The id as the provider gave it when publishing, or the one in the link.';
comment on column public.schedule_external.post_id is 'The post that the reference means: what is measured.';
create index schedule_external_schedule_idx on public.schedule_external (workspace_id, schedule_id);
create index schedule_external_post_idx on public.schedule_external (workspace_id, post_id);
create index schedule_external_provider_idx on public.schedule_external (provider);
create index schedule_external_ref_idx on public.schedule_external (ref_id);

alter table public.schedules enable row level security;
alter table public.schedule_external enable row level security;
grant select on public.schedules, public.schedule_external to authenticated, service_role;
create policy "Members read their schedules" on public.schedules
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their schedules' references" on public.schedule_external
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));

create function private.create_schedule(workspace uuid, title text, external jsonb) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  new_schedule uuid := gen_random_uuid();
  ref record;
  post bigint;
begin
  perform private.require_role(workspace, 'member');
  insert into public.schedules (id, workspace_id, title, created_by)
  values (new_schedule, workspace, create_schedule.title, auth.uid());
  -- Sorted, so that two calls lock posts in one order.
  for ref in
    select * from jsonb_to_recordset(external) as e (
      field text, provider public.platform, ref_id text, ref_url text, external_id text, url text)
    order by provider, ref_id
  loop
    -- The id that an API gave out when publishing is known once the account's list was read.
    select p.id into post from public.posts as p
    where p.workspace_id = workspace and p.platform = ref.provider
      and (p.external_id in (ref.external_id, ref.ref_id) or exists (
        select from public.account_posts as ap
        where ap.workspace_id = workspace and ap.post_id = p.id and ap.api_id = ref.ref_id))
    order by p.external_id = ref.external_id desc nulls last, p.id limit 1;
    if not found and ref.url is not null then
      insert into public.posts (workspace_id, platform, external_id, url)
      values (workspace, ref.provider, ref.external_id, ref.url)
      on conflict (workspace_id, platform, external_id) do nothing;
      select p.id into post from public.posts as p
      where p.workspace_id = workspace and p.platform = ref.provider and p.external_id = ref.external_id;
    elsif not found then
      perform private.fail(422, format(
        '%s: found %s, which is no post of this workspace; expected its link as ref_url, or the id of a post that a connected account has listed.',
        ref.field, ref.ref_id));
    end if;
    insert into public.schedule_external (workspace_id, schedule_id, provider, ref_id, ref_url, post_id)
    values (workspace, new_schedule, ref.provider, ref.ref_id, ref.ref_url, post);
  end loop;
  update public.schedules as s set published_at = (
    select min(p.published_at) from public.schedule_external as e
    join public.posts as p on p.workspace_id = e.workspace_id and p.id = e.post_id
    where e.workspace_id = workspace and e.schedule_id = new_schedule)
  where s.id = new_schedule;
  return new_schedule;
end
$$;
comment on function private.create_schedule is 'Definer: nobody inserts posts or schedules directly. See public.create_schedule.';

create function private.delete_schedule(schedule uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role((select workspace_id from public.schedules where id = schedule), 'member');
  delete from public.schedules where id = schedule;
end
$$;
comment on function private.delete_schedule is 'Definer: nobody deletes schedules directly. See public.delete_schedule.';
grant execute on function private.create_schedule, private.delete_schedule to authenticated;

create function public.create_schedule(workspace uuid, title text, external jsonb) returns uuid
language sql set search_path = '' as $$ select private.create_schedule(workspace, title, external); $$;
comment on function public.create_schedule is
  'Keeps something posted with its references, [{field, provider, ref_id, ref_url, external_id, url}], and makes the posts that are missing. Returns its id. 422 names the field that means no post.';

create function public.delete_schedule(schedule uuid) returns void
language sql set search_path = '' as $$ select private.delete_schedule(schedule); $$;
comment on function public.delete_schedule is 'Forgets a schedule and its references. The posts and their numbers stay.';

create function public.list_schedules(workspace uuid, only_schedule uuid default null, skip int default 0, take int default 20)
returns jsonb
language sql stable
set search_path = ''
as $$
  with wanted as materialized (
    select * from public.schedules as s
    where s.workspace_id = list_schedules.workspace and s.workspace_id = any (array(select private.my_workspaces()))
      and (only_schedule is null or s.id = only_schedule)
  ), page as (
    select * from wanted order by created_at desc, id limit take offset skip
  )
  select jsonb_build_object('total', (select count(*) from wanted), 'items', coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', page.id, 'title', page.title, 'status', page.status, 'published_at', page.published_at,
      'created_at', page.created_at, 'external', coalesce((
        select jsonb_agg(jsonb_build_object(
          'provider', e.provider, 'ref_id', e.ref_id, 'ref_url', e.ref_url, 'post_id', e.post_id) order by e.provider)
        from public.schedule_external as e
        where e.workspace_id = page.workspace_id and e.schedule_id = page.id), '[]'))
      order by page.created_at desc, page.id)
    from page), '[]'))
$$;
comment on function public.list_schedules is 'A page of a workspace''s schedules, newest first, with their references: {total, items}.';

-- Per provider the newest snapshots of its post. Rates are null where a part of
-- them is unknown; nobody measures conversions yet, so no reward is known.
create function public.schedule_snapshots(
  schedule uuid, only_provider public.platform default null, take int default 30,
  since timestamptz default '-infinity')
returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(to_jsonb(snapshot) order by provider, bucket_at desc, fetched_at desc, source), '[]') from (
    select
      -- The key of a snapshot never changes, so neither does this: a UUID of version 8, made of it.
      overlay(overlay(md5(m.post_id || '|' || extract(epoch from m.bucket_at) || '|' || m.source)
        placing '8' from 13) placing '8' from 17)::uuid as id,
      e.provider, m.source, m.bucket_at, m.captured_at as fetched_at,
      m.impressions::text, m.reach::text, m.views::text, m.likes::text, m.comments::text, m.shares::text, m.saves::text,
      m.clicks::text, m.video_views::text, m.absent, m.definition, m.is_simulated,
      m.bucket_at >= date_bin('6 hours', now(), '2000-01-01 00:00:00+00') as is_current,
      round(rate.ctr, 6)::text as ctr, round(rate.engagement_rate, 6)::text as engagement_rate,
      round(rate.reach_norm, 6)::text as reach_norm, rate.conv_rate::text as conv_rate,
      round(0.4 * rate.ctr + 0.3 * rate.engagement_rate + 0.2 * rate.reach_norm + 0.1 * rate.conv_rate, 6)::text as reward
    from public.schedule_external as e
    cross join lateral (
      select * from public.post_metrics as m
      where m.workspace_id = e.workspace_id and m.post_id = e.post_id and m.bucket_at >= since
        and m.source in (select s.source from public.metric_sources as s where s.is_headline)
      order by m.bucket_at desc, m.captured_at desc, m.source limit take
    ) as m
    cross join lateral (
      -- Not least(): it would take 1 for what is unknown.
      select case when r.ctr > 1 then 1 else r.ctr end as ctr,
        case when r.engagement_rate > 1 then 1 else r.engagement_rate end as engagement_rate,
        case when r.reach_norm > 1 then 1 else r.reach_norm end as reach_norm, null::numeric as conv_rate
      from (values (
        m.clicks::numeric / nullif(m.impressions, 0),
        (m.likes::numeric + m.comments + m.shares) / nullif(m.impressions, 0),
        m.reach::numeric / nullif(m.impressions, 0))) as r (ctr, engagement_rate, reach_norm)
    ) as rate
    where e.schedule_id = schedule_snapshots.schedule
      and e.workspace_id = any (array(select private.my_workspaces()))
      and (only_provider is null or e.provider = only_provider)
  ) as snapshot
$$;
comment on function public.schedule_snapshots is
  'Snapshots of a schedule''s posts, up to `take` a provider, newest first, from `since` on; counts and rates as decimal text. Current: of the six hours that now lies in. Only headline sources: others are series of their own.';
grant execute on function public.create_schedule, public.delete_schedule, public.list_schedules, public.schedule_snapshots
  to authenticated;

-- An account's history is deleted without what a schedule shows.
grant select on public.schedule_external to retention;
create policy "Retention sees what schedules show" on public.schedule_external for select to retention using (true);
