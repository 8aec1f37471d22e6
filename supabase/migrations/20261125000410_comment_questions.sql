-- What is asked of comments. A post's thread is derived already; of many posts the threads are added up.
create function public.comment_depths(
  workspace uuid, platform public.platform default null, since timestamptz default null, until timestamptz default null)
returns json
language sql stable
set search_path = ''
as $$
  with thread as materialized (
    select t.comments, t.replies, t.orphans, t.max_depth, t.depths from public.comment_threads as t
    where t.workspace_id = comment_depths.workspace
      and (comment_depths.platform is null or t.platform = comment_depths.platform)
      and (since is null and until is null or exists (
        select from public.posts as p where p.id = t.post_id
          and (since is null or p.published_at >= since) and (until is null or p.published_at < until)))
  )
  select json_build_object(
    'comments_per_depth', (select coalesce(json_agg(json_build_object('depth', depth, 'comments', comments) order by depth), '[]')
      from (select depth, count(*) as comments from thread cross join lateral unnest(thread.depths) as depth group by depth) as level),
    'max_depth', coalesce(max(max_depth), 0), 'total_comments', coalesce(sum(comments), 0), 'total_replies', coalesce(sum(replies), 0),
    'average_replies_per_comment', coalesce(round(sum(replies)::numeric / nullif(sum(comments), 0), 2), 0),
    'posts', count(*), 'orphans', coalesce(sum(orphans), 0), 'as_of', now())
  from thread
$$;
comment on function public.comment_depths is
  'Comments of a workspace by depth (1: at the top): {comments_per_depth: [{depth, comments}], max_depth, total_comments, total_replies, average_replies_per_comment (2 decimals), posts (with comments), orphans (replies whose parent was not read), as_of}. since, until: by the post''s publishing.';

create function private.require_post(workspace uuid, post bigint) returns void
language plpgsql stable
set search_path = ''
as $$
begin
  if not exists (select from public.posts as p where p.workspace_id = workspace and p.id = post) then
    perform private.fail(404, format('Post %s not found', post));
  end if;
end
$$;
comment on function private.require_post is 'Raises 404 for a post that the caller does not see in the workspace.';
grant execute on function private.require_post to authenticated;

create function public.comment_depth(workspace uuid, post bigint) returns json
language plpgsql stable
set search_path = ''
as $$
begin
  perform private.require_post(workspace, post);
  return (
    select json_build_object('post_id', post, 'max_depth', coalesce(t.max_depth, 0), 'total_comments', coalesce(t.comments, 0),
      'total_replies', coalesce(t.replies, 0), 'average_replies_per_comment', coalesce(round(t.replies::numeric / t.comments, 2), 0),
      'replies_without_parent', coalesce(t.orphans, 0), 'as_of', now())
    from (values (post)) as asked (id) left join public.comment_threads as t on t.workspace_id = workspace and t.post_id = asked.id);
end
$$;
comment on function public.comment_depth is
  'The thread of a post: {post_id, max_depth (0 without comments), total_comments, total_replies, average_replies_per_comment (2 decimals), replies_without_parent, as_of}. 404 for a post of others.';

create function public.viral_chains(
  workspace uuid, min_depth int default 3, min_engagement bigint default 50, platform public.platform default null,
  since timestamptz default null, until timestamptz default null, skip int default 0, take int default 20)
returns json
language plpgsql stable
set search_path = ''
as $$
begin
  perform private.require_between('min_depth', min_depth, 2, 100000);
  perform private.require_between('min_engagement', min_engagement, 0, 9223372036854775807);
  perform private.require_between('skip', skip, 0, 1000000);
  perform private.require_between('limit', take, 1, 100);
  return (
    with viral as materialized (
      select t.post_id, t.comments, t.chains, t.chain, t.chain_engagement, p.platform, coalesce(p.title, p.caption) as title,
        coalesce(p.author_handle, p.author_name) as author, p.url
      from public.comment_threads as t join public.posts as p on p.id = t.post_id
      where t.workspace_id = workspace and p.workspace_id = workspace and cardinality(t.chain) >= min_depth and t.chain_engagement >= min_engagement
        and (viral_chains.platform is null or t.platform = viral_chains.platform)
        and (since is null or p.published_at >= since) and (until is null or p.published_at < until)
    )
    select json_build_object(
      'chains', coalesce(json_agg(json_build_object('post_id', post_id, 'platform', shown.platform, 'title', left(title, 120), 'author', author,
        'url', url, 'levels', cardinality(chain), 'total_engagement', chain_engagement, 'total_viral_chains', chains, 'comments', comments,
        'first', (select json_build_object('id', c.id, 'body', left(c.body, 280), 'author', coalesce(w.handle, w.name), 'likes', c.likes,
            'is_simulated', c.is_simulated)
          from public.comments as c left join public.people as w on w.id = c.author_id where c.id = chain[1]))
        order by cardinality(chain) desc, chain_engagement desc, post_id), '[]'),
      'total_count', (select count(*) from viral), 'min_depth', min_depth, 'min_engagement', min_engagement, 'as_of', now())
    from (select * from viral order by cardinality(chain) desc, chain_engagement desc, post_id offset skip limit take) as shown);
end
$$;
comment on function public.viral_chains is
  'The longest viral chain of each post that has one of min_depth comments (2 or more) with min_engagement likes and direct replies together, longest first: {chains: [{post_id, platform, title, author, url, levels, total_engagement, total_viral_chains, comments, first: {id, body, author, likes, is_simulated}}], total_count, min_depth, min_engagement, as_of}.';

