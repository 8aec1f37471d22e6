-- The best posts of a period by their latest numbers, or by the score that short videos are ranked with.
create function private.best_scored(workspace uuid, from_at timestamptz, until_at timestamptz, platform public.platform, take int)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  asked constant timestamptz := case when until_at < now() then until_at end;
  length constant interval := coalesce(asked, now()) - from_at;
  -- The smallest window that holds the period, or nearly: today's part of a day begins before its midnight.
  days constant int := case when length <= interval '7 days' then 7 when length <= interval '30 days' then 30 else 90 end;
  filter constant jsonb := case when platform is null then '{}' else jsonb_build_object('platform', platform) end;
  best jsonb := '[]';
  page jsonb;
  skip int := 0;
begin
  loop
    page := public.reel_performance(workspace, days, asked, filter, 'score', true, skip, 200) -> 'items';
    best := best || coalesce((
      select jsonb_agg(jsonb_build_object('post_id', r.item -> 'post_id', 'score', r.item -> 'performance_score') order by r.place)
      from jsonb_array_elements(page) with ordinality as r (item, place)
      where r.item ->> 'performance_score' is not null and (r.item ->> 'publish_time')::timestamptz >= from_at
        and (r.item ->> 'publish_time')::timestamptz < until_at), '[]');
    exit when jsonb_array_length(best) >= take or jsonb_array_length(page) < 200 or page -> -1 ->> 'performance_score' is null;
    skip := skip + 200;
  end loop;
  return jsonb_build_object('days', days, 'best', best);
end
$$;
comment on function private.best_scored is
  'Posts of a period as public.reel_performance scores them in the last 7, 30 or 90 days up to its end, best first: {days, best: [{post_id, score}]}, at least `take` where there are so many.';

create function public.top_posts(
  workspace uuid, ranked_by text default 'views', take int default 10, from_day date default current_date - 29,
  until_day date default current_date, platform public.platform default null)
returns json
language plpgsql
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  period record;
  scored jsonb;
  ids bigint[];
begin
  if ranked_by in ('views', 'engagement_rate', 'score') is not true then
    perform private.fail(422, format('by: found %s, expected views, engagement_rate or score.', coalesce(ranked_by, 'nothing')));
  end if;
  perform private.require_between('limit', take, 1, 100);
  select * into period from private.report_period(workspace, from_day, until_day);
  if period.time_zone is null then
    return null;
  end if;
  if ranked_by = 'score' then
    scored := private.best_scored(workspace, period.starts_at, period.ends_at, top_posts.platform, take);
    ids := array(select (b.post ->> 'post_id')::bigint from jsonb_array_elements(scored -> 'best') with ordinality as b (post, place) order by b.place limit take);
  else
    ids := array(
      select p.id from public.posts as p join public.post_latest as l on l.workspace_id = workspace and l.post_id = p.id
      cross join lateral (select case ranked_by when 'views' then l.views else (coalesce(l.likes, 0)::numeric + coalesce(l.comments, 0)
        + coalesce(l.shares, 0) + coalesce(l.saves, 0)) / nullif(coalesce(l.impressions, l.views), 0) end as value) as v
      where p.workspace_id = workspace and p.published_at >= period.starts_at and p.published_at < period.ends_at
        and (top_posts.platform is null or p.platform = top_posts.platform) and v.value is not null
      order by v.value desc, p.id limit take);
  end if;
  return json_build_object(
    'by', ranked_by, 'time_zone', period.time_zone, 'from', from_day, 'until', until_day, 'score_days', scored -> 'days',
    'posts', (
      select coalesce(json_agg(json_build_object(
        'post_id', p.id, 'platform', p.platform, 'title', p.title, 'caption', p.caption, 'author_handle', p.author_handle,
        'author_name', p.author_name, 'url', p.url, 'thumbnail_url', p.thumbnail_url, 'published_at', p.published_at, 'views', p.views::text,
        'likes', p.likes::text, 'comments', p.comments::text, 'shares', p.shares::text, 'saves', p.saves::text,
        'impressions', p.impressions::text, 'absent', p.absent, 'engagement_rate', p.engagement_rate::text, 'engagement_basis', p.engagement_basis,
        'score', (select b.post -> 'score' from jsonb_array_elements(scored -> 'best') as b (post) where (b.post ->> 'post_id')::bigint = p.id),
        'definition', p.definition, 'source', p.source, 'source_name', (select s.name from public.metric_sources as s where s.source = p.source),
        'measured_at', p.measured_at, 'freshness', p.freshness, 'is_simulated', p.is_simulated) order by array_position(ids, p.id)), '[]')
      from public.post_list as p where p.workspace_id = workspace and p.id = any (ids)),
    'total_count', (select count(*) from public.posts as p
      where p.workspace_id = workspace and p.published_at >= period.starts_at and p.published_at < period.ends_at
        and (top_posts.platform is null or p.platform = top_posts.platform)),
    'unmeasured_posts', (select count(*) from public.posts as p left join public.post_latest as l on l.post_id = p.id
      where p.workspace_id = workspace and p.published_at >= period.starts_at and p.published_at < period.ends_at
        and (top_posts.platform is null or p.platform = top_posts.platform) and l.views is null),
    'as_of', now());
end
$$;
comment on function public.top_posts is
  'Posts published in a period of days in the workspace''s time zone, best first by ranked_by: views, engagement_rate (missing numerators count as 0, as in post_list) or score (short videos alone, ranked in the last score_days 7, 30 or 90 days up to the period''s end; computed as public.reel_performance does): {by, time_zone, from, until, score_days, posts, total_count (published), unmeasured_posts (without views), as_of}. Each post with its source, definition, time of measurement, and whether it is simulated. Counts are decimal text. Null for strangers.';
grant execute on function private.best_scored, public.top_posts to authenticated;
