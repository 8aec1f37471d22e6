-- Reading scored cohorts. The newest one of a workspace and window is kept until
-- newer numbers come, so that fifty callers cost one scoring; an older moment is
-- computed from the snapshots again. The functions are definers because that
-- store is nobody's to read or write directly: private.may_read_reels stands first in each.
create unlogged table private.cohorts (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  days int not null,
  as_of timestamptz not null,
  filled_at timestamptz not null,
  fill_ms int not null,
  summary json not null,
  primary key (workspace_id, days)
);
comment on table private.cohorts is 'Which cohort of each workspace and window is kept scored. Derived: it may vanish at any time.';
comment on column private.cohorts.as_of is 'When the newest number in it was recorded: the end of its window.';
comment on column private.cohorts.summary is 'private.reel_summary of the whole cohort, with the usual smallest number to rank.';
create unlogged table private.cohort_scores (
  workspace_id uuid not null,
  days int not null,
  post_id bigint not null,
  part int not null,
  n int not null,
  engagement_n int not null,
  views bigint not null,
  views_per_hour double precision not null,
  engagement_rate double precision not null,
  is_whole boolean not null,
  views_percentile double precision,
  velocity_percentile double precision,
  engagement_percentile double precision,
  score double precision,
  outlier_factor double precision,
  part_median double precision not null,
  baseline_hours int,
  baseline_own bigint,
  baseline_views double precision,
  baseline_low bigint,
  baseline_high bigint,
  baseline_n int,
  is_iqr_outlier boolean,
  primary key (workspace_id, days, post_id)
);
comment on table private.cohort_scores is 'The rows of private.scores_of for each kept cohort, with the usual smallest number to rank.';
create index cohort_scores_best_idx on private.cohort_scores (workspace_id, days, score desc nulls last, post_id desc);
alter table private.cohorts enable row level security;
alter table private.cohort_scores enable row level security;

create function private.drop_cohort_scores() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  delete from private.cohort_scores where workspace_id = old.workspace_id and days = old.days;
  return null;
end
$$;
comment on function private.drop_cohort_scores is
  'Definer: who deletes a workspace may not touch scores. A foreign key would be checked for each of many rows.';
create trigger drop_cohort_scores after delete on private.cohorts
  for each row execute function private.drop_cohort_scores();

create function private.drop_cohorts() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  delete from private.cohorts where workspace_id in (select o.workspace_id from old_rows as o);
  return null;
end
$$;
comment on function private.drop_cohorts is
  'Definer: who removes numbers may not touch cohorts. What is removed (YouTube''s after 30 days, an account''s, a run''s that is derived again) lives on in no kept cohort.';
create trigger drop_cohorts after delete on public.post_metrics
  referencing old table as old_rows for each statement execute function private.drop_cohorts();
create trigger drop_cohorts after delete on public.post_latest
  referencing old table as old_rows for each statement execute function private.drop_cohorts();

create function private.may_read_reels(workspace uuid) returns void
language plpgsql stable
set search_path = ''
as $$
begin
  if workspace is null then
    if auth.uid() is null then
      perform private.fail(401, 'Sign in first.');
    end if;
  else
    perform private.require_role(workspace, 'viewer');
  end if;
end
$$;
comment on function private.may_read_reels is 'Raises 404 for strangers. Workspace null means the samples, for everybody signed in.';

-- A transaction that is still under way may have begun before what we read, and
-- end after it: numbers it brings are of then. Nothing takes longer than a minute.
create function private.settled_until() returns timestamptz
language sql volatile
set search_path = ''
as $$
  select greatest(clock_timestamp() - interval '1 minute', least(clock_timestamp(), min(xact_start)))
  from pg_catalog.pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
$$;
comment on function private.settled_until is 'Up to when nothing can be recorded any more.';

