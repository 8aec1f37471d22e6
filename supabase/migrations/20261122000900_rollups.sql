-- Roll-ups: each post's last number of a day, and what a workspace's posts
-- gained that day. Days are those of the workspace's time zone. Derived: they
-- can be made again from the snapshots.
create table public.post_days (
  workspace_id uuid not null,
  post_id bigint not null,
  day date not null,
  first_at timestamptz not null,
  captured_at timestamptz not null,
  source text not null,
  definition text not null,
  impressions bigint, reach bigint, views bigint, likes bigint, comments bigint, shares bigint, saves bigint,
  clicks bigint, video_views bigint,
  primary key (post_id, day),
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade
);
comment on table public.post_days is 'The last headline snapshot of each post and day, in the workspace''s time zone.';
comment on column public.post_days.first_at is 'When the first headline snapshot of that day was captured.';
create index post_days_workspace_idx on public.post_days (workspace_id, day);

create table public.workspace_days (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  day date not null,
  platform public.platform not null,
  account_id uuid,
  metric text not null,
  gain bigint,
  rebased bigint not null,
  posts int not null,
  unique nulls not distinct (workspace_id, day, platform, account_id, metric),
  foreign key (workspace_id, account_id) references public.accounts (workspace_id, id) on delete cascade
);
comment on table public.workspace_days is 'What the posts measured on a day gained since each was measured before.';
comment on column public.workspace_days.gain is 'Sum of the rises and falls since the last measured day. Of a post first measured within a day of its publication, all it had at the end of that day. Null: no post''s gain is known that day.';
comment on column public.workspace_days.rebased is 'What entered the total without being a gain: posts first measured later than that, and metrics redefined between.';
comment on column public.workspace_days.posts is 'Posts measured that day with this metric.';
create index workspace_days_account_idx on public.workspace_days (workspace_id, account_id);

create table private.rollup_states (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  rolled_until date not null,
  moves int not null default 0,
  rolled_moves int not null default 0
);
comment on table private.rollup_states is 'The last day rolled up for good. Gone when the time zone changes: then all is made again.';
comment on column private.rollup_states.moves is
  'Counts when rolled-up posts came to another account or lost their days: then workspace_days is made again from post_days. rolled_moves: the count that was made.';
alter table private.rollup_states enable row level security;
grant select on private.rollup_states to authenticated, service_role;
grant insert, update, delete on private.rollup_states to service_role;
create policy "Members know how far their roll-ups are" on private.rollup_states
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));

alter table public.post_days enable row level security;
alter table public.workspace_days enable row level security;
grant select on public.post_days, public.workspace_days to authenticated, service_role;
grant insert, update, delete on public.post_days, public.workspace_days to service_role;
create policy "Members read their days of posts" on public.post_days
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their days" on public.workspace_days
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));

create function private.days_since(workspace uuid, since date, until date default 'infinity') returns setof public.post_days
language sql stable
set search_path = ''
as $$
  select distinct on (m.post_id, m.day)
    m.workspace_id, m.post_id, m.day, min(m.captured_at) over (partition by m.post_id, m.day), m.captured_at, m.source,
    m.definition, m.impressions, m.reach, m.views, m.likes, m.comments, m.shares, m.saves, m.clicks, m.video_views
  from (
    select snapshot.*, (snapshot.captured_at at time zone w.time_zone)::date as day
    from public.workspaces as w
    join public.post_metrics as snapshot on snapshot.workspace_id = w.id
    where w.id = workspace and snapshot.captured_at >= since::timestamp at time zone w.time_zone
      and snapshot.captured_at < (case when until = 'infinity' then 'infinity' else until + 1 end)::timestamp at time zone w.time_zone
      and snapshot.source in (select s.source from public.metric_sources as s where s.is_headline)
  ) as m
  order by m.post_id, m.day, m.captured_at desc, m.bucket_at desc, m.source
$$;
comment on function private.days_since is 'The last snapshot of each post and day from a day until another, from the snapshots themselves.';

