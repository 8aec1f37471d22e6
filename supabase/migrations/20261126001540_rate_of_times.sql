-- When posts do best, by the engagement rate that the workspace chose.
create or replace function public.best_times(
  workspace uuid, measure text, from_day date, until_day date, platform public.platform default null)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  period record;
  answer json;
  best_by constant public.rate_basis := (select w.rate_basis from public.workspaces as w where w.id = workspace);
begin
  if measure in ('views', 'engagement_rate') is not true then
    perform private.fail(422, format('measure: found %s, expected views or engagement_rate.', coalesce(measure, 'nothing')));
  end if;
  select * into period from private.report_period(workspace, from_day, until_day);
  if period.time_zone is null then
    return null;
  end if;
  with post as materialized (
    select p.id, p.platform, p.published_at, extract(isodow from p.published_at at time zone period.time_zone)::int as weekday,
      extract(hour from p.published_at at time zone period.time_zone)::int as hour
    from public.posts as p
    where p.workspace_id = workspace and p.published_at >= period.starts_at and p.published_at < least(period.ends_at, now())
      and (best_times.platform is null or p.platform = best_times.platform)
  ), day_old as (
    -- One value a post: where it was measured under two definitions, the one known last.
    select distinct on (post.id) post.id, post.platform, a.definition, a.is_simulated, a.views
    from post join public.post_ages as a on a.workspace_id = workspace and a.post_id = post.id and a.hours = 24
    where measure = 'views'
    order by post.id, a.known_at desc, a.definition desc, a.is_simulated
  ), told as (
    select d.id, d.platform, d.definition, d.is_simulated, null as basis, d.n >= private.fewest_ranked() as is_compared,
      -- As reels are ranked: the share of the others that it passed or equals.
      case when d.n >= private.fewest_ranked() then 100 * (d.n - d.place)::double precision / (d.n - 1) end as value
    from (
      select day_old.*, count(*) over (partition by platform, definition, is_simulated) as n,
        rank() over (partition by platform, definition, is_simulated order by views desc) as place
      from day_old) as d
    union all
    select post.id, post.platform, l.definition, l.is_simulated,
      case when best_by = 'impressions' and l.impressions is null then 'views' else best_by::text end, true,
      (l.likes::numeric + l.comments + coalesce(l.shares, 0) + coalesce(l.saves, 0))::double precision / b.base
    from post join public.post_latest as l on l.workspace_id = workspace and l.post_id = post.id
    cross join lateral (select case best_by when 'views' then l.views when 'reach' then l.reach
      when 'followers' then l.followers else coalesce(l.impressions, l.views) end as base) as b
    -- Without its likes or comments a rate is a lower bound, and no part of a median.
    where measure = 'engagement_rate' and b.base > 0 and l.likes is not null and l.comments is not null
  ), valued as materialized (
    select post.weekday, post.hour, post.published_at, told.id is not null as is_told, told.value
    from post left join told on told.id = post.id
  ), grouped as materialized (
    select case when grouping(weekday) = 1 then 'hour' when grouping(hour) = 1 then 'weekday' else 'cell' end as level,
      weekday, hour, count(*) as posts, count(value) as measured, percentile_cont(0.5) within group (order by value) as median,
      array_agg(value order by value) filter (where value is not null) as sorted
    from valued group by grouping sets ((weekday, hour), (weekday), (hour))
  ), place as (
    select 'cell' as level, weekday, hour from generate_series(1, 7) as weekday cross join generate_series(0, 23) as hour
    union all select 'weekday', weekday, null from generate_series(1, 7) as weekday
    union all select 'hour', null, hour from generate_series(0, 23) as hour
  ), listed as (
    select place.level, json_agg(json_strip_nulls(json_build_object('weekday', place.weekday, 'hour', place.hour))::jsonb || jsonb_build_object(
      'posts', coalesce(g.posts, 0), 'measured', coalesce(g.measured, 0),
      'value', case when g.measured >= private.fewest_in_cell() then private.rounded_for(measure, g.median) end,
      'reason', case when coalesce(g.measured, 0) < private.fewest_in_cell() then 'no evidence' end)
      order by place.weekday, place.hour) as cells
    from place left join grouped as g on g.level = place.level
      and g.weekday is not distinct from place.weekday and g.hour is not distinct from place.hour
    group by place.level
  ), lead as (
    select distinct on (level) * from grouped where measured >= private.enough_to_name() order by level, median desc, measured desc, weekday, hour
  ), held as (
    -- The lead beside all other posts. Of many places one always leads: the more could have, the less it says.
    select l.*, (select count(*) from unnest(l.sorted) as own where own > rest.median) as above, rest.tried,
      l.sorted[private.median_rank(l.measured::int)] as low, l.sorted[l.measured + 1 - private.median_rank(l.measured::int)] as high,
      rest.n as rest_n, rest.median as rest
    from lead as l cross join lateral (
      select count(v.value) as n, percentile_cont(0.5) within group (order by v.value) as median,
        (select count(*) from grouped as g where g.level = l.level and g.measured >= private.enough_to_name()) as tried
      from valued as v
      where (l.weekday is not null and v.weekday <> l.weekday) or (l.hour is not null and v.hour <> l.hour)) as rest
  ), best as (
    select held.level, case when rest_n >= private.enough_to_name()
      and tried * private.sign_chance(above::int, measured::int) <= 0.05 then json_build_object(
      'weekday', weekday, 'hour', hour, 'posts', posts, 'measured', measured, 'value', private.rounded_for(measure, median),
      'low', private.rounded_for(measure, low), 'high', private.rounded_for(measure, high),
      'above', above, 'tried', tried,
      'rest', private.rounded_for(measure, rest), 'rest_measured', rest_n,
      'ahead', private.rounded_for(measure, median) - private.rounded_for(measure, rest)) end as told
    from held
  )
  select json_build_object(
    'measure', measure, 'rate_basis', best_by, 'time_zone', period.time_zone, 'from', from_day, 'until', until_day,
    'fewest', private.fewest_in_cell(), 'enough', private.enough_to_name(), 'fewest_compared', private.fewest_ranked(),
    'posts', (select count(*) from valued), 'measured', (select count(value) from valued),
    'median', (select private.rounded_for(measure, percentile_cont(0.5) within group (order by value)) from valued),
    'left_out', (select json_build_object(
        'too_young', count(*) filter (where not is_told and is_young), 'not_measured', count(*) filter (where not is_told and not is_young),
        'too_few_alike', count(*) filter (where is_told and value is null))
      from (select valued.*, measure = 'views' and published_at > now() - interval '24 hours' as is_young from valued) as v),
    'untimed_posts', (select count(*) from public.posts as p where p.workspace_id = workspace and p.published_at is null
      and (best_times.platform is null or p.platform = best_times.platform)),
    'parts', (select coalesce(json_agg(part order by part.platform, part.definition, part.is_simulated, part.basis), '[]') from (
      select platform, definition, is_simulated, basis, is_compared, count(*) as posts from told
      group by platform, definition, is_simulated, basis, is_compared) as part),
    'is_simulated', exists (select from told where is_simulated and value is not null),
    'best', (select told from best where level = 'cell'),
    'best_weekday', (select told from best where level = 'weekday'),
    'best_hour', (select told from best where level = 'hour'),
    'none_because', case when not exists (select from lead where level = 'cell') then 'too_few'
      when (select told from best where level = 'cell') is null then 'not_apart' end,
    'cells', (select cells from listed where level = 'cell'), 'weekdays', (select cells from listed where level = 'weekday'),
    'hours', (select cells from listed where level = 'hour'), 'as_of', now())
  into answer;
  return answer;
end
$$;
comment on function public.best_times is
  'Posts of a period by weekday (1 Monday to 7 Sunday) and hour of publishing, in the workspace''s time zone: {measure, rate_basis, time_zone, from, until, fewest, enough, fewest_compared, posts, measured, median (of all of them), left_out: {too_young, not_measured, too_few_alike}, untimed_posts, parts, is_simulated, best, best_weekday, best_hour, none_because, cells, weekdays, hours, as_of}. A cell: {weekday, hour, posts, measured, value, reason}; value null with "no evidence" under `fewest` measured posts. measure views: the median percentile (0 to 100) of the post''s views at 24 hours of age among those of its platform, definition and kind of origin (at least fewest_compared). engagement_rate: the median rate of the latest numbers, by what the workspace chose (rate_basis), of posts whose likes and comments are told. best: the highest median of a cell with `enough` measured posts, if so many of its posts (above) exceed the median of all other posts (rest) that chance alone would do it in at most 5 %, counting every place that could have led (tried); else null, and none_because is too_few or not_apart. Its true median lies between low and high in 95 % of samples. Null for strangers.';
