-- Whose posts and comments get most. Two bases: imported events, exact to the event; and what
-- the platforms count, which is there for every measured post but of whom is not told.
create index posts_author_idx on public.posts (workspace_id, platform, author_key, published_at);

create function public.top_people(
  workspace uuid, take int default 10, basis text default 'events', platform public.platform default null,
  since timestamptz default null, until timestamptz default null)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  users json;
  counted bigint;
  simulated boolean;
  unmeasured bigint := 0;
begin
  perform private.require_between('limit', take, 1, 100);
  if basis in ('events', 'measured') is not true then
    perform private.fail(422, format('basis: found %s, expected events or measured.', coalesce(basis, 'nothing')));
  end if;
  with received as materialized (
    -- Kept totals answer the plain question; a period is counted from the events.
    select t.person_id, t.post_engagements as on_posts, t.comment_engagements as on_comments
    from public.engagement_totals as t
    where basis = 'events' and since is null and until is null and t.workspace_id = workspace
      and (top_people.platform is null or t.platform = top_people.platform) and t.post_engagements + t.comment_engagements > 0
    union all
    select e.receiver_id, count(*) filter (where e.comment_id is null), count(e.comment_id)
    from public.engagements as e
    where basis = 'events' and (since is not null or until is not null) and e.workspace_id = workspace and e.receiver_id is not null
      and (top_people.platform is null or e.platform = top_people.platform)
      and (since is null or e.occurred_at >= since) and (until is null or e.occurred_at < until)
    group by e.receiver_id
    union all
    select w.id, m.total, 0 from (
      select p.platform, p.author_key, sum(coalesce(l.likes, 0) + coalesce(l.comments, 0) + coalesce(l.shares, 0) + coalesce(l.saves, 0)) as total
      from public.posts as p join public.post_latest as l on l.post_id = p.id
      where basis = 'measured' and p.workspace_id = workspace and l.workspace_id = workspace
        and (top_people.platform is null or p.platform = top_people.platform)
        and (since is null or p.published_at >= since) and (until is null or p.published_at < until)
      group by p.platform, p.author_key having count(coalesce(l.likes, l.comments, l.shares, l.saves)) > 0) as m
    join public.people as w on w.workspace_id = workspace and w.platform = m.platform and w.key = m.author_key
    where m.total > 0
  ), best as (
    select r.*, w.key, w.handle, w.name, w.platform, w.created_at, r.on_posts + r.on_comments as total
    from received as r join public.people as w on w.id = r.person_id
    order by r.on_posts + r.on_comments desc, w.key, w.platform limit take
  )
  select (select count(*) from received), coalesce(json_agg(json_build_object('user_id', b.person_id, 'username', coalesce(b.handle, b.name, b.key), 'handle', b.handle,
    'platform', b.platform, 'name', b.name, 'created_at', b.created_at, 'total_engagement', b.total, 'total_engagements', b.total,
    'post_engagements', b.on_posts, 'comment_engagements', b.on_comments, 'post_count', n.posts, 'posts_count', n.posts,
    'comments_count', n.comments, 'avg_engagement_per_post', round(b.total::numeric / nullif(n.posts, 0), 2))
    order by b.total desc, b.key, b.platform), '[]')
  into counted, users
  from best as b
  cross join lateral (
    select (select count(*) from public.posts as p where p.workspace_id = workspace and p.platform = b.platform and p.author_key = b.key
        and (basis = 'events' or (since is null or p.published_at >= since) and (until is null or p.published_at < until))) as posts,
      (select count(*) from public.comments as c where c.workspace_id = workspace and c.author_id = b.person_id) as comments) as n;
  if basis = 'measured' then
    select count(*) filter (where coalesce(l.likes, l.comments, l.shares, l.saves) is null), coalesce(bool_or(l.is_simulated), false)
    into unmeasured, simulated
    from public.posts as p left join public.post_latest as l on l.post_id = p.id
    where p.workspace_id = workspace and (top_people.platform is null or p.platform = top_people.platform)
      and (since is null or p.published_at >= since) and (until is null or p.published_at < until);
  else
    simulated := (select w.is_sample from public.workspaces as w where w.id = workspace);
  end if;
  return json_build_object('users', users, 'limit', take, 'total_count', counted, 'basis', basis, 'simulated', simulated,
    'unmeasured_posts', unmeasured, 'as_of', now());
end
$$;
comment on function public.top_people is
  'People by engagement received, then handle: {users: [{user_id (people.id), username, handle, platform, name, created_at, total_engagement, total_engagements, post_engagements, comment_engagements, post_count, posts_count, comments_count, avg_engagement_per_post (2 decimals)}], limit, total_count (people with any), basis, simulated, unmeasured_posts, as_of}. basis events: imported events on own posts and comments, 1 each, of all kinds; since, until by the event. basis measured: likes, comments, shares and saves of own posts'' latest numbers (what is not told counts nothing: see unmeasured_posts); since, until by publishing.';
grant execute on function public.top_people to authenticated;
