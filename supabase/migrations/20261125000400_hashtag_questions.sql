-- What is asked of hashtags, each time from the stored posts: the same on every server copy,
-- after a restart, and for every window.
create function private.require_between(name text, value numeric, lowest numeric, highest numeric) returns void
language plpgsql
set search_path = ''
as $$
begin
  if value is null or value < lowest or value > highest then
    perform private.fail(422, format('%s: found %s, expected %s to %s.', name, coalesce(value::text, 'nothing'), lowest, highest));
  end if;
end
$$;
comment on function private.require_between is 'Raises 422 with a sentence when a number is out of its bounds.';
grant execute on function private.require_between to authenticated, service_role;

create function public.hashtag_trending(
  workspace uuid, window_minutes int default 60, k int default 10, platform public.platform default null)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  this_minute constant timestamptz := date_trunc('minute', now());
  -- The current minute and as many whole ones before it.
  starts constant timestamptz := this_minute - make_interval(mins => window_minutes);
  before constant timestamptz := starts - make_interval(mins => window_minutes + 1);
begin
  perform private.require_between('window_minutes', window_minutes, 1, 1440);
  perform private.require_between('k', k, 1, 100);
  return (
    select json_build_object(
      'hashtags', coalesce(json_agg(json_build_object('hashtag', name, 'count', posts, 'previous', earlier, 'tag', tag)
        order by posts desc, tag), '[]'),
      'window_minutes', window_minutes, 'total_count', count(*), 'as_of', now(), 'window_starts_at', starts)
    from (
      select t.name, t.tag, g.posts, g.earlier
      from (
        select h.hashtag_id, count(*) filter (where h.published_at >= starts) as posts,
          count(*) filter (where h.published_at < starts) as earlier
        from public.post_hashtags as h
        where h.workspace_id = workspace and h.published_at >= before and h.published_at < this_minute + interval '1 minute'
          and (hashtag_trending.platform is null or h.platform = hashtag_trending.platform)
        group by h.hashtag_id) as g
      join public.hashtags as t on t.id = g.hashtag_id
      where g.posts > 0
      order by g.posts desc, t.tag limit k) as best);
end
$$;
comment on function public.hashtag_trending is
  'Hashtags by the number of posts published in the last window_minutes (1 to 1440) whole minutes and the current one: {hashtags: [{hashtag, count, previous (in the window of equal length before), tag}], window_minutes, total_count (entries), as_of, window_starts_at}. Order: count, then tag.';

create function public.hashtag_recommendations(
  workspace uuid, target text, min_rate double precision default 0.3, take int default 3, platform public.platform default null,
  since timestamptz default null, until timestamptz default null)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  wanted constant text := private.fold(ltrim(btrim(target), '#＃'));
  found_tag public.hashtags;
  n int;
  answer json;
begin
  if wanted is null or wanted = '' then
    perform private.fail(400, 'Hashtag cannot be empty');
  end if;
  perform private.require_between('min_cooccurrence_rate', min_rate::numeric, 0, 1);
  perform private.require_between('max_recommendations', take, 1, 10);
  select * into found_tag from public.hashtags as t where t.workspace_id = workspace and t.tag = wanted;
  with mine as materialized (
    select h.post_id from public.post_hashtags as h
    where h.workspace_id = workspace and h.hashtag_id = found_tag.id
      and (hashtag_recommendations.platform is null or h.platform = hashtag_recommendations.platform)
      and (since is null or h.published_at >= since) and (until is null or h.published_at < until)
  ), beside as (
    select o.hashtag_id, count(*) as shared, (select count(*) from mine) as size
    from mine join public.post_hashtags as o on o.post_id = mine.post_id
    where o.hashtag_id <> found_tag.id group by o.hashtag_id
  ), best as (
    select t.name, t.tag, t.id, b.shared, b.size from beside as b join public.hashtags as t on t.id = b.hashtag_id
    where b.shared >= min_rate::numeric * b.size
    order by b.shared desc, t.tag limit take
  )
  select (select count(*) from mine), coalesce(json_agg(json_build_object(
    'hashtag', b.name, 'tag', b.tag, 'cooccurrence_rate', round(b.shared::numeric / b.size, 4), 'shared_posts', b.shared,
    'posts', (select count(*) from public.post_hashtags as h
      where h.workspace_id = workspace and h.hashtag_id = b.id
        and (hashtag_recommendations.platform is null or h.platform = hashtag_recommendations.platform)
        and (since is null or h.published_at >= since) and (until is null or h.published_at < until)))
    order by b.shared desc, b.tag), '[]') into n, answer from best as b;
  return json_build_object('target_hashtag', coalesce(found_tag.name, ltrim(btrim(target), '#＃')), 'posts', n,
    'recommendations', answer, 'min_cooccurrence_rate', min_rate, 'as_of', now());
