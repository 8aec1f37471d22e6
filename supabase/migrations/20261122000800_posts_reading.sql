-- Posts as people look at them: lists with the latest numbers, the history of
-- one, where each number came from, and what is usual for its account.
create index posts_published_idx on public.posts (workspace_id, published_at desc nulls last, id desc);
create index post_latest_views_idx on public.post_latest (workspace_id, views desc nulls last, post_id desc);

-- A schedule stands behind an account's posts alone; of the others a number is old after a day.
create function private.freshness(
  captured_at timestamptz, published_at timestamptz, account public.account_status, gone_at timestamptz) returns text
language sql stable
set search_path = ''
as $$
  select case when captured_at is null then null
    when gone_at is not null or account <> 'connected' then 'cut'
    when now() - captured_at <= usual.gap + interval '10 minutes' then 'fresh'
    when now() - captured_at <= 2 * usual.gap + interval '10 minutes' then 'ageing'
    else 'stale' end
  from (select case when account is null then interval '1 day' else greatest(interval '6 hours',
    coalesce(private.measure_interval(captured_at - published_at, 0), interval '30 days')) end as gap) as usual
$$;
comment on function private.freshness is
  'fresh: within the interval expected, ageing: within two, stale: later, cut: nothing comes any more. Null: never measured.';

create view public.post_list with (security_invoker = true) as
select
  p.workspace_id, p.id, p.platform, p.external_id, p.url, p.author_handle, p.author_name, p.title, p.caption,
  p.media_kind, p.duration_seconds, p.thumbnail_url, p.published_at, p.created_at,
  ap.account_id, a.name as account_name, a.status as account_status,
  case when ap.gone_at is not null then 'gone' when ap.failures > 0 then 'failing'
    when l.post_id is null then 'unmeasured' else 'measured' end as state,
  ap.gone_at, ap.gone_detail, ap.failures, ap.error_code, ap.error_detail, ap.failed_at, ap.retry_at,
  -- The usual cases here: a call a post takes longer than all the rest of a page.
  case when l.post_id is null then null when ap.gone_at is not null or a.status <> 'connected' then 'cut'
    when now() - l.captured_at <= case when a.id is null then interval '24 hours 10 minutes' else interval '6 hours 10 minutes' end
      then 'fresh'
    else private.freshness(l.captured_at, p.published_at, a.status, ap.gone_at) end as freshness, l.captured_at as measured_at, l.bucket_at, l.source, l.definition, l.is_simulated,
  l.impressions, l.reach, l.views, l.likes, l.comments, l.shares, l.saves, l.clicks, l.video_views, l.absent,
  round((coalesce(l.likes, 0)::numeric + coalesce(l.comments, 0) + coalesce(l.shares, 0) + coalesce(l.saves, 0))
    / nullif(coalesce(l.impressions, l.views), 0), 6) as engagement_rate,
  case when coalesce(l.impressions, l.views) > 0 then
    case when l.impressions is not null then 'impressions' else 'views' end end as engagement_basis
from public.posts as p
left join public.post_latest as l on l.workspace_id = p.workspace_id and l.post_id = p.id
left join public.account_posts as ap on ap.workspace_id = p.workspace_id and ap.post_id = p.id
left join public.accounts as a on a.workspace_id = ap.workspace_id and a.id = ap.account_id;
comment on view public.post_list is 'Every post of a workspace with its newest numbers, its account, and how measuring it goes.';
comment on column public.post_list.state is 'measured, unmeasured (no number yet), failing (the last measurements failed) or gone.';
comment on column public.post_list.freshness is 'fresh, ageing, stale or cut: see private.freshness.';
comment on column public.post_list.engagement_rate is
  '(likes + comments + shares + saves) / impressions, or / views where there are no impressions: engagement_basis says which. A fraction of 6 decimals; missing numerators count as 0; null without a denominator.';
grant select on public.post_list to authenticated;

