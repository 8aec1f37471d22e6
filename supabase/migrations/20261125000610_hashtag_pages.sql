-- All about one hashtag: who uses it, when, and what goes with it.
create function private.find_hashtag(workspace uuid, target text) returns public.hashtags
language plpgsql stable
set search_path = ''
as $$
declare
  wanted constant text := private.fold(ltrim(btrim(target), '#＃'));
  found_tag public.hashtags;
begin
  select t.* into found_tag from public.hashtags as t
  where t.workspace_id = workspace and t.tag = wanted
    and exists (select from public.post_hashtags as h where h.workspace_id = workspace and h.hashtag_id = t.id);
  if found_tag.id is null then
    perform private.fail(404, format('No post of this workspace carries #%s.', coalesce(ltrim(btrim(target), '#＃'), '')));
  end if;
  return found_tag;
end
$$;
comment on function private.find_hashtag is 'A hashtag that a post carries, however it is spelled. Raises 404.';

create function public.hashtag_detail(
  workspace uuid, target text, platform public.platform default null, since timestamptz default null, until timestamptz default null)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  found_tag constant public.hashtags := private.find_hashtag(workspace, target);
begin
  return (
    with used as materialized (
      select h.post_id, h.platform, h.author_id, h.published_at,
        (hashtag_detail.platform is null or h.platform = hashtag_detail.platform)
        and (since is null or coalesce(h.published_at >= since, false))
        and (until is null or coalesce(h.published_at < until, false)) as inside
      from public.post_hashtags as h where h.workspace_id = workspace and h.hashtag_id = found_tag.id
    ), writers as (
      select u.author_id, count(*) as posts, sum(l.views) as views, count(l.views) as measured, bool_or(l.is_simulated) as simulated
      from used as u left join public.post_latest as l on l.workspace_id = workspace and l.post_id = u.post_id
      where u.inside and u.author_id is not null
      group by u.author_id order by count(*) desc, sum(l.views) desc nulls last, u.author_id limit 10
    )
    select json_build_object(
      'hashtag', found_tag.name, 'tag', found_tag.tag, 'hashtag_id', found_tag.id,
      'posts', count(*) filter (where u.inside),
      'unique_users', count(distinct u.author_id) filter (where u.inside),
      'posts_without_author', count(*) filter (where u.inside and u.author_id is null),
      'all_posts', count(*), 'untimed_posts', count(*) filter (where u.published_at is null),
      'first_at', min(u.published_at), 'newest_at', max(u.published_at),
      'platforms', (
        select coalesce(json_agg(json_build_object('platform', g.platform, 'posts', g.posts) order by g.posts desc, g.platform), '[]')
        from (select i.platform, count(*) as posts from used as i where i.inside group by i.platform) as g),
      'authors', (
        select coalesce(json_agg(json_build_object('user_id', p.id, 'handle', p.handle, 'name', p.name, 'platform', p.platform,
          'posts', w.posts, 'views', w.views::text, 'measured_posts', w.measured, 'is_simulated', w.simulated)
          order by w.posts desc, w.views desc nulls last, w.author_id), '[]')
        from writers as w join public.people as p on p.workspace_id = workspace and p.id = w.author_id),
      'as_of', now())
    from used as u);
end
$$;
comment on function public.hashtag_detail is
  'One hashtag: {hashtag, tag, hashtag_id, posts, unique_users, posts_without_author, platforms: [{platform, posts}], authors: [{user_id, handle, name, platform, posts, views (newest number of each measured post, added up), measured_posts, is_simulated}] (the ten with most posts)} of the period and platform, and beside it of all time {all_posts, untimed_posts (their time of publishing is unknown: in no period), first_at, newest_at}, as_of. 404 for a tag that no post carries.';

create function public.hashtag_history(
  workspace uuid, target text, bucket text default null, platform public.platform default null,
  since timestamptz default null, until timestamptz default null)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  most constant int := 1000;
  found_tag constant public.hashtags := private.find_hashtag(workspace, target);
  zone constant text := (select w.time_zone from public.workspaces as w where w.id = workspace);
  ends constant timestamptz := coalesce(until, now());
  starts constant timestamptz := coalesce(since, least((
    select min(h.published_at) from public.post_hashtags as h
    where h.workspace_id = workspace and h.hashtag_id = found_tag.id
      and (hashtag_history.platform is null or h.platform = hashtag_history.platform)), ends));
  -- Unasked the finest that a chart can show.
  unit constant text := coalesce(bucket, (
    select u.unit from unnest(array['hour', 'day', 'week']) with ordinality as u (unit, place)
    where starts > ends - 120 * ('1 ' || u.unit)::interval order by u.place limit 1), 'month');
  step interval;
