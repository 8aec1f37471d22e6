-- Scoring from the kept facts. Each number's rank is its place in a sorted array,
-- found by halving: sorting numbers alone is cheaper than ranking rows.

-- Which side of its half a binary value of usual size lies on is told by products
-- without error: the value is split in two, of 26 bits each. Decimals take longer.
create or replace function private.round_half_even(value double precision, digits int) returns double precision
language plpgsql immutable strict
set search_path = ''
as $$
declare
  scale constant double precision := 10 ^ digits;
  size constant double precision := abs(value);
  scaled constant double precision := size * scale;
  below constant double precision := floor(scaled);
  upper double precision;
  beyond double precision;
  bits bigint;
  shift int;
  exact numeric;
  lower numeric;
begin
  if scaled > 9e15 then
    return value;
  elsif abs(scaled - below - 0.5) > greatest(1e-6, scaled * 1e-15) then
    return floor(value * scale + 0.5) / scale;
  elsif scaled < 1e9 then
    upper := size * 134217729 - (size * 134217729 - size);
    beyond := (upper * (2 * scale) - (2 * below + 1)) + (size - upper) * (2 * scale);
    return sign(value) * (below + (beyond > 0 or beyond = 0 and mod(below::bigint, 2) = 1)::int) / scale;
  end if;
  bits := ('x' || encode(float8send(size), 'hex'))::bit(64)::bigint;
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
comment on function private.round_half_even is 'Rounds a binary fraction exactly as it is, halves to the even digit. For values between 1e-9 and 9e13, up to 4 digits.';

create function private.reels_at(workspace uuid, days int, as_of timestamptz) returns setof private.reel_facts
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
rows 5000
as $$
declare
  -- Once: in the query it would be worked out for each row.
  since constant timestamptz := as_of - make_interval(days => days);
begin
  return query
  select f.* from private.reel_facts as f
  where f.workspace_id = workspace and f.published_at between since and as_of and f.known_at <= as_of
  union all
  select m.post_id, m.workspace_id, d.number * 2 + m.is_simulated::int, m.published_at, m.known_at, m.author, m.views,
    -- As in private.measured_reels.
    m.views / greatest(round(date_part('epoch', m.captured_at - m.published_at) * 1e6) / 1e6 / 3600, 1 / 60::double precision),
    case when m.views = 0 then 0 else (coalesce(m.likes, 0) + coalesce(m.comments, 0) + coalesce(m.shares_or_saves, 0))
      / m.views::double precision end,
    m.likes is not null and m.comments is not null
  from (
    -- Measured again since: what stood then.
    select f.post_id, f.workspace_id, f.published_at, f.author, older.*
    from private.reel_facts as f
    cross join lateral (
      select s.definition, s.is_simulated, s.captured_at, coalesce(s.recorded_at, s.captured_at) as known_at, s.views, s.likes,
        s.comments, coalesce(s.saves, s.shares) as shares_or_saves
      from public.post_metrics as s
      where s.workspace_id = workspace and s.post_id = f.post_id and s.bucket_at > since - interval '1 day'
        and coalesce(s.recorded_at, s.captured_at) <= as_of
        and s.source in (select h.source from public.metric_sources as h where h.is_headline)
      order by s.captured_at desc, s.bucket_at desc, s.source limit 1) as older
    where f.workspace_id = workspace and f.published_at between since and as_of and f.known_at > as_of
    union all
    select s.id, null, s.published_at, s.author_handle, s.definition, true, s.captured_at, s.captured_at, s.views, s.likes,
      s.comments, s.shares
    from public.sample_reels as s where workspace is null and s.published_at between since and as_of
  ) as m
  join public.metric_definitions as d on d.id = m.definition;
end
$$;
comment on function private.reels_at is
  'The facts of the short videos published in the days up to a moment, each as it was last measured by then. Workspace null: the samples.';