create function private.gains_since(workspace uuid, since date, only_metric text default null, rolled boolean default false)
returns setof public.workspace_days
language sql stable
set search_path = ''
as $$
  with fresh as materialized (
    select * from private.days_since(workspace, since) where not rolled
    union all
    select d.* from public.post_days as d where rolled and d.workspace_id = workspace and d.day >= since
  ), value as (
    select d.post_id, d.day, d.first_at, d.source || ' ' || d.definition as meaning, v.metric, v.value
    from fresh as d cross join lateral (values
      ('impressions', d.impressions), ('reach', d.reach), ('views', d.views), ('likes', d.likes),
      ('comments', d.comments), ('shares', d.shares), ('saves', d.saves), ('clicks', d.clicks),
      ('video_views', d.video_views)) as v (metric, value)
    where v.value is not null and (only_metric is null or v.metric = only_metric)
  ), step as (
    select *, lag(value) over w as before, lag(meaning) over w as before_meaning
    from value window w as (partition by post_id, metric order by day)
  ), linked as (
    select step.post_id, step.day, step.first_at, step.metric, step.value, step.meaning,
      coalesce(step.before, rolled_up.value) as before, coalesce(step.before_meaning, rolled_up.meaning) as before_meaning
    from step
    -- The last day that knew this metric: not always the last day.
    left join lateral (
      select known.value, known.meaning from (
        select d.day, d.source || ' ' || d.definition as meaning, case step.metric when 'views' then d.views
          when 'likes' then d.likes when 'comments' then d.comments when 'shares' then d.shares when 'saves' then d.saves
          when 'impressions' then d.impressions when 'reach' then d.reach when 'clicks' then d.clicks
          when 'video_views' then d.video_views end as value
        from public.post_days as d
        -- By the post alone, which is the workspace's: else the planner may read all its days for each.
        where step.before is null and d.post_id = step.post_id and d.day < since
      ) as known
      where known.value is not null order by known.day desc limit 1
    ) as rolled_up on true
  )
  select workspace, l.day, p.platform, ap.account_id, l.metric,
    sum(case
      when l.before_meaning = l.meaning then l.value - l.before
      when l.before is null and l.first_at - p.published_at < interval '1 day' then l.value end)::bigint,
    sum(case
      when l.before_meaning <> l.meaning then l.value - l.before
      when l.before is null and (l.first_at - p.published_at < interval '1 day') is not true then l.value else 0 end)::bigint,
    count(*)::int
  from linked as l
  join public.posts as p on p.workspace_id = workspace and p.id = l.post_id
  left join public.account_posts as ap on ap.workspace_id = workspace and ap.post_id = l.post_id
  group by l.day, p.platform, ap.account_id, l.metric
$$;
comment on function private.gains_since is
  'The workspace''s gains of each day since a day, from the snapshots since then, or from the days rolled up, and the roll-ups before.';

create function private.roll_up(workspace uuid) returns int
language plpgsql
set search_path = ''
as $$
declare
  zone text;
  until date;
  state private.rollup_states;
  since date;
  made int;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('roll-up of ' || workspace, 0)) then
    return null;
  end if;
  select time_zone into zone from public.workspaces where id = workspace;
  until := (now() at time zone zone)::date - 1;
  select * into state from private.rollup_states where workspace_id = workspace;
  -- The last two days again: a snapshot may have been recorded after midnight for the day before.
  since := coalesce(state.rolled_until - 1, (
    select (min(captured_at) at time zone zone)::date from public.post_metrics where workspace_id = workspace), until);
  -- A long past is rolled up a week at a time: each call stays short.
  until := least(until, since + 7);
  insert into public.post_days as d
  select * from private.days_since(workspace, since, until)
  on conflict (post_id, day) do update set
    first_at = least(d.first_at, excluded.first_at), captured_at = excluded.captured_at, source = excluded.source,
    definition = excluded.definition, impressions = excluded.impressions, reach = excluded.reach, views = excluded.views,
    likes = excluded.likes, comments = excluded.comments, shares = excluded.shares, saves = excluded.saves,
    clicks = excluded.clicks, video_views = excluded.video_views;
  get diagnostics made = row_count;
  if state.moves > state.rolled_moves then
    since := '-infinity';
  end if;
  delete from public.workspace_days where workspace_id = workspace and day >= since;
  insert into public.workspace_days select * from private.gains_since(workspace, since, rolled => true);
  insert into private.rollup_states (workspace_id, rolled_until) values (workspace, until)
  on conflict (workspace_id) do update set rolled_until = excluded.rolled_until, rolled_moves = coalesce(state.moves, 0);
  return made;