begin
  if unit not in ('hour', 'day', 'week', 'month') then
    perform private.fail(422, format('bucket: found %s, expected hour, day, week or month.', bucket));
  end if;
  step := ('1 ' || unit)::interval;
  if starts > ends or starts < ends - most * step then
    perform private.fail(422, format('since: expected a time before until, at most %s %ss before it.', most, unit));
  end if;
  return (
    with used as materialized (
      select date_trunc(unit, h.published_at, zone) as at, count(*) as posts, count(distinct h.author_id) as people
      from public.post_hashtags as h
      where h.workspace_id = workspace and h.hashtag_id = found_tag.id and h.published_at >= starts and h.published_at < ends
        and (hashtag_history.platform is null or h.platform = hashtag_history.platform)
      group by 1
    )
    select json_build_object(
      'hashtag', found_tag.name, 'tag', found_tag.tag, 'bucket', unit, 'time_zone', zone, 'since', starts, 'until', ends,
      'posts', coalesce(sum(u.posts), 0),
      'previous_posts', case when since is not null then (
        select count(*) from public.post_hashtags as h
        where h.workspace_id = workspace and h.hashtag_id = found_tag.id
          and h.published_at >= starts - (ends - starts) and h.published_at < starts
          and (hashtag_history.platform is null or h.platform = hashtag_history.platform)) end,
      'buckets', coalesce(json_agg(json_build_object('at', s.at, 'posts', coalesce(u.posts, 0), 'people', coalesce(u.people, 0),
        'partial', since is not null and s.at < since or date_add(s.at, step, zone) > ends) order by s.at), '[]'),
      'as_of', now())
    -- Not by a step from one to the next: a day that begins at 01:00, when clocks change at midnight, would move all after it.
    from (
      select date_trunc(unit, date_add(date_trunc(unit, starts, zone), n * step, zone), zone) as at
      from generate_series(0, most) as n) as s
    left join used as u on u.at = s.at
    where s.at < ends);
end
$$;
comment on function public.hashtag_history is
  'Posts with a hashtag by hour, day, week or month (unasked: the finest with at most 120) of the workspace''s zone: {hashtag, tag, bucket, time_zone, since, until, posts, previous_posts (in as long a time before; null without since), buckets: [{at, posts, people, partial (cut by since, until or now)}], as_of}, at most 1,000 buckets. Without since from the first post on. 404 as hashtag_detail.';

create function public.hashtag_related(
  workspace uuid, target text, take int default 10, platform public.platform default null,
  since timestamptz default null, until timestamptz default null)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  found_tag constant public.hashtags := private.find_hashtag(workspace, target);
  beside constant json := public.hashtag_recommendations(workspace, found_tag.tag, 0, take, hashtag_related.platform, since, until);
begin
  return (
    with mine as materialized (
      select h.post_id from public.post_hashtags as h
      where h.workspace_id = workspace and h.hashtag_id = found_tag.id
        and (hashtag_related.platform is null or h.platform = hashtag_related.platform)
        and (since is null or h.published_at >= since) and (until is null or h.published_at < until)
    ), near as materialized (
      select m.post_id, t.id, t.tag
      from json_array_elements(beside -> 'recommendations') as r
      join public.hashtags as t on t.workspace_id = workspace and t.tag = r.value ->> 'tag'
      join public.post_hashtags as h on h.workspace_id = workspace and h.hashtag_id = t.id
      join mine as m on m.post_id = h.post_id
    ), joined as (
      select one.tag, other.tag as with_tag, count(*) as posts
      from near as one join near as other on other.post_id = one.post_id and other.tag > one.tag
      group by one.tag, other.tag
    )
    select json_build_object('tag', found_tag.tag, 'hashtag', found_tag.name, 'posts', beside -> 'posts',
      'related', beside -> 'recommendations', 'links', coalesce(json_agg(
        json_build_object('tag', j.tag, 'with', j.with_tag, 'shared_posts', j.posts) order by j.posts desc, j.tag, j.with_tag), '[]'),
      'as_of', beside -> 'as_of')
    from joined as j);
end
$$;
comment on function public.hashtag_related is
  'The hashtags that share most posts with one, as hashtag_recommendations has them without a least rate, and which of them stand together in those posts: {hashtag, tag, posts, related: [{hashtag, tag, cooccurrence_rate, shared_posts, posts}], links: [{tag, with, shared_posts}], as_of}. 404 as hashtag_detail.';

grant execute on function private.find_hashtag to authenticated;
grant execute on function public.hashtag_detail, public.hashtag_history, public.hashtag_related to authenticated;