create function private.scores_of(workspace uuid, days int, as_of timestamptz, is_kept boolean, smallest int) returns text
language sql immutable
set search_path = ''
as $$
  select case when is_kept then format($sql$
    select post_id, part, n, engagement_n, views, views_per_hour, engagement_rate, is_whole, views_percentile,
      velocity_percentile, engagement_percentile, score, outlier_factor, part_median, baseline_hours, baseline_own,
      baseline_views, baseline_low, baseline_high, baseline_n, is_iqr_outlier
    from private.cohort_scores where workspace_id = %L and days = %s$sql$, workspace, days)
  else format($sql$
    select post_id, part, n, engagement_n, views, views_per_hour, engagement_rate, is_whole,
      case when n >= %1$s then views_percentile end as views_percentile,
      case when n >= %1$s then velocity_percentile end as velocity_percentile,
      case when engagement_n >= %1$s then engagement_percentile end as engagement_percentile,
      case when n >= %1$s and engagement_n >= %1$s then score end as score,
      case when baseline_n is not null or n >= %1$s then outlier_factor end as outlier_factor,
      part_median, baseline_hours, baseline_own, baseline_views, baseline_low, baseline_high, baseline_n,
      case when n >= %1$s then is_iqr_outlier end as is_iqr_outlier
    from private.score_reels(%2$L, %3$s, %4$L)$sql$, smallest, workspace, days, as_of) end
$$;
comment on function private.scores_of is
  'The scores of a cohort as a query; ranks and scores are null where fewer than smallest were compared. Kept ones are so for the usual smallest alone.';

create function private.fewest_ranked() returns int
language sql immutable
set search_path = ''
as $$ select 20 $$;
comment on function private.fewest_ranked is 'How many must be compared before a rank says something.';

create function private.reel_summary(scores text, filter jsonb) returns json
language plpgsql stable
set search_path = ''
as $$
declare
  summary json;
begin
  execute format($sql$
    with shown as materialized (%s)
    select json_build_object('summary', (
        select json_build_object('total', count(*), 'ranked', count(score), 'breakouts', count(*) filter (where score >= 95),
          'in_zone', count(*) filter (where velocity_percentile >= 80 and engagement_percentile >= 70),
          'outliers', count(*) filter (where outlier_factor >= 3), 'factors', count(outlier_factor),
          'rates', count(*) filter (where is_whole), 'total_views', sum(views)::text,
          'median_engagement_rate', round((percentile_cont(0.5) within group (order by engagement_rate) filter (where is_whole))::numeric, 6),
          'mean_engagement_rate', round((avg(engagement_rate) filter (where is_whole))::numeric, 6),
          'median_views_per_hour', round((percentile_cont(0.5) within group (order by views_per_hour))::numeric, 2),
          'median_outlier_factor', round((percentile_cont(0.5) within group (order by outlier_factor))::numeric, 2))
        from shown),
      'parts', (
        select coalesce(json_agg(json_build_object('platform', d.platform, 'definition', d.id, 'is_simulated', part %% 2 = 1,
          'n', n, 'engagement_n', engagement_n, 'shown', listed, 'median_views', part_median, 'mean_views_per_hour', per_hour)
          order by n desc, d.id), '[]')
        from (select part, n, engagement_n, part_median, round(avg(views_per_hour)::numeric, 2) as per_hour, count(*) as listed
          from shown group by part, n, engagement_n, part_median) as g
        join public.metric_definitions as d on d.number = part / 2))
  $sql$, scores) into summary using filter, private.like_pattern(filter ->> 'search');
  return summary;
end
$$;
comment on function private.reel_summary is 'What a query of scores comes to: {summary, parts}; parts are the numbers that were compared with each other.';

create function private.open_cohort(workspace uuid, days int, asked timestamptz, out as_of timestamptz, out is_kept boolean)
language plpgsql security definer
set search_path = ''
as $$
declare
  kept private.cohorts;
  newest timestamptz;
  settled timestamptz;
  started timestamptz;
