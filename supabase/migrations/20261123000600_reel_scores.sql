-- Short videos ranked among their like. How many rows a workspace has decides
-- how to read them, so each call is planned for its own values. A cohort is a workspace's short videos
-- published in the last days before a moment, with what was known at that
-- moment; within it only numbers of one platform and one metric definition are
-- compared. Snapshots are append-only, so a cohort of the past comes out the same.
alter table public.metric_definitions add column number smallint generated always as identity unique;
comment on column public.metric_definitions.number is 'A short key, for sorting by definition.';

create index post_latest_recorded_idx on public.post_latest (workspace_id, (coalesce(recorded_at, captured_at)) desc);

create table public.sample_reels (
  id bigint primary key,
  platform public.platform not null,
  definition text not null references public.metric_definitions (id),
  author_handle text not null,
  title text not null,
  caption text not null,
  published_at timestamptz not null,
  captured_at timestamptz not null,
  views bigint not null,
  likes bigint,
  comments bigint not null,
  shares bigint
);
comment on table public.sample_reels is
  'Invented short videos, to see what the performance page does before there are own ones. In no workspace; never shown without the word sample.';
alter table public.sample_reels enable row level security;
grant select on public.sample_reels to authenticated, service_role;
create policy "Everybody signed in reads the samples" on public.sample_reels for select to authenticated using (true);

-- Halves to the even digit, of the binary value: 2.675 lies below its half, and 0.125 on it.
create function private.round_half_even(value double precision, digits int) returns double precision
language plpgsql immutable strict
set search_path = ''
as $$
declare
  scale constant double precision := 10 ^ digits;
  scaled constant double precision := value * scale;
  bits bigint;
  shift int;
  exact numeric;
  lower numeric;
begin
  if abs(scaled) > 9e15 then
    return value;
  end if;
  if abs(scaled - floor(scaled) - 0.5) > greatest(1e-6, abs(scaled) * 1e-15) then
    return floor(scaled + 0.5) / scale;
  end if;
  bits := ('x' || encode(float8send(abs(value)), 'hex'))::bit(64)::bigint;
  shift := 1075 - (bits >> 52)::int;
  -- mantissa / 2^shift, as mantissa * 5^shift / 10^shift: exact in decimals.
  exact := ((bits & 4503599627370495) | 4503599627370496)::numeric * 5::numeric ^ shift * ('1e-' || shift)::numeric * 10::numeric ^ digits;
  lower := trunc(exact);
  if exact - lower > 0.5 or (exact - lower = 0.5 and lower % 2 = 1) then
    lower := lower + 1;
  end if;
  return sign(value) * lower::double precision / scale;
end
$$;
comment on function private.round_half_even is 'Rounds a binary fraction exactly as it is, halves to the even digit. For values between 1e-9 and 9e13.';

-- Short videos are reels, Shorts, and videos of TikTok. Each query writes that out:
-- as a function it would be called for every row.
create function private.newest_snapshots(workspace uuid, days int, as_of timestamptz)
returns table (
  post_id bigint, part int, published_at timestamptz, captured_at timestamptz, views bigint, likes bigint, comments bigint,
  shares_or_saves bigint)
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
rows 5000
as $$
begin
  if workspace is null then
    return query
    select s.id, d.number * 2 + 1, s.published_at, s.captured_at, s.views, s.likes, s.comments, s.shares
    from public.sample_reels as s join public.metric_definitions as d on d.id = s.definition
    where s.published_at between as_of - make_interval(days => days) and as_of;
    return;
  end if;
  return query
  select p.id, d.number * 2 + l.is_simulated::int, p.published_at, l.captured_at, l.views, l.likes, l.comments,
    coalesce(l.saves, l.shares)
  from public.posts as p
  join public.post_latest as l on l.post_id = p.id
  join public.metric_definitions as d on d.id = l.definition
  where p.workspace_id = workspace and l.workspace_id = workspace
    and p.published_at between as_of - make_interval(days => days) and as_of
    and (p.media_kind in ('reel', 'short') or p.platform = 'tiktok' and p.media_kind = 'video')
    and coalesce(l.recorded_at, l.captured_at) <= as_of
  union all
  -- Measured again since: what stood then.
  select p.id, d.number * 2 + m.is_simulated::int, p.published_at, m.captured_at, m.views, m.likes, m.comments,
    coalesce(m.saves, m.shares)
  from public.posts as p
  join public.post_latest as l on l.post_id = p.id
  cross join lateral (
    select s.* from public.post_metrics as s
    where s.workspace_id = workspace and s.post_id = p.id and s.bucket_at > as_of - make_interval(days => days + 1)
      and coalesce(s.recorded_at, s.captured_at) <= as_of
      and s.source in (select h.source from public.metric_sources as h where h.is_headline)
    order by s.captured_at desc, s.bucket_at desc, s.source limit 1) as m
  join public.metric_definitions as d on d.id = m.definition
  where p.workspace_id = workspace and l.workspace_id = workspace
    and p.published_at between as_of - make_interval(days => days) and as_of
    and (p.media_kind in ('reel', 'short') or p.platform = 'tiktok' and p.media_kind = 'video')
    and coalesce(l.recorded_at, l.captured_at) > as_of;
