-- Comments of posts, as trees. A comment's parent is a comment of the same post; a reply
-- whose parent was never read stands at the top and is counted as such. What is asked of
-- a whole thread (depth, order, viral chains) is derived from it whenever it changes.
create table public.comments (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  post_id bigint not null,
  platform public.platform not null,
  external_id text not null check (external_id <> ''),
  parent_external_id text,
  parent_id bigint,
  author_id bigint,
  body text,
  likes bigint check (likes >= 0),
  published_at timestamptz,
  source text not null,
  captured_at timestamptz not null default now(),
  first_at timestamptz not null default now(),
  is_simulated boolean not null,
  unique (post_id, external_id),
  unique (workspace_id, post_id, id),
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, post_id, parent_id) references public.comments (workspace_id, post_id, id) on delete cascade,
  foreign key (workspace_id, author_id) references public.people (workspace_id, id) deferrable initially deferred,
  constraint no_comment_answers_itself check (parent_id <> id),
  constraint a_parent_is_named check (parent_id is null or parent_external_id is not null)
);
comment on table public.comments is 'Comments and replies as their platform last told them, one row each.';
comment on column public.comments.external_id is 'The platform''s own id.';
comment on column public.comments.parent_external_id is 'What it answers, by the platform''s id. Null: the post itself.';
comment on column public.comments.parent_id is 'The comment it answers. Null beside a parent_external_id: that one was not read.';
comment on column public.comments.body is 'Null: the platform does not say, or retention forgot it.';
comment on column public.comments.likes is 'Null: as body.';
comment on column public.comments.source is 'What it was read from: youtube_data, instagram_graph, facebook_graph, linkedin_org, apify_instagram, import, seed.';
comment on column public.comments.captured_at is 'When the platform last told of it, UTC, to a day.';
comment on column public.comments.first_at is 'When it was first told to us, UTC: before that nobody collected it.';
create index comments_parent_idx on public.comments (workspace_id, post_id, parent_id);
create index comments_author_idx on public.comments (workspace_id, author_id);
create index comments_open_parent_idx on public.comments (post_id, parent_external_id)
  where parent_id is null and parent_external_id is not null;

create table public.comment_threads (
  post_id bigint primary key,
  workspace_id uuid not null,
  platform public.platform not null,
  comments int not null,
  replies int not null,
  orphans int not null,
  max_depth int not null,
  ids bigint[] not null,
  depths int[] not null,
  reply_counts int[] not null,
  chains int not null,
  chain bigint[] not null,
  chain_engagement bigint not null,
  derived_at timestamptz not null default now(),
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade
);
comment on table public.comment_threads is 'What the comments of a post come to. Derived by private.rethread in the statement that changes them.';
comment on column public.comment_threads.replies is 'Comments with a parent.';
comment on column public.comment_threads.orphans is 'Replies whose parent was not read: they stand at the top.';
comment on column public.comment_threads.max_depth is 'Comments on the longest path from the top: 1 without replies.';
comment on column public.comment_threads.ids is 'comments.id in reading order: each before its replies, the older first (published_at, id).';
comment on column public.comment_threads.depths is 'The depth of each of ids: 1 at the top.';
comment on column public.comment_threads.reply_counts is 'How many comments answer each of ids directly.';
comment on column public.comment_threads.chains is
  'Viral chains. A comment is viral with 3 direct replies or 10 likes; a chain goes from a viral comment at the top down viral replies, two at least; each beginning of a longer one counts.';
comment on column public.comment_threads.chain is 'The longest chain, the first of equal ones in reading order. Empty: none.';
comment on column public.comment_threads.chain_engagement is 'Likes and direct replies of the comments in chain, added up.';
create index comment_threads_workspace_idx on public.comment_threads (workspace_id, cardinality(chain) desc, post_id);

alter table public.comments enable row level security;
alter table public.comment_threads enable row level security;
grant select on public.comments, public.comment_threads to authenticated, service_role;
create policy "Members read the comments of their posts" on public.comments
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their comment threads" on public.comment_threads
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));

-- A comment that comes names a parent that is there already. Only later, when the parent of a
-- reply comes after it, could two answer each other: then the reply stays without its parent.
create function private.refuse_comment_circle() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  above bigint := new.parent_id;
begin
  while above is not null loop
    if above = new.id then
      new.parent_id := old.parent_id;
      return new;
    end if;
    select c.parent_id into above from public.comments as c where c.id = above;
  end loop;
  return new;
