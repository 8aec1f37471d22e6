-- Engagement events: who liked, shared, viewed or bookmarked which post or comment, and when.
-- Platforms tell counts, not events (those are in post_metrics): events are imported.
alter table public.workspaces add column is_sample boolean not null default false;
comment on column public.workspaces.is_sample is 'Everything in it was made up by the seeder; nothing real ever comes into it.';

create type public.engagement_kind as enum ('like', 'share', 'view', 'bookmark');
comment on type public.engagement_kind is 'What somebody did. Only views are done again and again.';

create table public.engagements (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  post_id bigint not null,
  comment_id bigint,
  platform public.platform not null,
  kind public.engagement_kind not null,
  person_id bigint,
  receiver_id bigint,
  occurred_at timestamptz not null,
  event_ref text not null default '',
  source text not null check (source in ('api', 'csv', 'seed')),
  recorded_at timestamptz not null default now(),
  is_simulated boolean not null default false,
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, post_id, comment_id) references public.comments (workspace_id, post_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references public.people (workspace_id, id) deferrable initially deferred,
  foreign key (workspace_id, receiver_id) references public.people (workspace_id, id) deferrable initially deferred
);
comment on table public.engagements is 'Imported engagement events, one row each. Not the platforms'' counts: those are in post_metrics.';
comment on column public.engagements.comment_id is 'The comment of the post that was meant. Null: the post itself.';
comment on column public.engagements.person_id is 'Who engaged: people.id. Null: nobody is named.';
comment on column public.engagements.receiver_id is 'Whose post or comment it was: people.id. Null: the author is unknown.';
comment on column public.engagements.event_ref is 'The caller''s own id of the event, which tells equal ones apart. Empty: none.';
-- A person likes, shares or bookmarks a thing once; views come again.
create unique index engagements_once on public.engagements (post_id, person_id, kind, comment_id) nulls not distinct
  where person_id is not null and kind <> 'view';
create unique index engagements_again on public.engagements (post_id, occurred_at, person_id, kind, comment_id, event_ref) nulls not distinct
  where person_id is null or kind = 'view';
create index engagements_receiver_idx on public.engagements (workspace_id, receiver_id, occurred_at) include (comment_id, platform);
create index engagements_person_idx on public.engagements (workspace_id, person_id);
-- Not of comments alone: a post that goes takes its events along.
create index engagements_post_idx on public.engagements (workspace_id, post_id, comment_id);

create table public.engagement_totals (
  person_id bigint primary key,
  workspace_id uuid not null,
  platform public.platform not null,
  post_engagements bigint not null check (post_engagements >= 0),
  comment_engagements bigint not null check (comment_engagements >= 0),
  foreign key (workspace_id, person_id) references public.people (workspace_id, id) on delete cascade
);
comment on table public.engagement_totals is
  'Engagement events that each person received on own posts and own comments. Kept by triggers of engagements; private.recount_engagements derives it again.';
create index engagement_totals_best_idx on public.engagement_totals (workspace_id, (post_engagements + comment_engagements) desc);

alter table public.engagements enable row level security;
alter table public.engagement_totals enable row level security;
grant select on public.engagements, public.engagement_totals to authenticated, service_role;
create policy "Members read engagements with their posts" on public.engagements
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read what people received" on public.engagement_totals
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));

create function private.count_engagements() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if tg_op <> 'INSERT' then
    -- In one order everywhere, and before any is changed: two writers never wait for each other in a ring.
    if tg_op = 'DELETE' then
      perform from public.engagement_totals as t
      where t.person_id in (select o.receiver_id from old_rows as o) order by t.person_id for no key update;
    else
      insert into public.engagement_totals as t (person_id, workspace_id, platform, post_engagements, comment_engagements)
      select moved.receiver_id, moved.workspace_id, moved.platform, 0, 0 from (
        select o.receiver_id, o.workspace_id, o.platform from old_rows as o
        union select n.receiver_id, n.workspace_id, n.platform from new_rows as n) as moved
      where moved.receiver_id is not null order by moved.receiver_id
      on conflict (person_id) do update set platform = t.platform;
    end if;
    update public.engagement_totals as t set
      post_engagements = t.post_engagements - g.on_posts, comment_engagements = t.comment_engagements - g.on_comments
    from (
      select o.receiver_id, count(*) filter (where o.comment_id is null) as on_posts, count(o.comment_id) as on_comments
      from old_rows as o group by o.receiver_id) as g
    where t.person_id = g.receiver_id;
  end if;
  if tg_op <> 'DELETE' then
    insert into public.engagement_totals as t (person_id, workspace_id, platform, post_engagements, comment_engagements)
    select n.receiver_id, n.workspace_id, n.platform, count(*) filter (where n.comment_id is null), count(n.comment_id)
    from new_rows as n where n.receiver_id is not null
    group by n.receiver_id, n.workspace_id, n.platform order by n.receiver_id
    on conflict (person_id) do update set
      post_engagements = t.post_engagements + excluded.post_engagements,
      comment_engagements = t.comment_engagements + excluded.comment_engagements;
  end if;
  return null;