end
$$;
comment on function private.newest_snapshots is
  'The short videos published in the days up to a moment, each as it was last measured by then. Only numbers of one part are compared: one definition, simulated or not. Workspace null: the samples.';

-- The formulas. Ties share the highest rank of their group; the score is made of
-- the rounded percentiles. A rate that misses its likes or comments is a lower
-- bound: it is shown, and not ranked. `offset 0` keeps the planner from writing
-- each expression into the next one, where it would be computed many times.
create function private.score_reels(workspace uuid, days int, as_of timestamptz)
returns table (
  post_id bigint, part int, n int, engagement_n int, views bigint, views_per_hour double precision,
  engagement_rate double precision, is_whole boolean, views_percentile double precision, velocity_percentile double precision,
  engagement_percentile double precision, score double precision, outlier_factor double precision, part_median double precision,
  baseline_hours int, baseline_own bigint, baseline_views double precision, baseline_low bigint, baseline_high bigint,
  baseline_n int, is_iqr_outlier boolean)
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
set enable_mergejoin = off
rows 5000
as $$
begin
  return query
  with fact as materialized (
    select s.post_id, s.part, s.views,
      -- By whole microseconds: days and the rest, added as seconds, may be off in the last bit.
      s.views / greatest(round(date_part('epoch', s.captured_at - s.published_at) * 1e6) / 1e6 / 3600, 1 / 60::double precision) as per_hour,
      case when s.views = 0 then 0 else (coalesce(s.likes, 0) + coalesce(s.comments, 0) + coalesce(s.shares_or_saves, 0))
        / s.views::double precision end as rate,
      s.likes is not null and s.comments is not null as whole
    from private.newest_snapshots(workspace, days, as_of) as s
    where s.views is not null
  ), size as (
    select q.part, q.n, q.whole_n, quartiles[2] as middle, quartiles[3] + 1.5 * (quartiles[3] - quartiles[1]) as fence
    from (
      select f.part, count(*)::int as n, count(*) filter (where whole)::int as whole_n,
        percentile_cont(array[0.25, 0.5, 0.75]) within group (order by f.views) as quartiles
      from fact as f group by f.part) as q
  ), ranked as (
    select f.*,
      rank() over (partition by f.part order by f.views desc) as views_rank,
      rank() over (partition by f.part order by per_hour desc) as per_hour_rank,
      rank() over (partition by f.part order by case when whole then rate end desc nulls last) as rate_rank
    from fact as f
  ), placed as (
    select r.post_id, r.part, size.n, whole_n, r.views, per_hour, rate, whole, middle, fence,
      case when size.n = 1 then 100 else (size.n - views_rank)::double precision / (size.n - 1) * 100 end as v,
      case when size.n = 1 then 100 else (size.n - per_hour_rank)::double precision / (size.n - 1) * 100 end as h,
      case when not whole then null when whole_n = 1 then 100
        else (whole_n - rate_rank)::double precision / (whole_n - 1) * 100 end as e
    from ranked as r join size on size.part = r.part
    offset 0
  ), rounded as (
    -- By hand where no half is near: a call a number takes longer than all the rest.
    select p.*,
      case when abs(v * 100 - floor(v * 100) - 0.5) < 1e-6 then private.round_half_even(v, 2) else floor(v * 100 + 0.5) / 100 end as v2,
      case when abs(h * 100 - floor(h * 100) - 0.5) < 1e-6 then private.round_half_even(h, 2) else floor(h * 100 + 0.5) / 100 end as h2,
      case when abs(e * 100 - floor(e * 100) - 0.5) < 1e-6 then private.round_half_even(e, 2) else floor(e * 100 + 0.5) / 100 end as e2
    from placed as p
    offset 0
  ), weighed as (
    select r.*, 0.45::double precision * e2 + 0.40::double precision * h2 + 0.15::double precision * v2 as s from rounded as r
    offset 0
  ), baseline as materialized (
    select * from private.author_baselines(workspace, as_of)
  )
  select c.post_id, c.part, c.n, c.whole_n, c.views, c.per_hour, c.rate, c.whole, c.v2, c.h2, c.e2,
    case when abs(s * 100 - floor(s * 100) - 0.5) < 1e-6 then private.round_half_even(s, 2) else floor(s * 100 + 0.5) / 100 end,
    coalesce(b.views / nullif(b.median, 0), c.views / nullif(middle, 0)), middle,
    b.hours, b.views, b.median, b.low, b.high, b.others,
    c.views > fence
  from weighed as c left join baseline as b on b.post_id = c.post_id and b.part = c.part and b.median > 0;
