-- Sample workspaces: everything in them was made up by the seeder, and is marked as such.
create table public.samples (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  seed int not null check (seed >= 0),
  users int not null check (users between 1 and 100000),
  posts int not null check (posts between 0 and 200000),
  hashtags int not null check (hashtags between 1 and 10000),
  made_for timestamptz not null check (made_for <= created_at + interval '1 minute'),
  created_at timestamptz not null default now()
);
comment on table public.samples is 'What a sample workspace was made from. The same numbers make the same rows.';
comment on column public.samples.made_for is 'The moment that is now in it: nothing it was seeded with is later.';
alter table public.samples enable row level security;
grant select on public.samples to authenticated, service_role;
create policy "Members read what their sample was made from" on public.samples
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));

create function private.create_sample(plan jsonb) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  caller constant uuid := auth.uid();
  space uuid;
  called text;
begin
  if caller is null then
    perform private.fail(401, 'Sign in first.');
  end if;
  -- Two at once would both count themselves in.
  perform from public.profiles where user_id = caller for update;
  if (select count(*) from public.workspace_members as m join public.samples as s on s.workspace_id = m.workspace_id
      where m.user_id = caller and m.role = 'owner') >= 20 then
    perform private.fail(409, 'You own 20 sample workspaces. Remove one first: seed --remove and its id.');
  end if;
  insert into public.workspaces (name, is_sample) values (format('Sample %s', (plan ->> 'seed')::int), true)
  returning id, name into space, called;
  insert into public.workspace_members (workspace_id, user_id, role) values (space, caller, 'owner');
  insert into public.samples (workspace_id, seed, users, posts, hashtags, made_for)
  values (space, (plan ->> 'seed')::int, (plan ->> 'users')::int, (plan ->> 'posts')::int, (plan ->> 'hashtags')::int,
    (plan ->> 'made_for')::timestamptz);
  return jsonb_build_object('workspace_id', space, 'name', called);
end
$$;
comment on function private.create_sample is
  'Definer: only here a workspace becomes a sample, when it is made. From {seed, users, posts, hashtags, made_for}; answers {workspace_id, name}.';
grant execute on function private.create_sample to authenticated;
create function public.create_sample(plan jsonb) returns jsonb
language sql
set search_path = ''
as $$ select private.create_sample(plan) $$;
comment on function public.create_sample is 'Makes an empty sample workspace owned by the caller: see private.create_sample. The active workspace stays.';
grant execute on function public.create_sample to authenticated;

create function private.require_sample(workspace uuid, needed public.workspace_role) returns void
language plpgsql stable
set search_path = ''
as $$
begin
  perform private.require_role(workspace, needed);
  if not (select w.is_sample from public.workspaces as w where w.id = workspace) then
    perform private.fail(409, 'This is no sample workspace: made-up rows come only into one of their own, and only one is removed so. Make one with seed.');
  end if;
end
$$;
comment on function private.require_sample is 'Raises 409 for a workspace that is no sample, and what private.require_role raises.';

create function private.sample_people(workspace uuid, told jsonb) returns bigint[]
language sql stable
set search_path = ''
as $$
  select array_agg((
    select w.id from public.people as w
    where w.workspace_id = workspace and w.platform = (r.told ->> 'platform')::public.platform
      and w.key = private.person_key(r.told ->> 'handle', null, null)) order by r.place)
  from jsonb_array_elements(told) with ordinality as r (told, place)
$$;
comment on function private.sample_people is 'people.id of each of [{platform, handle}], null where nobody is.';

-- Numbers come as array literals and rows as positions: half a million events are read in a second.
create function private.import_samples(workspace uuid, batch jsonb) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  kinds constant public.engagement_kind[] := enum_range(null::public.engagement_kind);
  person_ids bigint[];
  post_ids bigint[];
  platforms public.platform[];
  published timestamptz[];
  external text[];
  author_ids bigint[];
  first_events int[] := (batch -> 'events' ->> 'first')::int[];
  comment_ids bigint[];
  people_added int := 0;
  posts_added int;
  comments_added int;
  events_added int;