begin
  -- Each window of a workspace is kept: there are three.
  if days is null or days not in (7, 30, 90) then
    perform private.fail(422, 'days: expected 7, 30 or 90.');
  end if;
  is_kept := false;
  if workspace is null then
    as_of := (select max(s.captured_at) from public.sample_reels as s);
    return;
  end if;
  select * into kept from private.cohorts as c where c.workspace_id = workspace and c.days = open_cohort.days;
  if asked is not null then
    settled := private.settled_until();
    if asked > settled then
      perform private.fail(422, 'cohort: its end lies in the future. Leave it out for the newest one.');
    end if;
    as_of := asked;
    is_kept := kept.as_of = asked is true;
    return;
  end if;
  newest := (select max(coalesce(l.recorded_at, l.captured_at)) from public.post_latest as l where l.workspace_id = workspace);
  if newest is null then
    as_of := least(date_trunc('minute', now()), private.settled_until());
    return;
  end if;
  -- While numbers keep coming, what took long to score a moment ago will do: at most a twentieth of the time goes into that.
  if kept.as_of >= newest or kept.fill_ms > 200
    and kept.filled_at > clock_timestamp() - least(interval '1 minute', kept.fill_ms * interval '20 ms')
  then
    as_of := kept.as_of;
    is_kept := true;
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('cohort ' || workspace || days, 0));
  select * into kept from private.cohorts as c where c.workspace_id = workspace and c.days = open_cohort.days;
  settled := private.settled_until();
  newest := (
    select max(coalesce(l.recorded_at, l.captured_at)) from public.post_latest as l
    where l.workspace_id = workspace and coalesce(l.recorded_at, l.captured_at) <= settled);
  as_of := coalesce(newest, settled);
  is_kept := true;
  if kept.as_of >= as_of then
    as_of := kept.as_of;
    return;
  end if;
  started := clock_timestamp();
  -- The cohort before its scores, as drop_cohorts takes them: neither waits for the other in a ring.
  perform from private.cohorts as c where c.workspace_id = workspace and c.days = open_cohort.days for update;
  delete from private.cohort_scores as s where s.workspace_id = workspace and s.days = open_cohort.days;
  execute format('insert into private.cohort_scores select %L, %s, s.* from (%s) as s', workspace, open_cohort.days,
    private.scores_of(workspace, open_cohort.days, as_of, false, private.fewest_ranked()));
  insert into private.cohorts as c (workspace_id, days, as_of, filled_at, fill_ms, summary)
  select workspace, open_cohort.days, open_cohort.as_of, clock_timestamp(),
    ceil(date_part('epoch', clock_timestamp() - started) * 1000), whole.summary
  from private.reel_summary(private.scores_of(workspace, open_cohort.days, as_of, true, private.fewest_ranked()), '{}') as whole (summary)
  on conflict on constraint cohorts_pkey do update set
    as_of = excluded.as_of, filled_at = excluded.filled_at, fill_ms = excluded.fill_ms, summary = excluded.summary;
end
$$;
comment on function private.open_cohort is
  'Definer: it writes the kept scores. The moment a cohort stands at, and whether its scores are kept; newer numbers are scored first. asked: an earlier moment.';

create function private.is_still_kept(workspace uuid, days int, as_of timestamptz) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (select from private.cohorts as c
    where c.workspace_id = workspace and c.days = is_still_kept.days and c.as_of = is_still_kept.as_of)
$$;
comment on function private.is_still_kept is
  'To ask after reading kept scores: another caller may have put those of a newer moment in their place meanwhile.';

create function private.described_reels(workspace uuid) returns text
language sql immutable
set search_path = ''
as $$
  select case when workspace is null then
    $sql$select id, platform, external_id, author, title, caption, url, published_at, thumbnail_url, media_kind, duration_seconds
      from (select s.id, s.platform, null::text as external_id, s.author_handle as author, s.title, s.caption, null::text as url,
        s.published_at, null::text as thumbnail_url, 'reel'::public.media_kind as media_kind, null::numeric as duration_seconds
        from public.sample_reels as s) as sample$sql$
    else format(
    $sql$select id, platform, external_id, coalesce(author_handle, author_name) as author, title, caption, url, published_at,
      thumbnail_url, media_kind, duration_seconds from public.posts where workspace_id = %L$sql$, workspace) end
$$;
comment on function private.described_reels is 'Who made each post of a workspace (null: of the samples) and what it says, as a query.';

