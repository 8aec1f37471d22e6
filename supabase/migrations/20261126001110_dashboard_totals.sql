-- What a period of days brought beside another one. The numbers are those of public.report_periods
-- (gains as private.gains_since tells them); here of all metrics at once, by platform, and beside
-- any other days: a month beside the month before, or the same days of the year before.
create index post_latest_simulated_idx on public.post_latest (workspace_id) where is_simulated;

create function private.gains_of_today(workspace uuid, today date, zone text)
returns table (platform public.platform, metric text, gain bigint)
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  starts_at constant timestamptz := today::timestamp at time zone zone;
  usual jsonb;
  rare bigint[];
begin
  -- One pass over the posts: each beside yesterday, and which of them that does not tell all of.
  select jsonb_agg(to_jsonb(g) - 'rare'),
    array(select id::bigint from jsonb_array_elements(jsonb_agg(g.rare) filter (where g.rare is not null)) as ids cross join jsonb_array_elements_text(ids) as id)
  into usual, rare
  from (
    select l.definition, sum(l.views - y.views) filter (where same) as views, sum(l.likes - y.likes) filter (where same) as likes,
      sum(l.comments - y.comments) filter (where same) as comments, sum(l.shares - y.shares) filter (where same) as shares,
      sum(l.saves - y.saves) filter (where same) as saves,
      to_jsonb(array_agg(l.post_id) filter (where l.views is not null and y.views is null or l.likes is not null and y.likes is null
        or l.comments is not null and y.comments is null or l.shares is not null and y.shares is null
        or l.saves is not null and y.saves is null)) as rare
    from public.post_latest as l
    left join public.post_days as y on y.workspace_id = workspace and y.day = today - 1 and y.post_id = l.post_id
    cross join lateral (select l.definition = y.definition and l.source = y.source as same) as s
    where l.workspace_id = workspace and l.captured_at >= starts_at
    group by l.definition) as g;

  return query
    with gain as (
      select d.platform, v.metric, v.gain
      from jsonb_to_recordset(usual) as u (definition text, views numeric, likes numeric, comments numeric, shares numeric, saves numeric)
      join public.metric_definitions as d on d.id = u.definition
      cross join lateral (values ('views', u.views), ('likes', u.likes), ('comments', u.comments), ('shares', u.shares), ('saves', u.saves)) as v (metric, gain)
      union all
      select d.platform, v.metric, case
        when known.value is not null then case when known.source = l.source and known.definition = l.definition then v.value - known.value end
        -- All it has is today's, when it was first measured within a day of its publication.
        when (select min(m.captured_at) from public.post_metrics as m
            where m.post_id = l.post_id and m.captured_at >= starts_at
              and m.source in (select s.source from public.metric_sources as s where s.is_headline)) - p.published_at < interval '1 day'
          then v.value end
      from public.post_latest as l
      join public.metric_definitions as d on d.id = l.definition
      join public.posts as p on p.workspace_id = workspace and p.id = l.post_id
      left join public.post_days as y on y.post_id = l.post_id and y.day = today - 1
      cross join lateral (values ('views', l.views, y.views), ('likes', l.likes, y.likes), ('comments', l.comments, y.comments),
        ('shares', l.shares, y.shares), ('saves', l.saves, y.saves)) as v (metric, value, yesterday)
      left join lateral (
        select e.source, e.definition, w.value from public.post_days as e
        cross join lateral (select case v.metric when 'views' then e.views when 'likes' then e.likes when 'comments' then e.comments
          when 'shares' then e.shares else e.saves end as value) as w
        where e.post_id = l.post_id and e.day < today and w.value is not null
        order by e.day desc limit 1) as known on true
      where l.post_id = any (rare) and l.workspace_id = workspace and v.value is not null and v.yesterday is null)
    select g.platform, g.metric, sum(g.gain)::bigint from gain as g group by g.platform, g.metric having count(g.gain) > 0;
end
$$;
comment on function private.gains_of_today is
  'private.gains_since of the running day, for a workspace rolled up to yesterday, from each post''s newest numbers: one look at each post instead of at all its snapshots.';

create function private.gains_between(workspace uuid, from_day date, until_day date, before_from date, before_until date)
returns table (day date, platform public.platform, metric text, gain bigint)
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  home record;
  wanted constant text[] := '{views, likes, comments, shares, saves}';
