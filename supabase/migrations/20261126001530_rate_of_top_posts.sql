-- The best posts are ranked by the engagement rate that the workspace chose.
create or replace function public.top_posts(
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
  best_by constant public.rate_basis := (select w.rate_basis from public.workspaces as w where w.id = workspace);
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
      cross join lateral (select case best_by when 'views' then l.views when 'reach' then l.reach
        when 'followers' then l.followers else coalesce(l.impressions, l.views) end as base) as b
      cross join lateral (select case ranked_by when 'views' then l.views else (coalesce(l.likes, 0)::numeric + coalesce(l.comments, 0)
        + coalesce(l.shares, 0) + coalesce(l.saves, 0)) / nullif(b.base, 0) end as value) as v
      where p.workspace_id = workspace and p.published_at >= period.starts_at and p.published_at < period.ends_at
        and (top_posts.platform is null or p.platform = top_posts.platform) and v.value is not null
      order by v.value desc, p.id limit take);
  end if;
  return json_build_object(
    'by', ranked_by, 'time_zone', period.time_zone, 'from', from_day, 'until', until_day, 'score_days', scored -> 'days', 'rate_basis', best_by,
    'posts', (
      select coalesce(json_agg(json_build_object(
        'post_id', p.id, 'platform', p.platform, 'title', p.title, 'caption', p.caption, 'author_handle', p.author_handle,
        'author_name', p.author_name, 'url', p.url, 'thumbnail_url', p.thumbnail_url, 'published_at', p.published_at, 'views', p.views::text,
        'likes', p.likes::text, 'comments', p.comments::text, 'shares', p.shares::text, 'saves', p.saves::text,
        'impressions', p.impressions::text, 'absent', p.absent, 'engagement_rate', p.engagement_rate::text, 'engagement_basis', p.engagement_basis,
        'engagement_reason', p.engagement_reason,
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
    -- Of those that were measured.
    'unrated_posts', case when ranked_by = 'engagement_rate' then (select count(*) from public.posts as p
      join public.post_latest as l on l.workspace_id = workspace and l.post_id = p.id
      cross join lateral (select case best_by when 'views' then l.views when 'reach' then l.reach
        when 'followers' then l.followers else coalesce(l.impressions, l.views) end as base) as b
      where p.workspace_id = workspace and p.published_at >= period.starts_at and p.published_at < period.ends_at
        and (top_posts.platform is null or p.platform = top_posts.platform) and (b.base > 0) is not true) end,
    'as_of', now());
end
$$;
comment on function public.top_posts is
  'Posts published in a period of days in the workspace''s time zone, best first by ranked_by: views, engagement_rate (by what the workspace chose, as in post_list) or score (short videos alone, ranked in the last score_days 7, 30 or 90 days up to the period''s end; computed as public.reel_performance does, always by views): {by, time_zone, from, until, score_days, rate_basis, posts, total_count (published), unmeasured_posts (without views), unrated_posts (measured, without a rate; null unless ranked by it), as_of}. Each post with its source, definition, time of measurement, and whether it is simulated. Counts are decimal text. Null for strangers.';