create function private.post_conditions(filter jsonb) returns text
language sql immutable
set search_path = ''
as $$
  select concat_ws(' and ',
    'p.workspace_id = $1',
    case when filter ? 'platform' then 'p.platform = ($2 ->> ''platform'')::public.platform' end,
    case when filter ? 'account' then 'p.account_id = ($2 ->> ''account'')::uuid' end,
    case when filter ? 'author' then 'coalesce(p.author_handle, p.author_name) = $2 ->> ''author''' end,
    case when filter ? 'kind' then 'p.media_kind = ($2 ->> ''kind'')::public.media_kind' end,
    case when filter ? 'source' then 'p.source = $2 ->> ''source''' end,
    case when filter ? 'state' then 'p.state = $2 ->> ''state''' end,
    case when filter ? 'origin' then case filter ->> 'origin' when 'account' then 'p.account_id is not null' else 'p.account_id is null' end end,
    case when filter ? 'from' then 'p.published_at >= ($2 ->> ''from'')::timestamptz' end,
    case when filter ? 'until' then 'p.published_at < ($2 ->> ''until'')::timestamptz' end,
    case when filter ? 'search' then
      '(p.title ilike $3 or p.caption ilike $3 or p.author_handle ilike $3 or p.author_name ilike $3 or p.url ilike $3)' end)
$$;
comment on function private.post_conditions is 'Fixed pieces of SQL; what people type arrives as parameters.';

create function public.post_ids(
  workspace uuid, filter jsonb default '{}', sort text default 'published_at', descending boolean default true,
  skip int default 0, take int default null)
returns bigint[]
language plpgsql stable
set search_path = ''
as $$
declare
  sort_key constant text := coalesce('{
    "published_at": "p.published_at", "measured_at": "p.measured_at", "title": "lower(coalesce(p.title, p.caption, p.url))",
    "author": "lower(coalesce(p.author_handle, p.author_name))", "platform": "p.platform", "impressions": "p.impressions",
    "reach": "p.reach", "views": "p.views", "likes": "p.likes", "comments": "p.comments", "shares": "p.shares",
    "saves": "p.saves", "clicks": "p.clicks", "video_views": "p.video_views", "engagement_rate": "p.engagement_rate"
  }'::jsonb ->> sort, 'p.published_at');
  ids bigint[];
begin
  if not workspace = any (array(select private.my_workspaces())) then
    return '{}';
  end if;
  execute format(
    'select array(select p.id from public.post_list as p where %s order by %s %s nulls last, p.id %s limit %s offset %s)',
    private.post_conditions(filter), sort_key, case when descending then 'desc' else 'asc' end,
    case when descending then 'desc' else 'asc' end, coalesce(take::text, 'all'), skip)
  into ids using workspace, filter, private.like_pattern(filter ->> 'search');
  return ids;
end
$$;
comment on function public.post_ids is
  'The ids of find_posts in its order; without take all of them, so that an export reads the posts of one moment, each once.';

create function public.find_posts(
  workspace uuid, filter jsonb default '{}', sort text default 'published_at', descending boolean default true,
  skip int default 0, take int default 50)
returns setof public.post_list
language plpgsql stable
set search_path = ''
as $$
declare
  ids constant bigint[] := public.post_ids(workspace, filter, sort, descending, skip, least(take, 5000));
begin
  return query
    select p.* from public.post_list as p where p.workspace_id = workspace and p.id = any (ids)
    order by array_position(ids, p.id);
end
$$;
comment on function public.find_posts is
  'Posts of a workspace. filter: {search, platform, account, author, kind, source, state, origin: account|other, from, until}. Sorted by one column, missing values last, then by id.';

create function public.count_posts(workspace uuid, filter jsonb default '{}') returns bigint
language plpgsql stable
set search_path = ''
as $$
declare
  total bigint;
begin
  execute format('select count(*) from public.post_list as p where %s', private.post_conditions(filter))
  into total using workspace, filter, private.like_pattern(filter ->> 'search');
  return total;
end
$$;
comment on function public.count_posts is 'How many posts find_posts has in all, for the same filter.';

create function public.list_posts(
  workspace uuid, filter jsonb default '{}', sort text default 'published_at', descending boolean default true,
  skip int default 0, take int default 50)
