-- A post beside others at the same ages: first its author's, then all of its
-- platform and kind.
create function public.post_age_curve(post bigint) returns jsonb
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  home record;
  curve jsonb;
begin
  select p.id, p.workspace_id, p.platform, p.media_kind, coalesce(p.author_handle, p.author_name) as author, l.definition,
    l.is_simulated
  into home
  from public.posts as p
  join public.post_latest as l on l.workspace_id = p.workspace_id and l.post_id = p.id
  where p.id = post and p.workspace_id = any (array(select private.my_workspaces()));
  if home.id is null then
    return null;
  end if;
  with own as (
    select a.hours, a.views, a.is_interpolated from public.post_ages as a
    where a.workspace_id = home.workspace_id and a.post_id = post and a.definition = home.definition and a.is_simulated = home.is_simulated
  ), other as materialized (
    select a.hours, a.views, coalesce(p.author_handle, p.author_name) = home.author is true as by_author
    from public.post_ages as a
    join public.posts as p on p.id = a.post_id
    where a.workspace_id = home.workspace_id and a.definition = home.definition and a.is_simulated = home.is_simulated and a.post_id <> post
      and p.platform = home.platform and p.media_kind is not distinct from home.media_kind
      and p.published_at > now() - interval '1 year'
  ), compared as (
    select mark, own.views, own.is_interpolated, group_name,
      count(other.views)::int as n, percentile_cont(0.5) within group (order by other.views) as median,
      count(*) filter (where other.views <= own.views)::int as passed, array_agg(other.views order by other.views) as sorted
    from private.age_marks() as mark
    left join own on own.hours = mark
    cross join (values ('author'), ('alike')) as each_group (group_name)
    left join other on other.hours = mark and (by_author or group_name = 'alike')
    group by mark, own.views, own.is_interpolated, group_name
  ), told as (
    select mark, views, is_interpolated, group_name, jsonb_build_object('n', n,
      'median', case when n >= 5 then round(median)::bigint::text end,
      'low', case when n >= 5 then sorted[private.median_rank(n)]::text end,
      'high', case when n >= 5 then sorted[n + 1 - private.median_rank(n)]::text end,
      'factor', case when n >= 5 then round((views / nullif(median, 0))::numeric, 2) end,
      'percentile', case when n >= 5 and views is not null then round(100.0 * passed / n, 1) end) as standing
    from compared
  )
  select jsonb_build_object('definition', home.definition, 'platform', home.platform, 'media_kind', home.media_kind,
    'author', home.author, 'fewest', 5, 'ages', (
      select jsonb_agg(jsonb_build_object('hours', mark, 'views', views::text, 'is_interpolated', is_interpolated,
        'author', (select t.standing from told as t where t.mark = a.mark and t.group_name = 'author'),
        'alike', (select t.standing from told as t where t.mark = a.mark and t.group_name = 'alike')) order by mark)
      from (select distinct mark, views, is_interpolated from told) as a))
  into curve;
  return curve;
end
$$;
comment on function public.post_age_curve is
  'A post''s views at 1 h to 30 days of age, each beside its author''s other posts of the same kind and definition (author) and beside all others of its platform, kind and definition (alike): n, their median with its 95 % interval, views over it, and the percentage of them that it passed or equals. Under five others only n. Interpolated only between measured points. Null for strangers and before the first measurement.';
grant execute on function public.post_age_curve to authenticated;
grant execute on function private.median_rank to authenticated;
drop function public.post_age_baseline;