end
$$;
comment on function private.refuse_comment_circle is 'No comment gets one of its own replies for a parent.';
create trigger refuse_comment_circle before update of parent_id on public.comments
  for each row when (new.parent_id is distinct from old.parent_id and new.parent_id is not null)
  execute function private.refuse_comment_circle();

-- One pass down and one pass up over arrays, in order of reading: linear, without recursion.
create function private.rethread(post bigint) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  id bigint[];
  above int[];
  likes bigint[];
  n int;
  loose int;
  replies int[];
  first_child int[];
  sibling int[];
  depth int[];
  -- Whether all comments from the top down to this one are viral.
  on_chain boolean[];
  reading bigint[];
  depths_read int[];
  replies_read int[];
  at int;
  up int;
  place int := 0;
  deepest int := 0;
  found_chains int := 0;
  longest int := 1;
  last_of_longest int := 0;
  longest_chain bigint[] := '{}';
  engagement bigint := 0;
begin
  -- One at a time for a post, so that the last to come sees all.
  perform from public.posts as p where p.id = post for no key update;
  with numbered as materialized (
    select c.id, c.parent_id, c.likes, c.parent_external_id is not null and c.parent_id is null as is_orphan,
      row_number() over (order by c.published_at nulls last, c.id)::int as number
    from public.comments as c where c.post_id = post
  )
  select array_agg(c.id order by c.number), array_agg(coalesce(p.number, 0) order by c.number),
    array_agg(coalesce(c.likes, 0) order by c.number), count(*), count(*) filter (where c.is_orphan)
  into id, above, likes, n, loose
  from numbered as c left join numbered as p on p.id = c.parent_id;
  if n = 0 then
    delete from public.comment_threads as t where t.post_id = post;
    return;
  end if;
  -- Element n + 1 is the post itself.
  replies := array_fill(0, array[n + 1]);
  first_child := replies;
  sibling := replies;
  depth := replies;
  on_chain := array_fill(false, array[n]);
  reading := array_fill(0::bigint, array[n]);
  depths_read := array_fill(0, array[n]);
  replies_read := depths_read;
  for at in reverse n..1 loop
    up := case when above[at] = 0 then n + 1 else above[at] end;
    replies[up] := replies[up] + 1;
    sibling[at] := first_child[up];
    first_child[up] := at;
  end loop;
  at := first_child[n + 1];
  while at > 0 loop
    up := above[at];
    place := place + 1;
    depth[at] := case when up = 0 then 1 else depth[up] + 1 end;
    reading[place] := id[at];
    depths_read[place] := depth[at];
    replies_read[place] := replies[at];
    deepest := greatest(deepest, depth[at]);
    if (replies[at] >= 3 or likes[at] >= 10) and (up = 0 or on_chain[up]) then
      on_chain[at] := true;
      if depth[at] >= 2 then
        found_chains := found_chains + 1;
        if depth[at] > longest then
          longest := depth[at];
          last_of_longest := at;
        end if;
      end if;
    end if;
    if first_child[at] > 0 then
      at := first_child[at];
    else
      while at > 0 and sibling[at] = 0 loop
        at := above[at];
      end loop;
      at := case when at > 0 then sibling[at] else 0 end;
    end if;
  end loop;
  at := last_of_longest;
  while at > 0 loop
    longest_chain := id[at] || longest_chain;
    engagement := engagement + likes[at] + replies[at];
    at := above[at];
  end loop;
  insert into public.comment_threads as t (
    post_id, workspace_id, platform, comments, replies, orphans, max_depth, ids, depths, reply_counts, chains, chain,
    chain_engagement)
  select p.id, p.workspace_id, p.platform, n, n - replies[n + 1], loose, deepest, reading, depths_read, replies_read,
    found_chains, longest_chain, engagement
  from public.posts as p where p.id = post
  on conflict (post_id) do update set
    comments = excluded.comments, replies = excluded.replies, orphans = excluded.orphans, max_depth = excluded.max_depth,
    ids = excluded.ids, depths = excluded.depths, reply_counts = excluded.reply_counts, chains = excluded.chains, chain = excluded.chain,
    chain_engagement = excluded.chain_engagement, derived_at = now();