end
$$;
comment on function public.hashtag_recommendations is
  'Hashtags that go with one: rate = posts with both / posts with the target, at least min_rate (0 to 1), most shared posts first, then tag. {target_hashtag, posts, recommendations: [{hashtag, tag, cooccurrence_rate (4 decimals), shared_posts, posts}], min_cooccurrence_rate, as_of}. since, until: by publishing. Unknown: an empty list.';

create function public.hashtag_status(workspace uuid) returns json
language sql stable
set search_path = ''
as $$
  select json_build_object(
    'total_hashtags', (select count(distinct h.hashtag_id) from public.post_hashtags as h where h.workspace_id = workspace),
    'total_buckets', b.buckets, 'current_minute', floor(extract(epoch from now()) / 60)::bigint, 'window_minutes', 1440,
    'oldest_bucket_age_minutes', (extract(epoch from date_trunc('minute', now()) - b.oldest) / 60)::int,
    'tagged_posts', (select count(distinct h.post_id) from public.post_hashtags as h where h.workspace_id = workspace),
    'untimed_posts', (select count(distinct h.post_id) from public.post_hashtags as h
      where h.workspace_id = workspace and h.published_at is null),
    'newest_at', (select max(h.published_at) from public.post_hashtags as h where h.workspace_id = workspace and h.published_at <= now()),
    'as_of', now())
  from (
    select count(distinct date_trunc('minute', h.published_at)) as buckets, min(date_trunc('minute', h.published_at)) as oldest
    from public.post_hashtags as h
    where h.workspace_id = workspace and h.published_at >= date_trunc('minute', now()) - interval '1440 minutes' and h.published_at <= now()) as b
$$;
comment on function public.hashtag_status is
  'What trending is computed from: {total_hashtags (that a post carries), total_buckets (minutes of the last 1440 with a tagged post), current_minute (since 1970), window_minutes, oldest_bucket_age_minutes, tagged_posts, untimed_posts (their time of publishing is unknown: in no window), newest_at, as_of}.';

create function private.sync_hashtags(workspace uuid, minutes_back int) returns json
language plpgsql security definer
set search_path = ''
as $$
declare
  chosen bigint[];
  made record;
begin
  perform private.require_role(workspace, 'member');
  if minutes_back is not null then
    perform private.require_between('minutes_back', minutes_back, 1, 1440);
  end if;
  -- Locked, so that no caption changes meanwhile. What is being written just now derives its own.
  chosen := array(
    select p.id from public.posts as p where p.workspace_id = workspace
      and (minutes_back is null or p.published_at >= date_trunc('minute', now()) - make_interval(mins => minutes_back))
    order by p.id for no key update skip locked);
  select * into made from private.retag(chosen);
  return json_build_object('posts', cardinality(chosen), 'added', made.added, 'removed', made.removed,
    'minutes_back', minutes_back, 'as_of', now());
end
$$;
comment on function private.sync_hashtags is 'Definer: hashtags are written by nobody directly. The body of public.sync_hashtags.';
grant execute on function private.sync_hashtags to authenticated;

create function public.sync_hashtags(workspace uuid, minutes_back int default 60) returns json
language plpgsql
set search_path = ''
as $$
begin
  for attempt in 1..3 loop
    begin
      return private.sync_hashtags(workspace, minutes_back);
    exception when deadlock_detected then
      -- Ended so that others could go on; nothing of it is left.
      if attempt = 3 then
        raise;
      end if;
    end;
  end loop;
end
$$;
comment on function public.sync_hashtags is
  'Derives the hashtags of posts published in the last minutes_back (1 to 1440; null: of all) again: {posts, added, removed, minutes_back, as_of}. They are kept anyway: added and removed are 0 unless something was wrong. For members and above.';