end
$$;
comment on function private.count_engagements is 'Definer: nobody writes totals directly. Keeps them equal to the events.';
create trigger count_new_engagements after insert on public.engagements
  referencing new table as new_rows for each statement execute function private.count_engagements();
create trigger count_moved_engagements after update on public.engagements
  referencing old table as old_rows new table as new_rows for each statement execute function private.count_engagements();
create trigger count_removed_engagements after delete on public.engagements
  referencing old table as old_rows for each statement execute function private.count_engagements();

create function private.recount_engagements(workspace uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  -- Nobody adds to them meanwhile.
  lock table public.engagements in share row exclusive mode;
  delete from public.engagement_totals as t where t.workspace_id = workspace;
  insert into public.engagement_totals (person_id, workspace_id, platform, post_engagements, comment_engagements)
  select e.receiver_id, workspace, w.platform, count(*) filter (where e.comment_id is null), count(e.comment_id)
  from public.engagements as e join public.people as w on w.id = e.receiver_id
  where e.workspace_id = workspace group by e.receiver_id, w.platform;
end
$$;
comment on function private.recount_engagements is 'Definer, as above. Derives the totals of a workspace from its events, while nobody writes any.';

-- The author of a post or a comment was told anew: what it received is theirs.
create function private.follow_author() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  moved constant bigint[] := array(
    select n.id from new_rows as n join old_rows as o on o.id = n.id where n.author_key is distinct from o.author_key);
begin
  if cardinality(moved) > 0 then
    update public.engagements as e set receiver_id = w.id
    from public.posts as p
    left join public.people as w on w.workspace_id = p.workspace_id and w.platform = p.platform and w.key = p.author_key
    where p.id = any (moved) and e.workspace_id = p.workspace_id and e.post_id = p.id and e.comment_id is null
      and e.receiver_id is distinct from w.id;
  end if;
  return null;
end
$$;
comment on function private.follow_author is 'Definer, as above. After tag_changed_posts, by name: that one makes the new author known.';
create trigger tag_changed_posts_receivers after update on public.posts
  referencing old table as old_rows new table as new_rows for each statement execute function private.follow_author();

create function private.follow_commenter() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if exists (select from new_rows as n join old_rows as o on o.id = n.id where n.author_id is distinct from o.author_id) then
    update public.engagements as e set receiver_id = n.author_id
    from new_rows as n join old_rows as o on o.id = n.id
    where n.author_id is distinct from o.author_id
      and e.workspace_id = n.workspace_id and e.post_id = n.post_id and e.comment_id = n.id and e.receiver_id is distinct from n.author_id;
  end if;
  return null;
end
$$;
comment on function private.follow_commenter is 'Definer, as above.';
create trigger follow_commenter after update on public.comments
  referencing old table as old_rows new table as new_rows for each statement execute function private.follow_commenter();
grant execute on function private.recount_engagements to service_role;

-- Events of a caller. Each names a post (its id, or platform and external_id), maybe a comment of it, a kind and a time.
create function private.import_engagements(workspace uuid, from_source text, told jsonb) returns jsonb
language plpgsql security definer
set search_path = ''
set timezone = 'UTC'
as $$
declare
  simulated boolean;
  wrong jsonb;
  added int;
  good int;
begin
  perform private.require_role(workspace, 'member');
  if jsonb_typeof(told) is distinct from 'array' or jsonb_array_length(told) > 5000 then
    perform private.fail(422, 'events: expected a list of at most 5,000.');
  end if;
  simulated := (select w.is_sample from public.workspaces as w where w.id = workspace);
  if simulated is distinct from (from_source = 'seed') then
    perform private.fail(422, 'from_source: expected api or csv, or seed in a sample workspace.');
  end if;
  create temporary table if not exists pg_temp.told_engagements (
    place int, kind text, occurred_at text, post_id bigint, post_platform public.platform, comment_id bigint,
    wanted_comment text, wanted_post text, person_key text, person jsonb, event_ref text) on commit drop;
  truncate pg_temp.told_engagements;
  insert into pg_temp.told_engagements
  select t.place, t.r ->> 'kind', t.r ->> 'occurred_at', p.id, p.platform, null, t.r ->> 'comment_external_id',
    coalesce(t.r ->> 'post_id', concat_ws(' ', t.r ->> 'platform', t.r ->> 'post_external_id')),
    private.person_key(t.r ->> 'person_handle', t.r ->> 'person_external_id', null),
    jsonb_build_object('platform', p.platform, 'handle', t.r ->> 'person_handle', 'external_id', t.r ->> 'person_external_id'),
    coalesce(t.r ->> 'event_ref', '')
  from jsonb_array_elements(told) with ordinality as t (r, place)
  left join unnest(enum_range(null::public.platform)) as named (platform) on named.platform::text = t.r ->> 'platform'
  -- One look at an index for each event: one condition for both names of a post would read all posts for each.
  left join public.posts as p on p.id = case
    when t.r ->> 'post_id' ~ '^\d{1,18}$' then (
      select q.id from public.posts as q where q.workspace_id = workspace and q.id = (t.r ->> 'post_id')::bigint)
    when t.r ->> 'post_id' is null then (
      select q.id from public.posts as q
      where q.workspace_id = workspace and q.platform = named.platform and q.external_id = t.r ->> 'post_external_id') end;
  -- Whose posts and comments they are stays so until their events are stored. In the order in which all writers lock posts.
  perform from public.posts as p
  where p.id = any (array(select t.post_id from pg_temp.told_engagements as t)) order by p.external_id, p.id for share;
  update pg_temp.told_engagements as t set comment_id = c.id
  from public.comments as c where c.post_id = t.post_id and c.external_id = t.wanted_comment;
  select jsonb_agg(jsonb_build_object('row', place, 'field', each.field, 'found', each.was, 'expected', each.expected) order by place) into wrong
  from (
    select t.place, e.field, e.was, e.expected from pg_temp.told_engagements as t cross join lateral (values
      ('kind', t.kind, 'like, share, view or bookmark', t.kind in ('like', 'share', 'view', 'bookmark')),
      ('occurred_at', t.occurred_at, 'a time such as 2026-11-21T10:00:00Z, not after now',
        pg_input_is_valid(t.occurred_at, 'timestamptz') and t.occurred_at not ilike '%infinity%'),
      ('post', t.wanted_post, 'a post of this workspace: post_id, or platform and post_external_id',
        exists (select from public.posts as p where p.id = t.post_id)),
      ('comment_external_id', t.wanted_comment, 'a comment of this post', t.wanted_comment is null or t.comment_id is not null),
      ('event_ref', left(t.event_ref, 200), 'at most 200 characters', char_length(t.event_ref) <= 200)
    ) as e (field, was, expected, is_right) where e.is_right is not true) as each;
  delete from pg_temp.told_engagements as t where t.place in (select (w ->> 'row')::int from jsonb_array_elements(wrong) as w);
  wrong := coalesce(wrong, '[]') || coalesce((
    select jsonb_agg(jsonb_build_object('row', t.place, 'field', 'occurred_at', 'found', t.occurred_at,
      'expected', 'a time such as 2026-11-21T10:00:00Z, not after now'))
    from pg_temp.told_engagements as t where t.occurred_at::timestamptz > now() + interval '1 minute'), '[]');
  delete from pg_temp.told_engagements as t where t.occurred_at::timestamptz > now() + interval '1 minute';
  perform private.keep_people(workspace, coalesce((
    select jsonb_agg(distinct t.person) from pg_temp.told_engagements as t where t.person_key is not null), '[]'));
  select count(*) into good from pg_temp.told_engagements;
  insert into public.engagements (
    workspace_id, post_id, comment_id, platform, kind, person_id, receiver_id, occurred_at, event_ref, source, is_simulated)
  select workspace, t.post_id, t.comment_id, t.post_platform, t.kind::public.engagement_kind, who.id,
    case when t.comment_id is null then author.id else c.author_id end, t.occurred_at::timestamptz, t.event_ref, from_source, simulated
  from pg_temp.told_engagements as t
  join public.posts as p on p.id = t.post_id
  left join public.comments as c on c.id = t.comment_id
  left join public.people as who on who.workspace_id = workspace and who.platform = t.post_platform and who.key = t.person_key
  left join public.people as author on author.workspace_id = workspace and author.platform = p.platform and author.key = p.author_key
  -- By what makes events equal: two callers with the same ones never wait for each other in a ring.
  order by t.post_id, who.id, t.kind, t.comment_id nulls first,
    case when who.id is null or t.kind = 'view' then (t.occurred_at::timestamptz, t.event_ref) end, t.place
  on conflict do nothing;
  get diagnostics added = row_count;
  drop table pg_temp.told_engagements;
  return jsonb_build_object('added', added, 'duplicates', good - added, 'rejected', wrong);
end
$$;
comment on function private.import_engagements is
  'Definer: nobody writes events directly. Stores events [{kind, occurred_at, post_id | platform and post_external_id, comment_external_id, person_handle, person_external_id, event_ref}]. Answers {added, duplicates, rejected: [{row (from 1), field, found, expected}]}: rows that were added, were here already, or are wrong (named once for each wrong field).';

grant execute on function private.import_engagements to authenticated;

create function public.import_engagements(workspace uuid, events jsonb, from_source text default 'api') returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  for attempt in 1..3 loop
    begin
      return private.import_engagements(workspace, from_source, events);
    exception when deadlock_detected then
      -- Ended so that others could go on; nothing of it is left.
      if attempt = 3 then
        raise;
      end if;
    end;
  end loop;
end
$$;
comment on function public.import_engagements is 'Members and above store engagement events: see private.import_engagements.';
grant execute on function public.import_engagements to authenticated;