returns json
language sql stable
set search_path = ''
as $$
  select coalesce(json_agg(page), '[]') from (
    select p.id, p.platform, p.external_id, p.url, p.author_handle, p.author_name, p.title, p.caption, p.media_kind,
      p.duration_seconds, p.thumbnail_url, p.published_at, p.account_id, p.account_name, p.account_status, p.state,
      p.gone_at, p.gone_detail, p.failures, p.error_code, p.error_detail, p.failed_at, p.retry_at, p.freshness,
      p.measured_at, p.source, (select s.name from public.metric_sources as s where s.source = p.source) as source_name,
      p.definition, p.is_simulated, p.impressions::text, p.reach::text, p.views::text, p.likes::text, p.comments::text,
      p.shares::text, p.saves::text, p.clicks::text, p.video_views::text, p.absent, p.engagement_rate::text,
      p.engagement_basis
    from public.find_posts(workspace, filter, sort, descending, skip, take) as p) as page
$$;
comment on function public.list_posts is 'One page of find_posts as one JSON value, counts as decimal text.';

-- Times are ISO 8601 by hand: to_char takes several times as long.
create function public.export_posts(workspace uuid, ids bigint[]) returns text
language sql stable
set search_path = ''
set timezone = 'UTC'
as $$
  select coalesce(json_agg(array[
      p.id::text, p.platform::text, p.external_id, p.url, p.title, p.caption, p.author_handle, p.author_name,
      p.media_kind::text, p.duration_seconds::text, p.thumbnail_url, replace(p.published_at::text, ' ', 'T') || ':00',
      p.account_id::text, p.account_name, p.state, p.error_code, p.error_detail,
      replace(p.retry_at::text, ' ', 'T') || ':00', replace(p.gone_at::text, ' ', 'T') || ':00', p.impressions::text,
      p.reach::text, p.views::text, p.likes::text, p.comments::text, p.shares::text, p.saves::text, p.clicks::text,
      p.video_views::text, p.engagement_rate::text, p.engagement_basis, p.absent::text, p.source, p.definition,
      replace(p.measured_at::text, ' ', 'T') || ':00', p.is_simulated::text
    ] order by array_position(ids, p.id))::text, '[]')
  from public.post_list as p where p.workspace_id = workspace and p.id = any (ids)
$$;
comment on function public.export_posts is
  'A piece of an export as the text of one JSON value: an array of posts in the order of the ids, each of text cells in the order of lib/posts/export-columns.ts.';

create function private.metric_of(m public.post_metrics, metric text) returns bigint
language sql immutable
set search_path = ''
as $$
  select case metric when 'views' then m.views when 'likes' then m.likes when 'comments' then m.comments
    when 'shares' then m.shares when 'saves' then m.saves when 'impressions' then m.impressions when 'reach' then m.reach
    when 'clicks' then m.clicks when 'video_views' then m.video_views end
$$;
comment on function private.metric_of is 'One count of a snapshot by its name.';

-- What a post gained in the last days, and in as many days before: from the
-- newest snapshot at or before each of the three moments, of one source and definition.
create function public.post_gains(workspace uuid, posts bigint[], metric text, days int default 7) returns jsonb
language sql stable
set search_path = ''
as $$
  with post as (
    select l.post_id, l.source, l.definition, l.bucket_at, p.published_at,
      now() - make_interval(days => days) as start, now() - make_interval(days => 2 * days) as start_before
    from public.post_latest as l
    join public.posts as p on p.workspace_id = l.workspace_id and p.id = l.post_id
    where l.workspace_id = workspace and l.post_id = any (posts)
  ), seen as (
    select post.*, now_0.value as value_0, then_1.value as value_1, then_1.definition as definition_1,
      then_1.captured_at as at_1, then_1.bucket_at as bucket_1, then_2.value as value_2,
      then_2.definition as definition_2, then_2.bucket_at as bucket_2
    from post
    left join lateral (
      select private.metric_of(m, metric) as value from public.post_metrics as m
      where m.workspace_id = workspace and m.post_id = post.post_id and m.source = post.source and m.bucket_at = post.bucket_at
    ) as now_0 on true
    left join lateral (
      select private.metric_of(m, metric) as value, m.definition, m.captured_at, m.bucket_at from public.post_metrics as m
      where m.workspace_id = workspace and m.post_id = post.post_id and m.source = post.source
        and m.bucket_at <= post.start and m.bucket_at > post.start_before
      order by m.bucket_at desc limit 1
    ) as then_1 on true
    left join lateral (
      select private.metric_of(m, metric) as value, m.definition, m.bucket_at from public.post_metrics as m
      where m.workspace_id = workspace and m.post_id = post.post_id and m.source = post.source
        and m.bucket_at <= post.start_before and m.bucket_at > post.start_before - make_interval(days => days)
      order by m.bucket_at desc limit 1
    ) as then_2 on true
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'post_id', post_id, 'since', at_1, 'is_new', published_at > start is true,
    'gain', case
      when bucket_at <= start then null
      when bucket_1 is not null then case when definition_1 = definition then (value_0 - value_1)::text end
      when published_at > start then value_0::text end,
    'previous_gain', case
      when bucket_at <= start or definition_1 <> definition then null
      when bucket_2 is not null then case when definition_2 = definition then (value_1 - value_2)::text end
      when published_at > start_before then value_1::text end,
    'reason', case
      when value_0 is null then 'absent'
      when bucket_at <= start then 'not_since'
      when bucket_1 is null then case when published_at > start is not true then 'not_before' end
      when definition_1 <> definition then 'redefined'
      when value_1 is null then 'absent_before' end)), '[]')
  from seen