end
$$;
comment on function private.roll_up is
  'Rolls a workspace up by a week, at most to yesterday, in its time zone. Safe to repeat. Returns days of posts written; null: another is at it.';

create function public.roll_up_days(take int default 200) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  workspace uuid;
  written int;
  workspaces int := 0;
  before int;
  made int := 0;
  started_at constant timestamptz := clock_timestamp();
begin
  loop
    before := workspaces;
    for workspace in
      select w.id from public.workspaces as w
      left join private.rollup_states as s on s.workspace_id = w.id
      where (s.rolled_until is distinct from (now() at time zone w.time_zone)::date - 1 or s.moves > s.rolled_moves)
        and (s.workspace_id is not null or exists (select from public.post_latest as l where l.workspace_id = w.id))
      order by s.rolled_until nulls first, w.id limit take
    loop
      written := private.roll_up(workspace);
      if written is not null then
        made := made + written;
        workspaces := workspaces + 1;
      end if;
      exit when clock_timestamp() > started_at + interval '10 seconds';
    end loop;
    exit when workspaces = before or clock_timestamp() > started_at + interval '10 seconds';
  end loop;
  return jsonb_build_object('workspaces', workspaces, 'days_of_posts', made);
end
$$;
comment on function public.roll_up_days is 'Rolls the workspaces that lie furthest behind up by a week, for about ten seconds. For the cron; repeat until workspaces is 0. Returns {workspaces, days_of_posts}.';

-- Whose post it is decides whose gain it was: also of the days before.
create function private.note_moved_posts() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  update private.rollup_states as s set moves = s.moves + 1
  where s.workspace_id in (
    select moved.workspace_id from moved
    where exists (select from public.post_days as d where d.post_id = moved.post_id));
  return null;
end
$$;
comment on function private.note_moved_posts is 'Definer: who deletes an account may not write roll-ups.';
create trigger note_added_posts after insert on public.account_posts
  referencing new table as moved for each statement execute function private.note_moved_posts();
create trigger note_removed_posts after delete on public.account_posts
  referencing old table as moved for each statement execute function private.note_moved_posts();

create function private.note_moved_post() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  update private.rollup_states set moves = moves + 1
  where workspace_id = new.workspace_id and exists (select from public.post_days as d where d.post_id = new.post_id);
  return null;
end
$$;
comment on function private.note_moved_post is 'As note_moved_posts, for a post that another account covers from now on.';
create trigger note_moved_post after update on public.account_posts
  for each row when (old.account_id <> new.account_id) execute function private.note_moved_post();

create function private.forget_rollups() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('roll-up of ' || new.id, 0));
  delete from private.rollup_states where workspace_id = new.id;
  delete from public.workspace_days where workspace_id = new.id;
  delete from public.post_days where workspace_id = new.id;
  return null;
end
$$;
comment on function private.forget_rollups is 'Days begin elsewhere in another time zone. Definer: an admin may not write roll-ups.';
create trigger forget_rollups after update of time_zone on public.workspaces
  for each row when (old.time_zone <> new.time_zone) execute function private.forget_rollups();

create view public.workspace_weeks with (security_invoker = true) as
select workspace_id, date_trunc('week', day)::date as week, platform, account_id, metric,
  sum(gain)::bigint as gain, sum(rebased)::bigint as rebased, max(posts) as most_posts, count(*)::int as measured_days
from public.workspace_days
group by workspace_id, date_trunc('week', day)::date, platform, account_id, metric;
comment on view public.workspace_weeks is 'workspace_days by week (Monday to Sunday).';
grant select on public.workspace_weeks to authenticated;

-- Totals of newest values carried over days without one, gains only where measured.
create function public.metric_trend(
  workspace uuid, metric text, from_day date, until_day date, only_account uuid default null,
  only_platform public.platform default null)