create function private.reel_conditions(filter jsonb) returns text
language sql immutable
set search_path = ''
as $$
  select coalesce(nullif(concat_ws(' and ',
    case when filter ? 'post' then 's.post_id = ($1 ->> ''post'')::bigint' end,
    case when filter ? 'platform' then 'p.platform = ($1 ->> ''platform'')::public.platform' end,
    case when filter ? 'author' then 'p.author = $1 ->> ''author''' end,
    case when filter ? 'hashtag' then
      '(p.caption ~* (''#'' || ($1 ->> ''hashtag'') || ''(?![[:alnum:]_])'') or p.title ~* (''#'' || ($1 ->> ''hashtag'') || ''(?![[:alnum:]_])''))' end,
    case when filter ? 'min_views' then 's.views >= ($1 ->> ''min_views'')::bigint' end,
    case when (filter ->> 'outliers_only')::boolean then 's.outlier_factor >= 3' end,
    case when filter ? 'search' then '(p.title ilike $2 or p.caption ilike $2 or p.author ilike $2 or p.url ilike $2)' end), ''), 'true')
$$;
comment on function private.reel_conditions is 'Fixed pieces of SQL over scores s and descriptions p; what people type arrives as parameters.';

create function private.filtered_reels(workspace uuid, days int, as_of timestamptz, is_kept boolean, smallest int, filter jsonb, needs_text boolean)
returns text
language sql immutable
set search_path = ''
as $$
  select format('select s.* %s from (%s) as s %s where %s',
    case when needs_text then ', p.platform, p.author, p.published_at' else '' end,
    private.scores_of(workspace, days, as_of, is_kept, smallest),
    case when needs_text or filter ?| '{platform,author,hashtag,search}'
      then format('join (%s) as p on p.id = s.post_id', private.described_reels(workspace)) else '' end,
    private.reel_conditions(filter))
$$;
comment on function private.filtered_reels is 'The scores that a filter leaves, as a query; with needs_text joined to platform, author and publish time.';

-- The items of a page, each with what was measured, what the measurement before
-- said, and what it was compared with.
create function private.reel_items(workspace uuid, as_of timestamptz, scores jsonb) returns json
language plpgsql stable
set search_path = ''
as $$
declare
  items json;