$$;
comment on function public.post_gains is
  'For each post what a metric gained in the last days and in the days before: [{post_id, gain, previous_gain, since, is_new, reason}]. A gain is null where no snapshot stands at its start or none came since, the number is absent, or the metric was redefined between: reason says which. A post younger than a period gained all it has.';

create function public.post_detail(post bigint) returns jsonb
language sql stable
set search_path = ''
as $$
  select to_jsonb(p) || jsonb_build_object(
    'impressions', p.impressions::text, 'reach', p.reach::text, 'views', p.views::text, 'likes', p.likes::text,
    'comments', p.comments::text, 'shares', p.shares::text, 'saves', p.saves::text, 'clicks', p.clicks::text,
    'video_views', p.video_views::text, 'engagement_rate', p.engagement_rate::text,
    -- Each source's newest snapshot: what it says, which call said it, and the payload it was read from.
    'sources', coalesce((
      select jsonb_agg(jsonb_build_object(
        'source', m.source, 'name', s.name, 'endpoint', s.endpoint, 'is_headline', s.is_headline,
        'captured_at', m.captured_at, 'bucket_at', m.bucket_at, 'definition', m.definition,
        'description', d.description, 'absent', m.absent, 'is_simulated', m.is_simulated,
        'raw_event_id', m.raw_event_id, 'payload_hash', encode(r.payload_hash, 'hex'), 'payload_kept', r.id is not null,
        'impressions', m.impressions::text, 'reach', m.reach::text, 'views', m.views::text, 'likes', m.likes::text,
        'comments', m.comments::text, 'shares', m.shares::text, 'saves', m.saves::text, 'clicks', m.clicks::text,
        'video_views', m.video_views::text, 'snapshots', counted.n, 'first_at', counted.first_at)
        order by s.is_headline desc, m.captured_at desc)
      from (
        select source, count(*) as n, min(captured_at) as first_at, max(bucket_at) as newest from public.post_metrics
        where workspace_id = p.workspace_id and post_id = p.id group by source
      ) as counted
      join public.post_metrics as m on m.workspace_id = p.workspace_id and m.post_id = p.id
        and m.source = counted.source and m.bucket_at = counted.newest
      join public.metric_sources as s on s.source = m.source
      join public.metric_definitions as d on d.id = m.definition
      left join public.raw_events as r on r.workspace_id = p.workspace_id and r.id = m.raw_event_id), '[]'))
  from public.post_list as p
  where p.id = post and p.workspace_id = any (array(select private.my_workspaces()))
$$;
comment on function public.post_detail is 'One post with the newest snapshot of each source and where it came from. Null for strangers.';