begin
  select w.time_zone, (now() at time zone w.time_zone)::date as today,
    coalesce((select s.rolled_until from private.rollup_states as s where s.workspace_id = w.id), '-infinity') as rolled_until
  into home from public.workspaces as w where w.id = workspace and w.id = any (array(select private.my_workspaces()));
  if home.today is null then
    return;
  end if;
  return query
    select d.day, d.platform, d.metric, sum(d.gain)::bigint from public.workspace_days as d
    where d.workspace_id = workspace and d.day <= home.rolled_until and d.metric = any (wanted)
      and (d.day between from_day and until_day or d.day between before_from and before_until)
    group by d.day, d.platform, d.metric;
  if greatest(until_day, before_until) <= home.rolled_until then
    return;
  end if;
  if home.rolled_until = home.today - 1 then
    return query select home.today, g.platform, g.metric, g.gain from private.gains_of_today(workspace, home.today, home.time_zone) as g
      where home.today between from_day and until_day;
  else
    return query
      select g.day, g.platform, g.metric, sum(g.gain)::bigint
      from private.gains_since(workspace, case when home.rolled_until = '-infinity' then '2000-01-01' else home.rolled_until + 1 end) as g
      where g.metric = any (wanted) and (g.day between from_day and until_day or g.day between before_from and before_until)
      group by g.day, g.platform, g.metric;
  end if;
end
$$;
comment on function private.gains_between is
  'What posts gained on each day of two ranges, by platform: views, likes, comments, shares, saves. A day measured without a known gain has null. before_from null: of one range. Nothing for strangers.';

create function private.followers_between(workspace uuid, zone text, ends_at timestamptz, base_at timestamptz, days date[]) returns jsonb
language plpgsql stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
    with account as materialized (
      select a.id, a.platform, newest.followers, newest.measured_at, newest.is_simulated, base.followers as base
      from public.accounts as a
      left join lateral (
        select f.followers, f.measured_at, f.is_simulated from public.follower_counts as f
        where f.workspace_id = a.workspace_id and f.account_id = a.id and f.measured_at < ends_at order by f.measured_at desc limit 1) as newest on true
      left join lateral (
        select f.followers from public.follower_counts as f
        where f.workspace_id = a.workspace_id and f.account_id = a.id and f.measured_at < base_at order by f.measured_at desc limit 1) as base on true
      where a.workspace_id = workspace and a.status in ('connected', 'needs_reconnect')
    ), told as (select * from account where followers is not null)
    select jsonb_build_object(
      'accounts', (select count(*) from account), 'told', count(*), 'both', count(base),
      'value', sum(followers)::text, 'compared', sum(followers) filter (where base is not null)::text, 'previous', sum(base)::text,
      'platforms', count(distinct platform), 'measured_at', min(measured_at), 'is_simulated', coalesce(bool_or(is_simulated), false),
      -- A day before an account was first counted has no sum: what is missing is not 0.
      'days', coalesce((
        select jsonb_object_agg(d.day, d.followers) from (
          select each.day, sum(f.followers)::text as followers
          from unnest(days) as each (day) cross join told
          left join lateral (
            select c.followers from public.follower_counts as c
            where c.workspace_id = workspace and c.account_id = told.id and c.measured_at < (each.day + 1)::timestamp at time zone zone
            order by c.measured_at desc limit 1) as f on true
          group by each.day having count(f.followers) = count(*)) as d), '{}'))
    from told);
end
$$;
comment on function private.followers_between is
  'Followers of the connected accounts, each as last told before ends_at, and before base_at where both are known; by day for the days asked for.';

create function public.dashboard_totals(
  workspace uuid, from_day date, until_day date, before_from date default null, before_until date default null)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  period record;
  today date;
  is_running boolean;
  -- Gains are kept by whole days: those that have ended, and as many of the days before.
  whole_until date;
  before_whole date;
  observed_on date;
  whole_days int;
  before_starts timestamptz;
  before_ends timestamptz;
  posted jsonb;
  followed jsonb;
  told json;