begin
  execute format($sql$
    select coalesce(json_agg(json_build_object(
      'post_id', s.post_id, 'reel_id', coalesce(p.external_id, 'sample-' || s.post_id), 'reel_url', p.url, 'platform', p.platform,
      'author', p.author, 'title', p.title, 'caption', p.caption, 'thumbnail_url', p.thumbnail_url, 'media_kind', p.media_kind,
      'duration_seconds', p.duration_seconds, 'publish_time', p.published_at, 'latest_scraped_at', m.captured_at,
      'views', s.views::text, 'likes', m.likes::text, 'comments', m.comments::text, 'shares_or_saves', m.shares_or_saves::text,
      'absent', m.absent, 'source', m.source, 'source_name', coalesce(o.name, 'Sample data'), 'definition', m.definition,
      'is_simulated', m.is_simulated,
      'hours_since_publish', private.round_half_even(greatest(round(date_part('epoch', m.captured_at - p.published_at) * 1e6) / 1e6 / 3600, 1 / 60::double precision), 2),
      'views_per_hour', private.round_half_even(s.views_per_hour, 2), 'engagement_rate', private.round_half_even(s.engagement_rate, 4),
      'is_whole', s.is_whole, 'views_percentile', s.views_percentile, 'views_per_hour_percentile', s.velocity_percentile,
      'engagement_rate_percentile', s.engagement_percentile, 'performance_score', s.score, 'n', s.n, 'engagement_n', s.engagement_n,
      'outlier_factor', round(s.outlier_factor::numeric, 2), 'is_outlier', s.outlier_factor >= 3, 'is_iqr_outlier', s.is_iqr_outlier,
      'baseline', case
        when s.baseline_n is not null then json_build_object('of', 'author', 'hours', s.baseline_hours, 'own_views', s.baseline_own::text,
          'views', round(s.baseline_views::numeric, 1), 'low', s.baseline_low::text, 'high', s.baseline_high::text, 'n', s.baseline_n,
          'confidence', case when s.baseline_n = 5 then 0.9375 else 0.95 end)
        when s.outlier_factor is not null then json_build_object('of', 'platform', 'views', round(s.part_median::numeric, 1), 'n', s.n) end,
      'velocity', case when b.captured_at is not null then json_build_object('from', b.captured_at, 'to', m.captured_at,
        'hours', round((extract(epoch from m.captured_at - b.captured_at) / 3600)::numeric, 2), 'gained', (s.views - b.views)::text,
        'per_hour', case when s.views >= b.views then round((s.views - b.views) / (extract(epoch from m.captured_at - b.captured_at) / 3600)::numeric, 2) end,
        'is_gap', m.captured_at - b.captured_at > 2 * greatest(interval '6 hours',
          coalesce(private.measure_interval(b.captured_at - p.published_at, 0), interval '30 days')) + interval '10 minutes') end,
      'status', case when s.score >= 95 then 'breakout' when s.velocity_percentile >= 80 and s.engagement_percentile >= 70 then 'zone'
        when s.outlier_factor >= 3 then 'outlier' else 'usual' end
    ) order by s.place), '[]')
    from jsonb_to_recordset($2) as s (
      place int, post_id bigint, n int, engagement_n int, views bigint, views_per_hour double precision, engagement_rate double precision,
      is_whole boolean, views_percentile double precision, velocity_percentile double precision, engagement_percentile double precision,
      score double precision, outlier_factor double precision, part_median double precision, baseline_hours int, baseline_own bigint,
      baseline_views double precision, baseline_low bigint, baseline_high bigint, baseline_n int, is_iqr_outlier boolean)
    join (%s) as p on p.id = s.post_id
    cross join lateral (%s) as m
    left join public.metric_sources as o on o.source = m.source
    left join lateral (%s) as b on true
  $sql$,
  private.described_reels(workspace),
  case when workspace is null then
    $sql$select r.captured_at, r.captured_at as bucket_at, 'sample' as source, r.definition, true as is_simulated, r.likes, r.comments,
      r.shares as shares_or_saves, jsonb_strip_nulls(jsonb_build_object('likes', case when r.likes is null then 'hidden' end)) as absent
      from public.sample_reels as r where r.id = s.post_id$sql$
  else format($sql$select e.captured_at, e.bucket_at, e.source, e.definition, e.is_simulated, e.likes, e.comments,
      coalesce(e.saves, e.shares) as shares_or_saves, e.absent from public.post_metrics as e
      where e.workspace_id = %L and e.post_id = s.post_id and e.bucket_at > p.published_at - interval '1 day'
        and coalesce(e.recorded_at, e.captured_at) <= $1
        and e.source in (select h.source from public.metric_sources as h where h.is_headline)
      order by e.captured_at desc, e.bucket_at desc, e.source limit 1$sql$, workspace) end,
  case when workspace is null then 'select null::timestamptz as captured_at, null::bigint as views where false'
  else format($sql$select e.captured_at, e.views from public.post_metrics as e
      where e.workspace_id = %L and e.post_id = s.post_id and e.source = m.source and e.definition = m.definition
        and e.bucket_at < m.bucket_at and e.bucket_at > m.bucket_at - interval '31 days' and e.captured_at < m.captured_at - interval '1 minute'
        and coalesce(e.recorded_at, e.captured_at) <= $1 and e.views is not null
      order by e.bucket_at desc limit 1$sql$, workspace) end)
  into items using as_of, scores;
  return items;
end
$$;
comment on function private.reel_items is 'Scores of a page as the API answers them, in their order.';

create function private.reel_performance(
  workspace uuid, days int, asked timestamptz, filter jsonb, sort text, descending boolean, skip int, take int, smallest int)
returns json
language plpgsql security definer
set search_path = ''
as $$
declare
  cohort record;
  sort_key constant text := '{"score": "score", "views": "views", "velocity": "views_per_hour", "er": "engagement_rate",
    "outlier": "outlier_factor", "published": "published_at", "author": "author", "platform": "platform"}'::jsonb ->> sort;
  direction constant text := case when descending then 'desc' else 'asc' end;
  filtered text;
  whole json;
  page jsonb;