-- Leave-one-out: the median of an author's other posts, from one sorted array an
-- author and age, in which the post's own place is skipped.
create or replace function private.author_baselines(workspace uuid, as_of timestamptz)
returns table (post_id bigint, part int, hours int, views bigint, median double precision, low bigint, high bigint, others int)
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
set enable_nestloop = off
rows 100
as $$
declare
  since constant timestamptz := as_of - interval '90 days';
  -- Ages that a later measurement told otherwise, or at all: of them what was known then.
  retold bigint[];
begin
  if exists (select from public.post_ages as a where a.workspace_id = workspace and a.known_at > as_of) then
    retold := array(
      select distinct a.post_id from public.post_ages as a join private.reel_facts as f on f.post_id = a.post_id
      where a.workspace_id = workspace and a.known_at > as_of
        and f.published_at between since and as_of + interval '3 minutes' - make_interval(hours => a.hours));
  end if;
  return query
  with age as (
    select a.post_id, a.definition, a.is_simulated, a.hours, a.views from public.post_ages as a
    where a.workspace_id = workspace and a.known_at <= as_of
    union all
    select t.post_id, t.definition, t.is_simulated, t.hours, t.views from private.ages_of(workspace, retold, as_of) as t
    where retold is not null and exists (
      select from public.post_ages as a
      where a.workspace_id = workspace and a.known_at > as_of
        and a.post_id = t.post_id and a.definition = t.definition and a.is_simulated = t.is_simulated and a.hours = t.hours)
  ), known as materialized (
    select f.author, a.definition, a.is_simulated, a.hours, a.post_id, a.views
    from age as a join private.reel_facts as f on f.post_id = a.post_id
    where f.workspace_id = workspace and f.published_at between since and as_of and f.author is not null
  ), many as (
    -- Counted before anything is sorted: most ages have too few of an author. A definition belongs to one platform.
    select k.author, k.definition, k.is_simulated, k.hours from known as k group by 1, 2, 3, 4 having count(*) > 5
  ), placed as materialized (
    select k.*, row_number() over (
      partition by k.author, k.definition, k.is_simulated, k.hours order by k.views, k.post_id)::int as place
    from known as k
    join many as m on m.author = k.author and m.definition = k.definition and m.is_simulated = k.is_simulated and m.hours = k.hours
  ), shelf as (
    select p.author, p.definition, p.is_simulated, p.hours, array_agg(p.views order by p.place) as sorted,
      count(*)::int - 1 as others, private.median_rank(count(*)::int - 1) as edge
    from placed as p group by 1, 2, 3, 4
  ), oldest as (
    -- The oldest age it has views at, also when too few others were as old: no younger one speaks for it.
    select k.post_id, k.definition, k.is_simulated, max(k.hours) as hours from known as k group by 1, 2, 3
  ), compared as materialized (
    -- Step by step: how many rows each join leaves cannot be foreseen, and one in the wrong order leaves millions.
    select p.* from placed as p
    join oldest as o on o.post_id = p.post_id and o.definition = p.definition and o.is_simulated = p.is_simulated and o.hours = p.hours
  )
  select c.post_id, (select d.number * 2 from public.metric_definitions as d where d.id = c.definition) + c.is_simulated::int,
    c.hours, c.views,
    (sorted[(s.others + 1) / 2 + ((s.others + 1) / 2 >= place)::int]
      + sorted[(s.others + 2) / 2 + ((s.others + 2) / 2 >= place)::int]) / 2::double precision,
    sorted[edge + (edge >= place)::int],
    sorted[s.others + 1 - edge + (s.others + 1 - edge >= place)::int],
    s.others
  from compared as c
  join shelf as s on s.author = c.author and s.definition = c.definition and s.is_simulated = c.is_simulated and s.hours = c.hours;
end
$$;

-- The formulas. Ties share the highest rank of their group; the score is made of
-- the rounded percentiles. A rate that misses its likes or comments is a lower
-- bound: it is shown, and not ranked. `offset 0` keeps the planner from writing
-- each expression into the next one, where it would be computed many times.
create or replace function private.score_reels(workspace uuid, days int, as_of timestamptz)
returns table (
  post_id bigint, part int, n int, engagement_n int, views bigint, views_per_hour double precision,
  engagement_rate double precision, is_whole boolean, views_percentile double precision, velocity_percentile double precision,
  engagement_percentile double precision, score double precision, outlier_factor double precision, part_median double precision,
  baseline_hours int, baseline_own bigint, baseline_views double precision, baseline_low bigint, baseline_high bigint,
  baseline_n int, is_iqr_outlier boolean)