end
$$;
comment on function private.rethread is 'Definer: nobody writes threads directly. Derives the thread of a post from its comments.';

create function private.rethread_changed() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  touched bigint[];
  post bigint;
begin
  if tg_op = 'INSERT' then
    touched := array(select distinct n.post_id from new_rows as n order by 1);
  elsif tg_op = 'DELETE' then
    touched := array(select distinct o.post_id from old_rows as o order by 1);
  else
    touched := array(
      select distinct n.post_id from new_rows as n join old_rows as o on o.id = n.id
      where (n.parent_id, n.likes, n.published_at, n.parent_external_id) is distinct from (o.parent_id, o.likes, o.published_at, o.parent_external_id)
      order by 1);
  end if;
  foreach post in array touched loop
    perform private.rethread(post);
  end loop;
  return null;
end
$$;
comment on function private.rethread_changed is
  'Definer: comments go with their workspace, deleted by its owner, who may not derive threads. Keeps threads equal to their comments.';
create trigger rethread_new after insert on public.comments
  referencing new table as new_rows for each statement execute function private.rethread_changed();
create trigger rethread_changed after update on public.comments
  referencing old table as old_rows new table as new_rows for each statement execute function private.rethread_changed();
create trigger rethread_removed after delete on public.comments
  referencing old table as old_rows for each statement execute function private.rethread_changed();
grant execute on function private.rethread to service_role, retention;