end
$$;
comment on function private.score_reels is
  'Every short video of a cohort that has views, with percentiles (0 to 100, 2 decimals) among those of one platform, definition and kind of origin (part), and its score: 0.45 engagement + 0.40 velocity + 0.15 views. n and engagement_n: how many were ranked. outlier_factor: views at baseline_hours of age over baseline_views, the median of baseline_n other posts of the author; without a baseline, views over part_median.';

-- How far the median of a sample may lie from the true one: between the l-th
-- value and the l-th from the top with 95 % confidence, by the binomial distribution.
create function private.median_rank(n int) returns int
language plpgsql immutable strict
set search_path = ''
as $$
declare
  chance double precision;
  below double precision := 0;
  place int := 0;
begin
  if n > 1000 then
    return greatest(1, floor((n - 1.96 * sqrt(n::double precision)) / 2)::int);
  end if;
  chance := 0.5::double precision ^ n;
  while below + chance <= 0.025 loop
    below := below + chance;
    place := place + 1;
    chance := chance * (n - place + 1) / place;
  end loop;
  return greatest(1, place);
end
$$;
comment on function private.median_rank is
  'The place l such that the l-th lowest and the l-th highest of n values enclose their true median in 95 % of samples. With 5 values it is their whole range, and 94 %.';

-- Leave-one-out: the median of an author's other posts, from one sorted array an
-- author and age, in which the post's own place is skipped.
create function private.author_baselines(workspace uuid, as_of timestamptz)
returns table (post_id bigint, part int, hours int, views bigint, median double precision, low bigint, high bigint, others int)
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
set enable_nestloop = off
rows 5000
as $$
declare
  -- Ages that a later measurement told otherwise, or at all: of them what was known then.
  retold constant bigint[] := array(
    select distinct a.post_id from public.post_ages as a join public.posts as p on p.id = a.post_id
    where a.workspace_id = workspace and a.known_at > as_of
      and p.published_at between as_of - interval '90 days' and as_of + interval '3 minutes' - make_interval(hours => a.hours));
begin
  return query
  with age as (
    select a.post_id, a.definition, a.is_simulated, a.hours, a.views from public.post_ages as a
    where a.workspace_id = workspace and a.known_at <= as_of
    union all
    select t.post_id, t.definition, t.is_simulated, t.hours, t.views from private.ages_of(workspace, retold, as_of) as t
    where exists (
      select from public.post_ages as a
      where a.workspace_id = workspace and a.known_at > as_of
        and a.post_id = t.post_id and a.definition = t.definition and a.is_simulated = t.is_simulated and a.hours = t.hours)
  ), placed as materialized (
    select p.platform, coalesce(p.author_handle, p.author_name) as author, a.definition, a.is_simulated, a.hours, a.post_id,
      a.views, row_number() over (
        partition by p.platform, coalesce(p.author_handle, p.author_name), a.definition, a.is_simulated, a.hours
        order by a.views, a.post_id)::int as place
    from age as a
    join public.posts as p on p.id = a.post_id
    where p.workspace_id = workspace and p.published_at between as_of - interval '90 days' and as_of
      and (p.media_kind in ('reel', 'short') or p.platform = 'tiktok' and p.media_kind = 'video')
      and coalesce(p.author_handle, p.author_name) is not null
  ), shelf as (
    select p.platform, p.author, p.definition, p.is_simulated, p.hours, array_agg(p.views order by p.place) as sorted, count(*)::int - 1 as others,
      private.median_rank(count(*)::int - 1) as edge
    from placed as p group by p.platform, p.author, p.definition, p.is_simulated, p.hours having count(*) > 5
  ), oldest as materialized (
    -- The oldest age it has views at, also when too few others were as old: no younger one speaks for it.
    select p.* from placed as p
    join (select age.post_id, age.definition, age.is_simulated, max(age.hours) as hours from age group by 1, 2, 3) as o
      on o.post_id = p.post_id and o.definition = p.definition and o.is_simulated = p.is_simulated and o.hours = p.hours
  )
  select p.post_id, d.number * 2 + p.is_simulated::int, p.hours, p.views,
    (sorted[(s.others + 1) / 2 + ((s.others + 1) / 2 >= place)::int]
      + sorted[(s.others + 2) / 2 + ((s.others + 2) / 2 >= place)::int]) / 2::double precision,
    sorted[edge + (edge >= place)::int],
    sorted[s.others + 1 - edge + (s.others + 1 - edge >= place)::int],
    s.others
  from oldest as p
  join shelf as s on s.platform = p.platform and s.author = p.author and s.definition = p.definition
    and s.is_simulated = p.is_simulated and s.hours = p.hours
  join public.metric_definitions as d on d.id = p.definition;
end
$$;
comment on function private.author_baselines is
  'For each short video of 90 days and each definition, at the oldest age it has views at: these views, and the median of its author''s other short videos (published in 90 days, at least five) at that age and under that definition, with its 95 % interval.';