language plpgsql stable
set search_path = ''
set enable_mergejoin = off
set work_mem = '32MB'
rows 5000
as $$
declare
  -- Where nothing was recorded since, the facts are those of the moment, and read where they stand.
  is_newest constant boolean := as_of >= (
    select coalesce(l.recorded_at, l.captured_at) from public.post_latest as l where l.workspace_id = workspace
    order by coalesce(l.recorded_at, l.captured_at) desc limit 1) is true;
begin
  return query execute format($sql$
    with fact as materialized (
      select f.post_id, f.part, f.views, f.views_per_hour, f.engagement_rate, f.is_whole from %s as f where f.views is not null
    ), part as materialized (
      select size.part, size.n, size.whole_n, by_views.sorted as views, by_speed.sorted as speeds, by_rate.sorted as rates,
        quartiles[2] as middle, quartiles[3] + 1.5 * (quartiles[3] - quartiles[1]) as fence
      from (
        select f.part, count(*)::int as n, count(*) filter (where f.is_whole)::int as whole_n from fact as f group by f.part) as size
      cross join lateral (select array_agg(f.views order by f.views) as sorted from fact as f where f.part = size.part) as by_views
      cross join lateral (
        select array_agg(f.views_per_hour order by f.views_per_hour) as sorted from fact as f where f.part = size.part) as by_speed
      cross join lateral (
        select array_agg(f.engagement_rate order by f.engagement_rate) as sorted
        from fact as f where f.part = size.part and f.is_whole) as by_rate
      cross join lateral (
        select array_agg(low + (place - floor(place)) * (high - low) order by place) as quartiles
        from unnest('{0.25, 0.5, 0.75}'::double precision[]) as share
        cross join lateral (select share * (size.n - 1) as place) as at
        cross join lateral (
          select by_views.sorted[floor(place)::int + 1]::double precision as low,
            by_views.sorted[ceil(place)::int + 1]::double precision as high) as around) as spread
    ), placed as (
      select f.post_id, f.part, f.views, f.views_per_hour, f.engagement_rate, f.is_whole, p.n, p.whole_n, p.middle, p.fence,
        case when p.n = 1 then 100 else (width_bucket(f.views, p.views) - 1)::double precision / (p.n - 1) * 100 end as v,
        case when p.n = 1 then 100 else (width_bucket(f.views_per_hour, p.speeds) - 1)::double precision / (p.n - 1) * 100 end as h,
        case when not f.is_whole then null when p.whole_n = 1 then 100
          else (width_bucket(f.engagement_rate, p.rates) - 1)::double precision / (p.whole_n - 1) * 100 end as e
      -- Part by part, in this order: its long arrays are then read once, and not again for each row.
      from part as p cross join lateral (select fact.* from fact where fact.part = p.part offset 0) as f
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
      select * from private.author_baselines($1, $3) as b where b.median > 0
    )
    select c.post_id, c.part, c.n, c.whole_n, c.views, c.views_per_hour, c.engagement_rate, c.is_whole, c.v2, c.h2, c.e2,
      case when abs(s * 100 - floor(s * 100) - 0.5) < 1e-6 then private.round_half_even(s, 2) else floor(s * 100 + 0.5) / 100 end,
      coalesce(b.views / b.median, c.views / nullif(c.middle, 0)), c.middle,
      b.hours, b.views, b.median, b.low, b.high, b.others,
      c.views > c.fence
    from weighed as c left join baseline as b on b.post_id = c.post_id and b.part = c.part
  $sql$,
  case when is_newest then
    '(select * from private.reel_facts as k where k.workspace_id = $1 and k.published_at between $4 and $3)'
  else 'private.reels_at($1, $2, $3)' end)
  using workspace, days, as_of, as_of - make_interval(days => days);
end
$$;
drop function private.newest_snapshots;