-- People that comments and engagements name.
create function private.keep_people(workspace uuid, named jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into public.people as p (workspace_id, platform, key, handle, external_id, name)
  select distinct on (n.platform, n.key) workspace, n.platform, n.key, n.handle, n.external_id, n.name
  from (
    select r.platform, private.person_key(r.handle, r.external_id, r.name) as key, nullif(ltrim(btrim(r.handle), '@'), '') as handle,
      nullif(r.external_id, '') as external_id, nullif(btrim(r.name), '') as name
    from jsonb_to_recordset(named) as r (platform public.platform, handle text, external_id text, name text)) as n
  -- What is known already is not locked: many bring the same people at once.
  where n.key is not null and not exists (
    select from public.people as known
    where known.workspace_id = workspace and known.platform = n.platform and known.key = n.key
      and (n.external_id is null or known.external_id = n.external_id) and (n.name is null or known.name = n.name))
  order by n.platform, n.key, n.external_id, n.name
  on conflict (workspace_id, platform, key) do update set
    external_id = coalesce(excluded.external_id, p.external_id), name = coalesce(excluded.name, p.name)
  where (p.external_id, p.name) is distinct from (coalesce(excluded.external_id, p.external_id), coalesce(excluded.name, p.name));
end
$$;
comment on function private.keep_people is 'Definer: nobody writes people directly. Adds people [{platform, handle, external_id, name}] and what is new of known ones.';

-- Parents before children. A row may name a parent that comes in the same call, came before, or never came.
create function private.keep_comments(workspace uuid, post bigint, source text, simulated boolean, told jsonb) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  on_platform public.platform;
  external text[];
  parent text[];
  way int[];
  loose text[] := '{}';
  refused int;
  added int;
  changed int := 0;
begin
  select p.platform into on_platform from public.posts as p where p.workspace_id = workspace and p.id = post for no key update;
  if not found then
    perform private.fail(404, 'There is no such post.');
  end if;
  told := (select coalesce(jsonb_agg(each.r), '[]') from (
    select distinct on (r ->> 'external_id') r from jsonb_array_elements(told) with ordinality as t (r, place)
    order by r ->> 'external_id', place desc) as each);
  perform private.keep_people(workspace, (
    select coalesce(jsonb_agg(jsonb_build_object('platform', on_platform, 'handle', r ->> 'author_handle',
      'external_id', r ->> 'author_external_id', 'name', r ->> 'author_name')), '[]') from jsonb_array_elements(told) as r));

  -- Which rows lead to the top, by doubling the step: what does not after that runs in a circle.
  select array_agg(r.external_id order by r.n), array_agg(r.parent_external_id order by r.n) into external, parent
  from (select r ->> 'external_id' as external_id, r ->> 'parent_external_id' as parent_external_id, row_number() over () as n
    from jsonb_array_elements(told) as r) as r;
  if parent && external then
    select array_agg(coalesce(up.n, 0) order by c.n) into way
    from unnest(parent) with ordinality as c (parent, n)
    left join unnest(external) with ordinality as up (external, n) on up.external = c.parent;
    for step in 1..20 loop
      exit when coalesce((select bool_and(w = 0) from unnest(way) as w), true);
      select array_agg(case when way[n] = 0 then 0 else way[way[n]] end order by n) into way from generate_subscripts(way, 1) as n;
    end loop;
    loose := array(select external[n] from generate_subscripts(way, 1) as n where way[n] <> 0);
  end if;
  refused := cardinality(loose);

  with new_one as materialized (
    select t.*, nextval('public.comments_id_seq') as id
    from jsonb_to_recordset(told) as t (
      external_id text, parent_external_id text, author_handle text, author_external_id text, author_name text, body text,
      likes bigint, published_at timestamptz)
    where t.external_id <> all (loose)
      and not exists (select from public.comments as c where c.post_id = post and c.external_id = t.external_id)
  ), made as (
    insert into public.comments (
      id, workspace_id, post_id, platform, external_id, parent_external_id, parent_id, author_id, body, likes, published_at, source,
      is_simulated)
    overriding system value
    select t.id, workspace, post, on_platform, t.external_id, t.parent_external_id, coalesce(beside.id, before.id), w.id, t.body,
      t.likes, t.published_at, keep_comments.source, simulated
    from new_one as t
    left join new_one as beside on beside.external_id = t.parent_external_id
    left join public.comments as before on before.post_id = post and before.external_id = t.parent_external_id
    left join public.people as w on w.workspace_id = workspace and w.platform = on_platform
      and w.key = private.person_key(t.author_handle, t.author_external_id, t.author_name)
    returning 1
  )
  select count(*) into added from made;
  -- Each statement costs its triggers, also when it changes nothing.
  if exists (select from public.comments as c where c.post_id = post and c.parent_id is null and c.parent_external_id is not null) then
    -- Replies that came before their parent find it now.
    update public.comments as c set parent_id = p.id
    from public.comments as p
    where c.post_id = post and c.parent_id is null and c.parent_external_id is not null
      and p.post_id = post and p.external_id = c.parent_external_id;
    loose := loose || array(
      select c.external_id from public.comments as c
      join public.comments as p on p.post_id = post and p.external_id = c.parent_external_id
      where c.post_id = post and c.parent_id is null and c.parent_external_id is not null
        and c.external_id in (select r ->> 'external_id' from jsonb_array_elements(told) as r));
  end if;
  if added + refused < jsonb_array_length(told) then
    update public.comments as c set
      body = coalesce(t.body, c.body), likes = coalesce(t.likes, c.likes), author_id = coalesce(c.author_id, w.id),
      captured_at = clock_timestamp(), source = keep_comments.source
    from jsonb_to_recordset(told) as t (
      external_id text, body text, likes bigint, author_handle text, author_external_id text, author_name text)
    left join public.people as w on w.workspace_id = workspace and w.platform = on_platform
      and w.key = private.person_key(t.author_handle, t.author_external_id, t.author_name)
    where c.post_id = post and c.external_id = t.external_id
      and (c.body, c.likes, c.author_id)
        is distinct from (coalesce(t.body, c.body), coalesce(t.likes, c.likes), coalesce(c.author_id, w.id));
    get diagnostics changed = row_count;
    -- What is told again as it was may be kept longer.
    update public.comments as c set captured_at = clock_timestamp()
    where c.post_id = post and c.source = keep_comments.source and c.captured_at < clock_timestamp() - interval '1 day'
      and c.external_id in (select r ->> 'external_id' from jsonb_array_elements(told) as r);
  end if;
  return jsonb_build_object('added', added, 'changed', changed, 'known', jsonb_array_length(told) - added - refused,
    'in_a_circle', to_jsonb(loose));
end
$$;
comment on function private.keep_comments is
  'Definer: nobody writes comments directly. Stores comments of a post [{external_id, parent_external_id, author_handle, author_external_id, author_name, body, likes, published_at}]; the same again changes nothing. Answers {added, changed, known, in_a_circle: ids whose parents come back to themselves: refused, or kept without a parent}.';
grant execute on function private.keep_people, private.keep_comments to service_role;