create function public.top_hashtags(
  workspace uuid, take int default 20, platform public.platform default null, since timestamptz default null, until timestamptz default null)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
begin
  perform private.require_between('limit', take, 1, 100);
  return (
    with used as materialized (
      select h.hashtag_id, count(distinct h.author_id) as people, count(*) as posts
      from public.post_hashtags as h
      where h.workspace_id = workspace
        and (top_hashtags.platform is null or h.platform = top_hashtags.platform)
        and (since is null or h.published_at >= since) and (until is null or h.published_at < until)
      group by h.hashtag_id
    )
    select json_build_object(
      'hashtags', coalesce(json_agg(json_build_object('hashtag_id', id, 'hashtag_name', name, 'tag', tag, 'unique_users', people,
        'total_posts', posts) order by people desc, posts desc, tag), '[]'),
      'total_count', (select count(*) from used), 'as_of', now())
    from (
      select t.id, t.name, t.tag, u.people, u.posts from used as u join public.hashtags as t on t.id = u.hashtag_id
      order by u.people desc, u.posts desc, t.tag limit take) as best);
end
$$;
comment on function public.top_hashtags is
  'Hashtags by how many people posted with them, then posts, then tag: {hashtags: [{hashtag_id, hashtag_name, tag, unique_users, total_posts}], total_count (all that fit), as_of}. since, until: by publishing.';

create function public.growing_hashtags(
  workspace uuid, hours int default 24, take int default 10, platform public.platform default null, rising boolean default false)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  span constant interval := make_interval(hours => hours);
  starts constant timestamptz := now() - make_interval(hours => hours);
begin
  perform private.require_between('hours', hours, 1, 168);
  perform private.require_between('limit', take, 1, 50);
  return (
    with used as materialized (
      select h.hashtag_id, count(*) as posts, count(*) filter (where h.published_at >= starts) as recent,
        count(distinct h.author_id) filter (where h.published_at >= starts) as people,
        count(*) filter (where h.published_at >= starts - span and h.published_at < starts) as previous,
        count(*) filter (where h.published_at >= starts - 4 * span and h.published_at < starts) as four_before,
        count(*) filter (where h.published_at < starts) as ever_before
      from public.post_hashtags as h
      where h.workspace_id = workspace and (growing_hashtags.platform is null or h.platform = growing_hashtags.platform)
      group by h.hashtag_id having count(*) >= 5 and count(*) filter (where h.published_at >= starts) >= 2
    ), judged as (
      select u.*, u.recent / nullif(u.four_before / 4.0, 0) - 1 as growth from used as u
    ), told as (
      select j.* from judged as j where not rising or j.growth > 0 or j.growth is null
    )
    select json_build_object(
      'hashtags', coalesce(json_agg(json_build_object('hashtag_id', id, 'hashtag_name', name, 'tag', tag, 'recent_posts', recent,
        'total_posts', posts, 'growth_rate', round(recent::numeric / posts, 4), 'recent_unique_users', people,
        'previous_posts', previous, 'usual_posts', round(four_before / 4.0, 2),
        'growth', round(growth, 4), 'is_new', ever_before = 0) order by place), '[]'),
      'total_count', (select count(*) from told), 'period_start', starts, 'period_hours', hours, 'as_of', now())
    from (
      select t.id, t.name, t.tag, u.*,
        row_number() over (order by case when rising then u.growth else u.recent::numeric / u.posts end desc nulls last, u.recent desc, t.tag) as place
      from told as u join public.hashtags as t on t.id = u.hashtag_id
      order by place limit take) as best);
end
$$;
comment on function public.growing_hashtags is
  'Hashtags with at least 2 posts in the last hours and 5 in all, by growth_rate = recent / all; rising: only those that grow, by growth, and after them those without any: {hashtags: [{hashtag_id, hashtag_name, tag, recent_posts, total_posts, growth_rate, recent_unique_users, previous_posts (window before), usual_posts (mean of the four windows before), growth (recent / usual - 1; null: none in those four), is_new (no post before the window)}], total_count, period_start, period_hours, as_of}.';
grant execute on function public.hashtag_trending, public.hashtag_recommendations, public.hashtag_status, public.sync_hashtags,
  public.top_hashtags, public.growing_hashtags to authenticated;
