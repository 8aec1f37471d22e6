-- A period beside the one before it, of the same length. A period that still runs stands beside
-- the same elapsed part; what is kept by whole days (gains) beside the same whole days.
create index comments_time_idx on public.comments (workspace_id, published_at) include (platform, author_id);
create index comments_first_idx on public.comments (workspace_id, first_at);

create function private.period_gain(
  workspace uuid, metric text, from_day date, until_day date, platform public.platform,
  out value numeric, out compared numeric, out previous numeric, out days int, out measured int, out previous_measured int,
  out is_simulated boolean, out changes jsonb)
language sql stable
set search_path = ''
as $$
  with trend as materialized (
    select public.metric_trend(workspace, metric, from_day, until_day, null, platform) as told
  ), day as (
    select d.* from trend cross join jsonb_to_recordset(trend.told -> 'days') as d (day date, gain numeric, previous_gain numeric, partial boolean)
  )
  select (trend.told ->> 'gain')::numeric, whole.*, (trend.told ->> 'is_simulated')::boolean, trend.told -> 'changes'
  from trend cross join lateral (
    select sum(day.gain), sum(day.previous_gain), count(*)::int, count(day.gain)::int, count(day.previous_gain)::int
    from day where day.day < (trend.told ->> 'today')::date) as whole
$$;
comment on function private.period_gain is
  'public.metric_trend of a period in one row: value is all of it, today so far included; compared and previous are its whole days and those before, days how many, measured and previous_measured how many of them are known.';

create function private.why_not_compared(value numeric, previous numeric, days int, measured int, previous_measured int, is_redefined boolean)
returns text
language sql immutable
set search_path = ''
as $$
  select case when value is null then 'not_measured' when days = 0 or measured = 0 then 'still_running'
    when previous is null then 'not_measured_before' when is_redefined then 'redefined' when previous_measured < 0.9 * measured then 'measured_less_before'
    when measured < 0.9 * previous_measured then 'measured_less_now' end
$$;
comment on function private.why_not_compared is 'Why a period''s gain is not held against the one before; null when it can be.';

create function private.why_not_counted(began_on date, before_from date, before_until date)
returns text
language sql immutable
set search_path = ''
as $$
  select case when before_from is null then null when began_on is null or began_on > before_until then 'not_measured_before'
    when began_on - before_from > 0.1 * (before_until - before_from + 1) then 'measured_less_before' end
$$;
comment on function private.why_not_counted is
  'Why a count is not held against that of other days: nothing was collected then, or in less than nine tenths of them. Null when it can be.';

create function private.observed_since(workspace uuid) returns timestamptz
language sql stable
set search_path = ''
as $$
  select least(
    (select m.captured_at from public.post_metrics as m where m.workspace_id = workspace order by m.captured_at limit 1),
    -- Snapshots may be forgotten, their days are kept.
    (select d.first_at from public.post_days as d where d.workspace_id = workspace order by d.day limit 1))
$$;
comment on function private.observed_since is 'When the first post of a workspace was measured: of the time before, what it holds is by chance. Null: none yet.';

create function private.engagement_gain(workspace uuid, from_day date, until_day date, platform public.platform) returns jsonb
language sql stable
set search_path = ''
as $$
  with gain as materialized (
    select kind, g.*, private.why_not_compared(g.value, g.previous, g.days, g.measured, g.previous_measured, g.changes <> '[]') as reason
    from unnest('{likes, comments, shares, saves}'::text[]) with ordinality as k (kind, place)
    cross join lateral private.period_gain(workspace, kind, from_day, until_day, platform) as g
  )
  select jsonb_build_object('value', sum(value)::text, 'compared', sum(compared) filter (where reason is null), 'days', max(days),
    'previous', sum(previous) filter (where reason is null),
    -- A kind that no platform tells is no gap; one that is told in one period alone is.
    'reason', coalesce(min(reason) filter (where reason is distinct from 'not_measured' or previous is not null),
      case when sum(value) is null then 'not_measured' end),
    'of', jsonb_agg(kind) filter (where value is not null))
  from gain