begin
  perform private.may_read_reels(workspace);
  select * into cohort from private.open_cohort(workspace, days, asked);
  cohort.is_kept := cohort.is_kept and smallest = private.fewest_ranked();
  loop
    filtered := private.filtered_reels(workspace, days, cohort.as_of, cohort.is_kept, smallest, filter,
      sort in ('published', 'author', 'platform'));
    if cohort.is_kept and filter = '{}' then
      whole := (select c.summary from private.cohorts as c where c.workspace_id = workspace and c.days = reel_performance.days);
    end if;
    execute format('select jsonb_agg(to_jsonb(t)) from (
        select row_number() over (order by %1$s %2$s nulls last, post_id %2$s)::int as place, shown.* from (
         select * from (%3$s) as each order by %1$s %2$s nulls last, post_id %2$s limit $4 offset $3) as shown) as t', sort_key, direction, filtered)
    into page using filter, private.like_pattern(filter ->> 'search'), skip, take;
    whole := coalesce(whole, private.reel_summary(filtered, filter));
    exit when not cohort.is_kept or private.is_still_kept(workspace, days, cohort.as_of);
    cohort.is_kept := false;
    whole := null;
  end loop;
  return json_build_object(
    'cohort', json_build_object('days', days, 'starts_at', cohort.as_of - make_interval(days => days), 'ends_at', cohort.as_of,
      'is_sample', workspace is null, 'smallest', smallest, 'parts', whole -> 'parts'),
    'summary', whole -> 'summary',
    'items', private.reel_items(workspace, cohort.as_of, coalesce(page, '[]')));
end
$$;
comment on function private.reel_performance is 'Definer, see above: the body of public.reel_performance.';

create function private.reel_points(
  workspace uuid, days int, asked timestamptz, filter jsonb, smallest int)
returns json
language plpgsql security definer
set search_path = ''
as $$
declare
  cohort record;
  answer json;
begin
  perform private.may_read_reels(workspace);
  select * into cohort from private.open_cohort(workspace, days, asked);
  cohort.is_kept := cohort.is_kept and smallest = private.fewest_ranked();
  loop
    execute format($sql$
      with shown as materialized (%s), ranked as materialized (
        select *, count(*) over () as many from shown where score is not null
      ), apart as (
        -- What would lie within a few pixels is drawn once; nothing is left out of a small cohort.
        select distinct on (cell_x, cell_y) r.post_id from (
          select *, floor(velocity_percentile / width) as cell_x, floor(engagement_percentile / width) as cell_y
          from (select *, case when many <= 2500 then 0.01 when many <= 20000 then 1.25 else 2 end as width from ranked) as w) as r
        order by cell_x, cell_y, views desc, post_id
      ), drawn as (
        select r.* from ranked as r
        where score >= 95 or outlier_factor >= 3 and many <= 20000 or many <= 2500 or post_id in (select a.post_id from apart as a)
      )
      select json_build_object(
        'ends_at', $3::timestamptz,
        'ranked', (select count(*) from ranked), 'unranked', (select count(*) from shown where score is null),
        'sampled_out', (select count(*) from ranked) - (select count(*) from drawn),
        'in_zone', (select count(*) from ranked where velocity_percentile >= 80 and engagement_percentile >= 70),
        'breakouts', (select count(*) from ranked where score >= 95),
        'points', (select coalesce(json_agg(json_build_array(
            s.post_id, p.platform, p.author, left(coalesce(p.title, p.caption), 60), p.url, s.views::text,
            private.round_half_even(s.views_per_hour, 2), private.round_half_even(s.engagement_rate, 4), s.velocity_percentile,
            s.engagement_percentile, s.score, round(s.outlier_factor::numeric, 2), m.captured_at, m.source_name, s.part %% 2 = 1)
            order by s.score desc, s.post_id), '[]')
          from drawn as s join (%s) as p on p.id = s.post_id join lateral (%s) as m on true))
    $sql$,
    private.filtered_reels(workspace, days, cohort.as_of, cohort.is_kept, smallest, filter, false),
    private.described_reels(workspace),
    case when workspace is null then
      $sql$select r.captured_at, 'Sample data' as source_name from public.sample_reels as r where r.id = s.post_id$sql$
    else format($sql$select l.captured_at, o.name as source_name from public.post_latest as l
        join public.metric_sources as o on o.source = l.source where l.post_id = s.post_id and coalesce(l.recorded_at, l.captured_at) <= $3
      union all
      select * from (select e.captured_at, o.name from public.post_latest as l
        join public.post_metrics as e on e.workspace_id = l.workspace_id and e.post_id = l.post_id
        join public.metric_sources as o on o.source = e.source and o.is_headline
        where l.post_id = s.post_id and coalesce(l.recorded_at, l.captured_at) > $3 and e.workspace_id = %L
          and coalesce(e.recorded_at, e.captured_at) <= $3
        order by e.captured_at desc, e.bucket_at desc, e.source limit 1) as older$sql$, workspace) end)
    into answer using filter, private.like_pattern(filter ->> 'search'), cohort.as_of;
    exit when not cohort.is_kept or private.is_still_kept(workspace, days, cohort.as_of);
    cohort.is_kept := false;
  end loop;
  return answer;