-- The points of one metric of one source, with what lies between them: rates,
-- gaps, redefinitions, and counts that were restated downwards.
create function public.post_series(post bigint, metric text, only_source text, since timestamptz default '-infinity')
returns json
language plpgsql stable
set search_path = ''
as $$
begin
  -- Not sql: its plan is kept from call to call, and planning takes as long as reading.
  return (with home as (
    select p.workspace_id, p.published_at, ap.account_id from public.posts as p
    left join public.account_posts as ap on ap.workspace_id = p.workspace_id and ap.post_id = p.id
    where p.id = post and p.workspace_id = any (array(select private.my_workspaces()))
  ), point as materialized (
    select m.captured_at as at, m.value, m.definition, m.is_simulated, m.reason,
      lag(m.captured_at) over w as from_at, lag(m.value) over w as from_value, lag(m.definition) over w as from_definition,
      extract(epoch from m.captured_at - lag(m.captured_at) over w)::double precision / 3600 as hours,
      -- Twice the expected interval is a gap; ours is never expected before an hour has passed.
      case when m.captured_at - lag(m.captured_at) over w > interval '12 hours 10 minutes' then
        m.captured_at - lag(m.captured_at) over w > 2 * greatest(interval '6 hours',
          coalesce(private.measure_interval(m.captured_at - m.published_at, 0), interval '30 days')) + interval '10 minutes'
        else false end as is_gap
    from (
      -- Not metric_of: a call a point takes longer than all the rest.
      select m.captured_at, m.bucket_at, m.definition, m.is_simulated, m.absent ->> metric as reason, home.published_at,
        case metric when 'views' then m.views when 'likes' then m.likes when 'comments' then m.comments
          when 'shares' then m.shares when 'saves' then m.saves when 'impressions' then m.impressions
          when 'reach' then m.reach when 'clicks' then m.clicks when 'video_views' then m.video_views end as value
      from home
      join public.post_metrics as m on m.workspace_id = home.workspace_id and m.post_id = post and m.source = only_source
        and m.bucket_at > since - interval '1 day' and m.captured_at >= since
    ) as m
    window w as (order by m.captured_at, m.bucket_at)
  )
  select json_build_object(
    'points', coalesce((select json_agg(json_build_array(at, value::text, definition, is_simulated, reason) order by at)
      from point), '[]'),
    'rates', coalesce((select json_agg(json_build_array(from_at, at, round(((value - from_value) / hours)::numeric, 2)) order by at)
      from point where hours > 0 and value >= from_value and definition = from_definition and not is_gap), '[]'),
    'gaps', coalesce((select json_agg(json_build_object('from', from_at, 'to', at, 'reason', coalesce((
        select string_agg(distinct u.error_code, ', ') from public.refresh_units as u
        where u.workspace_id = home.workspace_id and u.account_id = home.account_id and u.status in ('failed', 'skipped')
          and u.slot > from_at and u.slot < at and u.error_code is not null),
        case when home.account_id is null then 'on_demand' else 'no_run' end)) order by at)
      from point, home where is_gap), '[]'),
    -- Since the last point: nothing is drawn there, so it has to be said.
    'silent_since', (
      select last.at from (select at from point order by at desc limit 1) as last
      where now() - last.at > 2 * greatest(interval '6 hours',
        coalesce(private.measure_interval(now() - home.published_at, 0), interval '30 days')) + interval '10 minutes'),
    'changes', coalesce((select json_agg(json_build_object('from', from_at, 'at', at, 'definition', point.definition,
        'valid_from', d.valid_from, 'description', d.description) order by at)
      from point join public.metric_definitions as d on d.id = point.definition
      where point.definition <> from_definition), '[]'),
    'restatements', coalesce((select json_agg(json_build_object('at', at, 'from', from_value::text, 'to', value::text) order by at)
      from point where value < from_value and definition = from_definition), '[]'))
  from home);
end
$$;
comment on function public.post_series is
  'One metric of one source: {points: [at, value, definition, is_simulated, reason], rates: [from, to, per hour], gaps, silent_since, changes, restatements}. No rate across a gap, a redefinition or a fall. Null for strangers.';