$$;
comment on function private.engagement_gain is 'Likes, comments, shares and saves gained, added up; `of` says which of them are known.';

create function private.period_row(key text, value numeric, compared numeric, previous numeric, reason text, days int default null, also jsonb default '{}')
returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_build_object('key', key, 'value', value::text, 'compared', case when reason is null then compared::text end,
    'previous', case when reason is null then previous::text end,
    'change', case when reason is null and previous > 0 then round((compared - previous) / previous, 4) end,
    'reason', reason, 'days', days) || also
$$;
comment on function private.period_row is 'One line of public.report_periods: nothing is compared where there is a reason against it.';

create function public.report_periods(workspace uuid, from_day date, until_day date, platform public.platform default null)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  period record;
  days constant int := until_day - from_day + 1;
  is_running boolean;
  is_ahead boolean;
  before_starts timestamptz;
  before_ends timestamptz;
  posted record;
  tagged record;
  said record;
  views record;
  engaged jsonb;
  today date;
  before_until date;
  why_not_posts text;
  why_not_comments text;
begin
  select * into period from private.report_period(workspace, from_day, until_day);
  if period.time_zone is null then
    return null;
  end if;
  is_ahead := period.starts_at > now();
  is_running := not is_ahead and now() < period.ends_at;
  before_starts := (from_day - days)::timestamp at time zone period.time_zone;
  before_ends := least(period.starts_at, case when is_running
    then (now() at time zone period.time_zone - make_interval(days => days)) at time zone period.time_zone else period.starts_at end);

  today := (now() at time zone period.time_zone)::date;
  before_until := case when is_running then today - days else from_day - 1 end;
  why_not_posts := private.why_not_counted(
    (private.observed_since(workspace) at time zone period.time_zone)::date, from_day - days, before_until);
  why_not_comments := private.why_not_counted((
    select (c.first_at at time zone period.time_zone)::date from public.comments as c where c.workspace_id = workspace order by c.first_at limit 1),
    from_day - days, before_until);

  select count(*) filter (where now_in) as posts, count(*) filter (where before_in) as posts_before,
    count(distinct author) filter (where now_in) as people, count(distinct author) filter (where before_in) as people_before
  into posted from (
    select p.platform || ' ' || p.author_key as author, p.published_at >= period.starts_at as now_in, p.published_at < before_ends as before_in
    from public.posts as p
    where p.workspace_id = workspace and p.published_at >= before_starts and p.published_at < least(period.ends_at, now())
      and (report_periods.platform is null or p.platform = report_periods.platform)) as p;
  select count(distinct h.hashtag_id) filter (where h.published_at >= period.starts_at) as tags,
    count(distinct h.hashtag_id) filter (where h.published_at < before_ends) as tags_before
  into tagged from public.post_hashtags as h
  where h.workspace_id = workspace and h.published_at >= before_starts and h.published_at < least(period.ends_at, now())
    and (report_periods.platform is null or h.platform = report_periods.platform);
  select count(*) filter (where c.published_at >= period.starts_at) as comments, count(*) filter (where c.published_at < before_ends) as comments_before,
    count(distinct c.author_id) filter (where c.published_at >= period.starts_at) as people,
    count(distinct c.author_id) filter (where c.published_at < before_ends) as people_before,
    exists (select from public.comments as any_one where any_one.workspace_id = workspace
      and (report_periods.platform is null or any_one.platform = report_periods.platform)) as is_collected
  into said from public.comments as c
  where c.workspace_id = workspace and c.published_at >= before_starts and c.published_at < least(period.ends_at, now())
    and (report_periods.platform is null or c.platform = report_periods.platform);
  select g.*, private.why_not_compared(g.value, g.previous, g.days, g.measured, g.previous_measured, g.changes <> '[]') as reason
  into views from private.period_gain(workspace, 'views', from_day, until_day, report_periods.platform) as g;
  engaged := private.engagement_gain(workspace, from_day, until_day, report_periods.platform);

  return json_build_object(
    'time_zone', period.time_zone, 'from', from_day, 'until', until_day, 'previous_from', from_day - days, 'previous_until', from_day - 1,
    'is_running', is_running, 'rows', jsonb_build_array(
      private.period_row('posts', case when not is_ahead then posted.posts end, posted.posts, posted.posts_before,
        case when is_ahead then 'yet_to_come' else why_not_posts end),
      private.period_row('views_gained', views.value, views.compared, views.previous, views.reason, views.days),
      private.period_row('engagements_gained', (engaged ->> 'value')::numeric, (engaged ->> 'compared')::numeric,
        (engaged ->> 'previous')::numeric, engaged ->> 'reason', (engaged ->> 'days')::int, jsonb_build_object('of', engaged -> 'of')),
      private.period_row('comments', case when said.is_collected and not is_ahead then said.comments end, said.comments, said.comments_before,
        case when is_ahead then 'yet_to_come' when not said.is_collected then 'not_collected' else why_not_comments end),
      private.period_row('commenters', case when said.is_collected and not is_ahead and (said.people > 0 or said.comments = 0) then said.people end,
        said.people, said.people_before, case when is_ahead then 'yet_to_come' when not said.is_collected then 'not_collected'
          when said.people = 0 and said.comments > 0 or said.people_before = 0 and said.comments_before > 0 then 'people_not_told'
          else why_not_comments end),
      private.period_row('people', case when not is_ahead and (posted.people > 0 or posted.posts = 0) then posted.people end, posted.people, posted.people_before,
        case when is_ahead then 'yet_to_come'
          when posted.people = 0 and posted.posts > 0 or posted.people_before = 0 and posted.posts_before > 0 then 'people_not_told'
          else why_not_posts end),
      private.period_row('tags', case when not is_ahead then tagged.tags end, tagged.tags, tagged.tags_before,
        case when is_ahead then 'yet_to_come' else why_not_posts end)),
    'changes', views.changes,
    'definitions', (select coalesce(json_agg(d order by d.platform, d.definition, d.is_simulated), '[]') from (
      select m.platform, l.definition, m.description, l.is_simulated, count(*) as posts
      from public.post_latest as l join public.metric_definitions as m on m.id = l.definition
      where l.workspace_id = workspace and (report_periods.platform is null or m.platform = report_periods.platform)
      group by m.platform, l.definition, m.description, l.is_simulated) as d),
    'is_simulated', views.is_simulated,
    'untimed_posts', (select count(*) from public.posts as p where p.workspace_id = workspace and p.published_at is null
      and (report_periods.platform is null or p.platform = report_periods.platform)),
    'as_of', now());
end
$$;
comment on function public.report_periods is
  'A period of days in the workspace''s time zone beside the one of the same length before it: {time_zone, from, until, previous_from, previous_until, is_running, rows, changes, definitions, is_simulated, untimed_posts, as_of}. A row: {key, value, compared, previous, change (fraction), reason, days}. keys: posts, people (who posted), tags, comments, commenters (by publishing), views_gained, engagements_gained (`of` says of which; as public.metric_trend measures gains). value is the whole period, up to now; compared stands beside previous: up to now beside the same elapsed part, gains in whole days (days says how many) beside as many. value null: unknown; compared, previous and change null: not comparable, `reason` says why: not_measured, not_measured_before, redefined, still_running, measured_less_before, measured_less_now, not_collected, people_not_told, yet_to_come. Counts are decimal text. Null for strangers.';

grant execute on function private.period_gain, private.why_not_compared, private.why_not_counted, private.observed_since, private.engagement_gain, private.period_row, public.report_periods to authenticated;
