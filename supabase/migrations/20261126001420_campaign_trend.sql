-- What the posts of a campaign had by the end of each day, and what was spent until then.
create function public.campaign_trend(campaign uuid, from_day date, until_day date) returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  home record;
  answer json;
begin
  if until_day - from_day between 0 and 365 is not true then
    perform private.fail(422, format('until: found %s from %s, expected a day that is not before it, and at most 366 days.', coalesce(until_day::text, 'nothing'), coalesce(from_day::text, 'nothing')));
  end if;
  select c.workspace_id, w.time_zone, (now() at time zone w.time_zone)::date as today,
    coalesce((select s.rolled_until from private.rollup_states as s where s.workspace_id = w.id), '2000-01-01') as rolled_until
  into home from public.campaigns as c join public.workspaces as w on w.id = c.workspace_id where c.id = campaign;
  if home.workspace_id is null then
    return null;
  end if;
  with post as materialized (
    select c.post_id, p.platform, c.price, (coalesce(p.published_at, c.added_at) at time zone home.time_zone)::date as spent_on
    from public.campaign_posts as c join public.posts as p on p.workspace_id = c.workspace_id and p.id = c.post_id
    where c.workspace_id = home.workspace_id and c.campaign_id = campaign
  ), known as materialized (
    select d.post_id, d.day, d.source, d.definition, d.views, private.engagement_of(d.likes, d.comments, d.shares, d.saves) as engagement
    from post join public.post_days as d on d.post_id = post.post_id and d.day <= least(home.rolled_until, until_day)
    where d.workspace_id = home.workspace_id
    union all
    select * from (
      select distinct on (m.post_id, m.day) m.post_id, m.day, m.source, m.definition, m.views,
        private.engagement_of(m.likes, m.comments, m.shares, m.saves)
      from (
        select s.*, (s.captured_at at time zone home.time_zone)::date as day
        from post join public.post_metrics as s on s.post_id = post.post_id
        where s.workspace_id = home.workspace_id and s.captured_at >= (home.rolled_until + 1)::timestamp at time zone home.time_zone
          and s.captured_at < (until_day + 1)::timestamp at time zone home.time_zone
          and s.source in (select h.source from public.metric_sources as h where h.is_headline)) as m
      order by m.post_id, m.day, m.captured_at desc, m.bucket_at desc, m.source) as fresh
  ), value as (
    select k.post_id, k.day, k.source || ' ' || k.definition as meaning, v.metric, v.value
    from known as k cross join lateral (values ('views', k.views::numeric), ('engagement', k.engagement)) as v (metric, value)
    where v.value is not null
  ), step as (
    select day, metric, value - coalesce(lag(value) over w, 0) as step, (lag(value) over w is null)::int as entered
    from value window w as (partition by post_id, metric order by day)
  ), by_day as materialized (
    select greatest(day, from_day - 1) as day, sum(step) filter (where metric = 'views') as views,
      sum(entered) filter (where metric = 'views') as views_posts, sum(step) filter (where metric = 'engagement') as engagement,
      sum(entered) filter (where metric = 'engagement') as engagement_posts
    from step group by 1
  ), spent as (
    select greatest(spent_on, from_day - 1) as day, sum(price) as spend, count(price) as priced_posts
    from post where price is not null and spent_on <= least(until_day, home.today) group by 1
  ), total as (
    select day, sum(b.views) over w as views, coalesce(sum(b.views_posts) over w, 0) as views_posts,
      coalesce(b.views_posts, 0) as new_posts, sum(b.engagement) over w as engagement,
      coalesce(sum(b.engagement_posts) over w, 0) as engagement_posts,
      sum(s.spend) over w as spend, coalesce(sum(s.priced_posts) over w, 0) as priced_posts
    from (select generate_series((from_day - 1)::timestamp, until_day::timestamp, interval '1 day')::date as day) as calendar
    left join by_day as b using (day) left join spent as s using (day)
    window w as (order by day)
  ), change as (
    select day, post_id, definition, lag(definition) over w as before
    from known window w as (partition by post_id order by day)
  )
  select json_build_object(
    'time_zone', home.time_zone, 'today', home.today, 'from', from_day, 'until', until_day,
    'posts', (select count(*) from post), 'priced_posts', (select count(price) from post), 'first_day', (select min(day) from known),
    'days', (select json_agg(json_build_object('day', t.day,
        'views', case when t.day <= home.today then t.views::text end, 'views_posts', t.views_posts, 'new_posts', t.new_posts,
        'engagement', case when t.day <= home.today then t.engagement::text end, 'engagement_posts', t.engagement_posts,
        'spend', case when t.day <= home.today then trim_scale(t.spend)::text end, 'priced_posts', t.priced_posts,
        'measured', coalesce(m.posts, 0), 'partial', t.day = home.today) order by t.day)
      from total as t left join (select day, count(distinct post_id) as posts from known group by day) as m using (day) where t.day >= from_day),
    'changes', (select coalesce(json_agg(json_build_object('day', c.day, 'definition', c.definition, 'platform', d.platform,
        'description', d.description, 'posts', c.posts) order by c.day, c.definition), '[]')
      from (select day, definition, count(*) as posts from change where before is distinct from definition and before is not null and day >= from_day
        group by day, definition) as c join public.metric_definitions as d on d.id = c.definition),
    'is_simulated', exists (select from post join public.post_latest as l on l.post_id = post.post_id where l.workspace_id = home.workspace_id and l.is_simulated))
  into answer;
  return answer;
end
$$;
comment on function public.campaign_trend is
  'A campaign''s days in the workspace''s zone: {time_zone, today, from, until, posts, priced_posts, first_day, days, changes, is_simulated}. Views and engagement are the newest number of each post by the end of the day, added up and carried over days without one, of views_posts and engagement_posts; new_posts have views for the first time that day, which is no gain; measured: how many posts were. Spend is the prices of the posts published until then (added, where no time of publishing is told). changes: days from which posts were counted by another definition. Null is unknown, or yet to come. Numbers are decimal text. Null for strangers.';
grant execute on function public.campaign_trend to authenticated;