create function public.post_age_baseline(post bigint, metric text) returns jsonb
language sql stable
set search_path = ''
as $$
  with home as (
    select p.*, ap.account_id, l.source, l.definition from public.posts as p
    join public.post_latest as l on l.workspace_id = p.workspace_id and l.post_id = p.id
    left join public.account_posts as ap on ap.workspace_id = p.workspace_id and ap.post_id = p.id
    where p.id = post and p.workspace_id = any (array(select private.my_workspaces()))
  ), peer as materialized (
    (select p.id, p.published_at from home
    join public.account_posts as ap on ap.workspace_id = home.workspace_id and ap.account_id = home.account_id
    join public.posts as p on p.workspace_id = ap.workspace_id and p.id = ap.post_id
    where p.id <> post and p.published_at is not null and p.media_kind is not distinct from home.media_kind
    order by p.published_at desc limit 100)
    union all
    select id, published_at from home where published_at is not null
  ), age (hours) as (values (1), (3), (6), (12), (24), (48), (168), (336), (720)),
  span as (
    select peer.id, m.definition, private.metric_of(m, metric) as value,
      extract(epoch from m.captured_at - peer.published_at) / 3600 as hours,
      lag(private.metric_of(m, metric)) over w as from_value, lag(m.definition) over w as from_definition,
      extract(epoch from lag(m.captured_at) over w - peer.published_at) / 3600 as from_hours
    from home
    join peer on true
    join public.post_metrics as m on m.workspace_id = home.workspace_id and m.post_id = peer.id and m.source = home.source
      and m.bucket_at > peer.published_at - interval '1 hour' and m.bucket_at < peer.published_at + interval '32 days'
    window w as (partition by peer.id order by m.captured_at, m.bucket_at)
  ), at_age as (
    -- Between two measured points only, and not across a gap of more than the age itself.
    select distinct on (age.hours, span.id) age.hours, span.id,
      span.from_value + (span.value - span.from_value) * (age.hours - span.from_hours)
        / nullif(span.hours - span.from_hours, 0) as value,
      span.hours - age.hours > 0.05 and age.hours - span.from_hours > 0.05 as interpolated
    from age join span on span.from_hours <= age.hours and span.hours >= age.hours
      and span.definition = span.from_definition and span.definition = (select definition from home)
      and span.hours - span.from_hours <= greatest(12, age.hours)
    where span.value is not null and span.from_value is not null
    order by age.hours, span.id, span.hours
  )
  select jsonb_build_object('metric', metric, 'source', home.source, 'definition', home.definition,
    'peers', (select count(*) - 1 from peer), 'ages', (
    select jsonb_agg(jsonb_build_object('hours', age.hours, 'value', own.value::bigint::text, 'interpolated', own.interpolated,
      'median', others.median::bigint::text, 'n', others.n) order by age.hours)
    from age
    left join at_age as own on own.hours = age.hours and own.id = post
    left join lateral (
      select percentile_cont(0.5) within group (order by value) as median, count(*)::int as n
      from at_age where at_age.hours = age.hours and at_age.id <> post) as others on true))
  from home
$$;
comment on function public.post_age_baseline is
  'A post''s metric at 1 h to 30 days of age beside the median of its account''s other posts of the same kind and definition, with their number n. Interpolated only between measured points. Null without an account or measurement.';

create function public.raw_event(event bigint) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('id', r.id, 'workspace_id', r.workspace_id, 'source', r.source, 'run_ref', r.run_ref, 'external_id', r.external_id,
    'received_at', r.received_at, 'is_simulated', r.is_simulated, 'payload_hash', encode(r.payload_hash, 'hex'),
    'payload', r.payload::text)
  from public.raw_events as r
  where r.id = event and r.workspace_id = any (array(select private.my_workspaces()))
$$;
comment on function public.raw_event is 'What a provider sent, to the letter, as text. Null for strangers.';

create function public.post_filters(workspace uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'accounts', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'platform', a.platform) order by a.platform, a.name)
      from public.accounts as a where a.workspace_id = workspace), '[]'),
    'authors', coalesce((select jsonb_agg(author order by author) from (
      select distinct coalesce(p.author_handle, p.author_name) as author from public.posts as p
      where p.workspace_id = workspace and coalesce(p.author_handle, p.author_name) is not null
      order by author limit 200) as known), '[]'),
    'sources', coalesce((select jsonb_agg(jsonb_build_object('source', s.source, 'name', s.name) order by s.source)
      from public.metric_sources as s), '[]'))
$$;
comment on function public.post_filters is 'What a workspace''s posts can be filtered by: its accounts, authors (at most 200) and sources.';

grant execute on function private.post_conditions, private.metric_of, private.freshness, public.post_ids,
  public.find_posts, public.count_posts, public.list_posts, public.export_posts, public.post_gains, public.post_detail, public.post_series, public.post_age_baseline, public.raw_event, public.post_filters
  to authenticated;