create function public.viral_chain(workspace uuid, post bigint) returns json
language plpgsql stable
set search_path = ''
as $$
declare
  thread public.comment_threads;
  -- Read once: each use of a field would unpack the whole array again.
  ids bigint[];
  reply_counts int[];
  chain bigint[];
  replies int[] := '{}';
begin
  perform private.require_post(workspace, post);
  select * into thread from public.comment_threads as t where t.workspace_id = viral_chain.workspace and t.post_id = post;
  ids := thread.ids;
  reply_counts := thread.reply_counts;
  chain := coalesce(thread.chain, '{}');
  for at in 1..coalesce(cardinality(ids), 0) loop
    exit when cardinality(replies) = cardinality(chain);
    -- A chain goes down, and so does the order of reading.
    if ids[at] = chain[cardinality(replies) + 1] then
      replies := replies || reply_counts[at];
    end if;
  end loop;
  return (
    select json_build_object('post_id', post, 'longest_chain_length', cardinality(chain),
      'longest_chain_comments', coalesce(json_agg(json_build_object('id', c.id, 'body', c.body, 'likes', c.likes,
        'author', coalesce(w.handle, w.name), 'published_at', c.published_at, 'replies', link.replies) order by link.place), '[]'),
      'total_viral_chains', coalesce(thread.chains, 0), 'viral_criteria_met', coalesce(thread.chains, 0) > 0,
      'criteria', json_build_object('min_replies', 3, 'min_upvotes', 10), 'as_of', now())
    from unnest(chain, replies) with ordinality as link (id, replies, place)
    join public.comments as c on c.id = link.id left join public.people as w on w.id = c.author_id);
end
$$;
comment on function public.viral_chain is
  'The longest viral chain of a post, from the top down: {post_id, longest_chain_length, longest_chain_comments: [{id, body, likes, author, published_at, replies}], total_viral_chains, viral_criteria_met, criteria, as_of}. See comment_threads.chains for what is viral. 404 for a post of others.';

create function public.comment_tree(workspace uuid, post bigint, skip int default 0, take int default 500) returns json
language plpgsql stable
set search_path = ''
as $$
declare
  thread public.comment_threads;
  -- Read once: each use of a field would unpack the whole array again.
  ids bigint[];
  depths int[];
  reply_counts int[];
  above bigint[] := '{}';
  replies_above int[] := '{}';
  level int;
begin
  perform private.require_post(workspace, post);
  perform private.require_between('skip', skip, 0, 10000000);
  perform private.require_between('limit', take, 1, 5000);
  select * into thread from public.comment_threads as t where t.workspace_id = comment_tree.workspace and t.post_id = post;
  ids := thread.ids;
  depths := thread.depths;
  reply_counts := thread.reply_counts;
  level := depths[skip + 1];
  -- What stands over a comment comes before it, each the nearest that is less deep.
  for at in reverse case when level > 1 then skip else 0 end..1 loop
    if depths[at] < level then
      above := ids[at] || above;
      replies_above := reply_counts[at] || replies_above;
      level := depths[at];
      exit when level = 1;
    end if;
  end loop;
  return (
    with listed as (
      select c.id, c.parent_id, c.body, c.likes, c.published_at, c.author_id, w.handle, w.name, c.external_id, c.source, c.captured_at,
        c.parent_id is null and c.parent_external_id is not null as is_orphan, c.is_simulated, asked.place, asked.is_above, asked.depth,
        asked.replies, c.id in (select unnest(thread.chain)) as on_chain
      from (
        select s.id, s.depth, s.replies, s.place, false as is_above
        from unnest(ids[skip + 1 : skip + take], depths[skip + 1 : skip + take], reply_counts[skip + 1 : skip + take])
          with ordinality as s (id, depth, replies, place)
        union all
        select s.id, s.place, s.replies, s.place, true from unnest(above, replies_above) with ordinality as s (id, replies, place)) as asked
      join public.comments as c on c.id = asked.id left join public.people as w on w.id = c.author_id
    ), written as (
      select is_above, place, json_build_object('id', id, 'parent_id', parent_id, 'depth', depth, 'body', body, 'upvotes', likes,
        'created_at', published_at, 'user_id', author_id, 'author', coalesce(handle, name), 'replies', replies, 'on_chain', on_chain,
        'is_orphan', is_orphan, 'is_simulated', is_simulated, 'source', source, 'captured_at', captured_at) as line from listed
    )
    select json_build_object('post_id', post, 'total', coalesce(thread.comments, 0), 'skip', skip,
      'comments', (select coalesce(json_agg(line order by place), '[]') from written where not is_above),
      'above', (select coalesce(json_agg(line order by place), '[]') from written where is_above), 'as_of', now()));
end
$$;
comment on function public.comment_tree is
  'A page of a thread in reading order, flat: {post_id, total, skip, comments: [{id, parent_id, depth, body, upvotes, created_at, user_id (people.id), author, replies (direct), on_chain (of the longest viral chain), is_orphan, is_simulated, source, captured_at}], above: the same of what stands over the first one, as_of}. take: 1 to 5000. 404 for a post of others.';
grant execute on function public.comment_depths, public.comment_depth, public.viral_chains, public.viral_chain, public.comment_tree to authenticated;