begin
  select * into period from private.report_period(workspace, from_day, until_day);
  if period.time_zone is null then
    return null;
  end if;
  if (before_from is null) <> (before_until is null) or before_until < before_from or before_until >= from_day or before_until - before_from > 365 then
    perform private.fail(422, 'before_until: expected days in order, at most 366, that end before the period.');
  end if;
  today := (now() at time zone period.time_zone)::date;
  is_running := today between from_day and until_day;
  whole_until := least(until_day, today - 1);
  whole_days := greatest(0, whole_until - from_day + 1);
  before_whole := case when is_running then least(before_until, before_from + whole_days - 1) else before_until end;
  before_starts := before_from::timestamp at time zone period.time_zone;
  before_ends := least((before_until + 1)::timestamp at time zone period.time_zone, case when is_running
    then (now() at time zone period.time_zone - make_interval(days => from_day - before_from)) at time zone period.time_zone end);

  observed_on := (private.observed_since(workspace) at time zone period.time_zone)::date;

  select jsonb_build_object(
    'value', count(*) filter (where p.published_at >= period.starts_at and p.published_at < period.ends_at),
    'previous', count(*) filter (where p.published_at >= before_starts and p.published_at < before_ends),
    'days', (select coalesce(jsonb_object_agg(d.day, d.posts), '{}') from (
      select (q.published_at at time zone period.time_zone)::date as day, count(*) as posts from public.posts as q
      where q.workspace_id = workspace and q.published_at >= period.starts_at and q.published_at < least(period.ends_at, now()) group by 1) as d))
  into posted
  from public.posts as p
  where p.workspace_id = workspace and p.published_at >= coalesce(before_starts, period.starts_at) and p.published_at < least(period.ends_at, now());

  followed := private.followers_between(workspace, period.time_zone, least(period.ends_at, now() + interval '1 second'),
    case when before_until + 1 = from_day then period.starts_at else before_ends end,
    -- At most about sixty points make a line.
    array(select day::date from generate_series(from_day::timestamp, least(until_day, today)::timestamp, make_interval(days => 1 + (until_day - from_day) / 60)) as day));

  with known as materialized (
    select g.*, g.day between from_day and until_day as is_now, g.day between from_day and whole_until as is_whole,
      g.day between before_from and before_whole as is_before
    from private.gains_between(workspace, from_day, until_day, before_from, before_until) as g
  ), by_day as (
    select metric, day, sum(gain) as gain, bool_or(is_now) as is_now, bool_or(is_whole) as is_whole, coalesce(bool_or(is_before), false) as is_before
    from known group by metric, day
  ), changes as materialized (
    select d.valid_from as day, d.id as definition, d.source, d.platform, d.description
    from public.metric_definitions as d
    where d.valid_from > coalesce(before_from, from_day) and d.valid_from <= until_day and d.platform in (select known.platform from known)
      and exists (select from public.metric_definitions as earlier where earlier.source = d.source and earlier.valid_from < d.valid_from)
  ), kind as materialized (
    select k.metric, k.place, sum(b.gain) filter (where b.is_now) as value, sum(b.gain) filter (where b.is_whole) as compared,
      sum(b.gain) filter (where b.is_before) as previous, count(b.gain) filter (where b.is_whole)::int as measured,
      count(b.gain) filter (where b.is_before)::int as previous_measured,
      exists (select from changes as c join known as n on n.platform = c.platform and n.metric = k.metric) as is_redefined
    from unnest('{views, likes, comments, shares, saves}'::text[]) with ordinality as k (metric, place)
    left join by_day as b on b.metric = k.metric group by k.metric, k.place
  ), gain as (
    select kind.*, private.why_not_compared(value, previous, whole_days, measured, previous_measured, is_redefined) as reason from kind
  ), engaged as (
    select sum(value) as value, sum(compared) filter (where reason is null) as compared, sum(previous) filter (where reason is null) as previous,
      -- As private.engagement_gain: a kind that no platform tells is no gap; one told in one period alone is.
      coalesce(min(reason) filter (where reason is distinct from 'not_measured' or previous is not null),
        case when sum(value) is null then 'not_measured' end) as reason,
      max(measured) as measured, jsonb_agg(metric order by place) filter (where value is not null) as of
    from gain where metric <> 'views'
  ), share as (
    select p.platform, sum(k.gain) filter (where k.is_now) as value, sum(k.gain) filter (where k.is_whole) as compared,
      sum(k.gain) filter (where k.is_before) as previous, count(k.gain) filter (where k.is_whole)::int as measured,
      count(k.gain) filter (where k.is_before)::int as previous_measured,
      exists (select from changes as c where c.platform = p.platform) as is_redefined
    from (select known.platform from known union select a.platform from public.accounts as a
      where a.workspace_id = workspace and a.status in ('connected', 'needs_reconnect')) as p
    left join known as k on k.platform = p.platform and k.metric = 'views' group by p.platform
  ), compared_share as (
    select share.*, sum(value) filter (where value >= 0) over () as all_of_them, case when before_from is null or value is null then null
      else private.why_not_compared(value, previous, whole_days, measured, previous_measured, is_redefined) end as why_not,
      case when value is null then coalesce((
        select l.absent ->> 'views' from public.post_latest as l join public.metric_definitions as m on m.id = l.definition
        where l.workspace_id = workspace and m.platform = share.platform and l.views is null order by l.captured_at desc limit 1), 'not_measured') end as absent
    from share
  )
  select json_build_object(
    'time_zone', period.time_zone, 'today', today, 'from', from_day, 'until', until_day, 'before_from', before_from, 'before_until', before_until,
    'is_running', is_running, 'is_ahead', from_day > today, 'whole_days', whole_days,
    'compared_until', case when is_running then before_whole else before_until end,
    'figures', json_build_array(
      (select private.period_row('views_gained', g.value, g.compared, case when before_from is not null then g.previous end,
        case when before_from is null and g.value is not null then 'not_asked' else g.reason end, whole_days, jsonb_build_object('measured_days', g.measured))
        from gain as g where metric = 'views'),
      (select private.period_row('engagements_gained', e.value, e.compared, e.previous,
        case when before_from is null and e.value is not null then 'not_asked' else e.reason end, whole_days, jsonb_build_object('measured_days', e.measured, 'of', e.of)) from engaged as e),
      -- None among days in which nobody looked is no 0.
      private.period_row('posts', case when from_day <= today and (posted ->> 'value' <> '0' or observed_on <= until_day) then (posted ->> 'value')::numeric end,
        (posted ->> 'value')::numeric, (posted ->> 'previous')::numeric,
        case when from_day > today then 'yet_to_come' when posted ->> 'value' = '0' and observed_on <= until_day is not true then 'not_measured'
          when before_from is null then 'not_asked'
          else private.why_not_counted(observed_on, before_from, least(before_until, case when is_running then today - (from_day - before_from) end)) end),
      private.period_row('followers', (followed ->> 'value')::numeric, (followed ->> 'compared')::numeric, (followed ->> 'previous')::numeric,
        case when (followed ->> 'accounts')::int = 0 then 'no_accounts' when followed ->> 'value' is null then 'not_measured' when before_from is null then 'not_asked'
          when followed ->> 'previous' is null then 'not_measured_before' end, null,
        followed - '{value, compared, previous, days}'::text[])),
    'days', (select coalesce(json_agg(json_build_object('day', c.day, 'partial', c.day = today, 'views', v.views::text, 'engagements', v.engagements::text,
        'posts', coalesce((posted -> 'days' ->> c.day::text)::int, 0), 'followers', followed -> 'days' ->> c.day::text,
        'platforms', coalesce(v.platforms, '{}')) order by c.day), '[]')
      from (select day::date from generate_series(from_day::timestamp, least(until_day, today)::timestamp, interval '1 day') as day) as c
      left join (
        select k.day, sum(k.gain) filter (where k.metric = 'views') as views, sum(k.gain) filter (where k.metric <> 'views') as engagements,
          jsonb_object_agg(k.platform, k.gain::text) filter (where k.metric = 'views' and k.gain is not null) as platforms
        from known as k where k.is_now group by k.day) as v on v.day = c.day),
    'platforms', (select coalesce(json_agg(json_build_object('platform', s.platform, 'value', s.value::text, 'measured_days', s.measured, 'absent', s.absent,
        'share', case when s.value >= 0 then round(s.value / nullif(s.all_of_them, 0), 4) end,
        'compared', case when s.why_not is null then s.compared::text end, 'previous', case when s.why_not is null then s.previous::text end,
        'change', case when s.why_not is null and s.previous > 0 then round((s.compared - s.previous) / s.previous, 4) end, 'reason', s.why_not)
        order by s.value desc nulls last, s.platform), '[]') from compared_share as s),
    'changes', (select coalesce(json_agg(c order by c.day, c.definition), '[]') from changes as c),
    'is_simulated', exists (select from public.post_latest as l where l.workspace_id = workspace and l.is_simulated) or (followed ->> 'is_simulated')::boolean,
    'measured_at', (select l.captured_at from public.post_latest as l where l.workspace_id = workspace order by l.captured_at desc limit 1),
    'as_of', now())
  into told;
  return told;
end
$$;
comment on function public.dashboard_totals is
  'A period of days in the workspace''s time zone beside other days (before_from to before_until; null: none): {time_zone, today, from, until, before_from, before_until, is_running, is_ahead, whole_days, compared_until, figures, days, platforms, changes, is_simulated, measured_at, as_of}. figures: views_gained, engagements_gained, posts, followers, each {key, value, compared, previous, change (fraction), reason, days}, as in public.report_periods: a running period stands beside the same elapsed part, gains in whole days; reason says why value or comparison is missing, or not_asked, no_accounts. Followers are a level: value at the end, previous at the beginning (or at the same moment of the other days), over the accounts told at both. platforms: views gained by each, with its share of what was gained, and absent where it has none. days: by day, null where nothing was measured. Counts are decimal text. Null for strangers.';

grant execute on function private.gains_of_today, private.gains_between, private.followers_between, public.dashboard_totals to authenticated;