end
$$;
comment on function private.reel_points is 'Definer, see above: the body of public.reel_points.';

create function private.reel_choices(workspace uuid, days int, asked timestamptz) returns json
language plpgsql security definer
set search_path = ''
as $$
declare
  cohort record;
  answer json;
begin
  perform private.may_read_reels(workspace);
  select * into cohort from private.open_cohort(workspace, days, asked);
  execute format($sql$
    with member as (
      select p.id, p.platform, p.author from (%s) as p
      where p.published_at between $1 - make_interval(days => $2) and $1
        and (p.media_kind in ('reel', 'short') or p.platform = 'tiktok' and p.media_kind = 'video'))
    select json_build_object(
      'unmeasured', (select count(*) from member where not exists (
        select from public.post_latest as l where l.post_id = member.id and l.views is not null) and not %L::boolean),
      'platforms', (select coalesce(json_agg(platform order by platform), '[]') from (select distinct platform from member) as each),
      'authors', (select coalesce(json_agg(author order by author), '[]') from (
        select author from member where author is not null group by author order by count(*) desc, author limit 200) as each))
  $sql$, private.described_reels(workspace), workspace is null) into answer using cohort.as_of, days;
  return answer;
end
$$;
comment on function private.reel_choices is 'Definer, see above: the body of public.reel_choices.';

create function public.reel_performance(
  workspace uuid, days int default 7, as_of timestamptz default null, filter jsonb default '{}', sort text default 'score',
  descending boolean default true, skip int default 0, take int default 50, smallest int default private.fewest_ranked())
returns json
language sql
set search_path = ''
as $$
  select private.reel_performance(workspace, days, as_of, filter, sort, descending, skip, least(take, 10000), greatest(smallest, 1))
$$;
comment on function public.reel_performance is
  'Scored short videos of the last days (7, 30 or 90) up to as_of (default: the newest number): {cohort, summary, items}. filter: {post, platform, author, hashtag, min_views, outliers_only, search} narrows what is listed and summed, never who is compared. sort: score, views, velocity, er, outlier, published, author, platform. Fewer than smallest compared: no percentiles. Counts are decimal text, rates fractions. Workspace null: the samples.';

create function public.reel_points(
  workspace uuid, days int default 7, as_of timestamptz default null, filter jsonb default '{}', smallest int default private.fewest_ranked())
returns json
language sql
set search_path = ''
as $$ select private.reel_points(workspace, days, as_of, filter, greatest(smallest, 1)) $$;
comment on function public.reel_points is
  'What the scatter draws of a cohort: {ends_at, ranked, unranked, sampled_out, in_zone, breakouts, points}. Of many that lie together one is drawn; every breakout is. A point is [post_id, platform, author, text, url, views, views per hour, engagement rate, both percentiles, score, outlier factor, measured at, source, simulated].';

create function public.reel_choices(workspace uuid, days int default 7, as_of timestamptz default null) returns json
language sql
set search_path = ''
as $$ select private.reel_choices(workspace, days, as_of) $$;
comment on function public.reel_choices is 'What a cohort can be filtered by, and how many of its window could not be compared: {platforms, authors (the 200 with most), unmeasured: no views are known}.';

-- Only through the definers above, which look who asks.
revoke execute on function private.open_cohort, private.reel_performance, private.reel_points, private.reel_choices from public;
grant execute on function private.fewest_ranked, private.reel_performance, private.reel_points, private.reel_choices to authenticated;
grant execute on function public.reel_performance, public.reel_points, public.reel_choices to authenticated;