returns jsonb
language sql stable
set search_path = ''
as $$
  with home as (
    select w.id, w.time_zone, (now() at time zone w.time_zone)::date as today,
      coalesce((select rolled_until from private.rollup_states where workspace_id = w.id), '-infinity') as rolled_until
    from public.workspaces as w
    where w.id = workspace and w.id = any (array(select private.my_workspaces()))
  ), known as (
    select d.* from home join public.workspace_days as d on d.workspace_id = home.id and d.day <= home.rolled_until and d.metric = metric_trend.metric
    union all
    select g.* from home cross join lateral private.gains_since(home.id,
      case when home.rolled_until = '-infinity' then '2000-01-01' else home.rolled_until + 1 end, metric_trend.metric) as g
  ), by_day as (
    select day, sum(gain) as gain, sum(coalesce(gain, 0) + rebased) as step, sum(posts) as posts,
      array_agg(distinct known.platform) as platforms
    from known
    where known.metric = metric_trend.metric
      and (only_account is null or account_id = only_account)
      and (only_platform is null or platform = only_platform)
    group by day
  ), calendar as (
    select day::date from generate_series(
      (from_day - (until_day - from_day + 1))::timestamp, until_day::timestamp, interval '1 day') as day
  ), days as (
    select c.day, b.gain, b.posts, b.step - coalesce(b.gain, 0) as entered,
      coalesce(sum(b.step) over (order by c.day), 0)
        + coalesce((select sum(step) from by_day where day < (select min(day) from calendar)), 0) as total,
      -- Nothing known yet is not zero.
      exists (select from by_day as earlier where earlier.day <= c.day) as known
    from calendar as c left join by_day as b using (day)
  )
  select jsonb_build_object(
    'metric', metric, 'time_zone', home.time_zone, 'today', home.today, 'from', from_day, 'until', until_day,
    'gain', (select sum(gain)::text from days where day >= from_day),
    'previous_gain', (select sum(gain)::text from days where day < from_day),
    'total', (select case when known then total::text end from days where day = least(until_day, home.today)),
    'previous_total', (select case when known then total::text end from days where day = from_day - 1),
    'entered', (select nullif(sum(entered), 0)::text from days where day >= from_day),
    'measured_days', (select count(*) from days where day >= from_day and posts > 0),
    'previous_measured_days', (select count(*) from days where day < from_day and posts > 0),
    'is_simulated', exists (
      select from public.post_latest as l
      join public.posts as p on p.workspace_id = l.workspace_id and p.id = l.post_id
      left join public.account_posts as ap on ap.workspace_id = l.workspace_id and ap.post_id = l.post_id
      where l.workspace_id = home.id and l.is_simulated
        and (only_account is null or ap.account_id = only_account)
        and (only_platform is null or p.platform = only_platform)),
    -- Where a source redefined its numbers in these days; sums on both sides of it are no comparison.
    'changes', coalesce((
      select jsonb_agg(jsonb_build_object('day', d.valid_from, 'definition', d.id, 'source', d.source,
        'description', d.description) order by d.valid_from, d.id)
      from public.metric_definitions as d
      where d.valid_from > (select min(day) from days) and d.valid_from <= until_day
        and d.platform in (select unnest(by_day.platforms) from by_day)
        and exists (select from public.metric_definitions as before
          where before.source = d.source and before.valid_from < d.valid_from)), '[]'),
    'days', (
      select jsonb_agg(jsonb_build_object(
        'day', d.day, 'total', case when d.known and d.day <= home.today then d.total::text end, 'gain', d.gain::text,
        'entered', nullif(d.entered, 0)::text, 'posts', coalesce(d.posts, 0), 'partial', d.day = home.today,
        'previous_day', before.day, 'previous_gain', before.gain::text,
        'previous_total', case when before.known then before.total::text end) order by d.day)
      from days as d
      left join days as before on before.day = d.day - (until_day - from_day + 1)
      where d.day >= from_day))
  from home
$$;
comment on function public.metric_trend is
  'A metric''s total and gain for each day in the workspace''s time zone, with the period of the same length before beside it, how many days were measured, and where a source redefined its numbers. `entered` came into the total without being a gain: posts first measured more than a day after they were published, and redefined metrics. A day nothing was measured on has no gain (null) and carries its total. Null for strangers.';

grant execute on function private.days_since, private.gains_since, public.metric_trend to authenticated, service_role;
grant execute on function private.roll_up, public.roll_up_days to service_role;