begin
  perform private.require_sample(workspace, 'member');
  if jsonb_array_length(batch -> 'people') > 10000 or jsonb_array_length(batch -> 'posts') > 500 then
    perform private.fail(422, 'batch: expected at most 10,000 people and 500 posts.');
  end if;
  person_ids := private.sample_people(workspace, batch -> 'people');
  if array_position(person_ids, null) > 0 then
    -- In one order everywhere: two batches never wait for each other in a ring.
    insert into public.people (workspace_id, platform, key, handle, name)
    select workspace, r.platform, private.person_key(r.handle, null, null), r.handle, r.name
    from jsonb_to_recordset(batch -> 'people') as r (platform public.platform, handle text, name text)
    order by 2, 3
    on conflict do nothing;
    get diagnostics people_added = row_count;
    person_ids := private.sample_people(workspace, batch -> 'people');
  end if;

  -- Null: it was here before, with all that belongs to it.
  with told as materialized (
    select (row_number() over ())::int as place, r.*
    from jsonb_to_recordset(batch -> 'posts') as r (
      platform public.platform, external_id text, url text, author int, author_handle text, author_name text, caption text,
      published_at timestamptz)
  ), made as (
    insert into public.posts (workspace_id, platform, external_id, url, author_handle, author_name, caption, published_at)
    select workspace, t.platform, t.external_id, t.url, t.author_handle, t.author_name, t.caption, t.published_at
    from told as t
    on conflict do nothing
    returning id, platform, external_id
  )
  select array_agg(made.id order by t.place), array_agg(t.platform order by t.place), array_agg(t.published_at order by t.place),
    array_agg(t.external_id order by t.place), array_agg(person_ids[t.author] order by t.place), count(made.id)
  into post_ids, platforms, published, external, author_ids, posts_added
  from told as t left join made on made.platform = t.platform and made.external_id = t.external_id;

  comment_ids := array(
    select nextval('public.comments_id_seq') from generate_series(1, jsonb_array_length(batch -> 'comments' -> 'body')));
  with told as materialized (
    select c.*, b.body, row_number() over (partition by c.post order by c.place) as number
    from unnest(
      (batch -> 'comments' ->> 'post')::int[], (batch -> 'comments' ->> 'person')::int[], (batch -> 'comments' ->> 'parent')::int[],
      (batch -> 'comments' ->> 'likes')::int[], (batch -> 'comments' ->> 'after')::int[]
    ) with ordinality as c (post, person, parent, likes, after, place)
    join jsonb_array_elements_text(batch -> 'comments' -> 'body') with ordinality as b (body, place) on b.place = c.place
  )
  insert into public.comments (
    id, workspace_id, post_id, platform, external_id, parent_external_id, parent_id, author_id, body, likes, published_at, source,
    is_simulated)
  overriding system value
  select comment_ids[t.place], workspace, p.id, p.platform, p.external_id || '.' || t.number,
    p.external_id || '.' || above.number, comment_ids[nullif(t.parent, 0)], person_ids[t.person], t.body, t.likes,
    p.published_at + make_interval(secs => t.after), 'seed', true
  from told as t
  join unnest(post_ids, platforms, published, external) with ordinality as p (id, platform, published_at, external_id, place)
    on p.place = t.post
  left join told as above on above.place = t.parent
  where p.id is not null
  order by t.place;
  get diagnostics comments_added = row_count;

  -- Last, because the totals of people are what other batches wait for.
  insert into public.engagements (
    workspace_id, post_id, platform, kind, person_id, receiver_id, occurred_at, event_ref, source, is_simulated)
  select workspace, p.id, p.platform, kinds[t.kind], person_ids[nullif(t.person, 0)], p.author_id,
    p.published_at + make_interval(secs => t.after),
    -- Equal ones are told apart where a person may come again.
    case when t.person = 0 or t.kind = 3 then (t.place - p.first_event)::text else '' end, 'seed', true
  from unnest(
    (batch -> 'events' ->> 'post')::int[], (batch -> 'events' ->> 'person')::int[], (batch -> 'events' ->> 'kind')::int[],
    (batch -> 'events' ->> 'after')::int[]
  ) with ordinality as t (post, person, kind, after, place)
  join unnest(post_ids, platforms, published, author_ids, first_events)
    with ordinality as p (id, platform, published_at, author_id, first_event, place) on p.place = t.post
  where p.id is not null;
  get diagnostics events_added = row_count;
  return jsonb_build_object('people', people_added, 'posts', posts_added, 'comments', comments_added, 'engagements', events_added);
end
$$;
comment on function private.import_samples is
  'Definer: nobody writes these tables directly. Stores made-up {people: [{platform, handle, name}], posts: [{platform, external_id, url, author, author_handle, author_name, caption, published_at}], comments: {post, person, parent, likes, after: int array literals, body: [text]}, events: {post, person, kind, after, first: how many come before those of each post}}: post, person, author and parent count from 1 in this batch (0: none), after is seconds after the post, kind counts in engagement_kind. Posts that are here already are left out with all that belongs to them. Answers how many {people, posts, comments, engagements} came.';
grant execute on function private.import_samples to authenticated;
create function public.import_samples(workspace uuid, batch jsonb) returns jsonb
language sql
set search_path = '' set statement_timeout = '60s'
as $$ select private.import_samples(workspace, batch) $$;
comment on function public.import_samples is 'Members and above put made-up rows into a sample workspace: see private.import_samples.';
grant execute on function public.import_samples to authenticated;

-- In pieces: a big workspace does not go within the seconds that a caller has.
create function private.remove_sample(workspace uuid, take int) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  gone bigint[];
  remaining int;
begin
  perform private.require_sample(workspace, 'owner');
  gone := array(select p.id from public.posts as p where p.workspace_id = workspace order by p.id limit least(take, 1000));
  delete from public.engagements where post_id = any (gone);
  delete from public.comments where post_id = any (gone);
  delete from public.posts where id = any (gone);
  remaining := (select count(*) from public.posts as p where p.workspace_id = workspace);
  if remaining = 0 then
    delete from public.workspaces where id = workspace;
  end if;
  return remaining;
end
$$;
comment on function private.remove_sample is 'Definer, as above. Removes some posts of a sample workspace, and with the last of them the workspace. Returns how many posts remain.';
grant execute on function private.remove_sample to authenticated;
create function public.remove_sample(workspace uuid, take int default 500) returns int
language sql
set search_path = '' set statement_timeout = '60s'
as $$ select private.remove_sample(workspace, take) $$;
comment on function public.remove_sample is 'Owners remove a sample workspace, in pieces: see private.remove_sample.';
grant execute on function public.remove_sample to authenticated;
