-- What people read of a job: each row with its post and the snapshot that
-- answered it, and the state of the whole.
create view public.job_results with (security_invoker = true) as
select
  r.workspace_id, r.job_id, r.row_number, r.status, r.platform, r.url, r.uploaded_url, r.external_id, r.extra,
  case
    when r.status = 'queued' and (r.not_before > now() or lane.waits_until > now()) then 'waiting'
    else r.status::text
  end as state,
  r.error_code, r.error_detail,
  case when r.status = 'queued' then greatest(r.not_before, lane.waits_until) end as waits_until,
  case when r.status = 'queued' then coalesce(r.error_code, lane.waits_for) end as waits_for,
  r.post_id, p.author_handle, p.author_name, p.title, p.media_kind, p.duration_seconds, p.thumbnail_url,
  p.published_at,
  m.impressions, m.reach, m.views, m.likes, m.comments, m.shares, m.saves, m.clicks, m.video_views,
  m.absent, m.definition, m.source, m.captured_at as measured_at, m.is_simulated,
  round(
    (coalesce(m.likes, 0)::numeric + coalesce(m.comments, 0)) / nullif(m.views, 0), 6
  ) as engagement_rate,
  b.views as previous_views, b.likes as previous_likes, b.comments as previous_comments,
  b.captured_at as previous_measured_at
from public.job_rows as r
left join public.job_lanes as lane on lane.job_id = r.job_id and lane.platform = r.platform
left join public.posts as p on p.id = r.post_id
left join public.post_metrics as m
  on m.post_id = r.post_id and m.bucket_at = r.bucket_at and m.source = r.source
left join public.post_metrics as b
  on b.post_id = r.post_id and b.bucket_at = r.previous_bucket_at and b.source = r.previous_source;
comment on view public.job_results is
  'Each accepted row of a job with its post, the snapshot that answered it in this run, and the one of the run before.';
comment on column public.job_results.state is 'queued, waiting, running, succeeded or failed. Waiting: queued, and goes on by itself at waits_until.';
comment on column public.job_results.engagement_rate is
  '(likes + comments) / views as a fraction of 6 decimals. A missing numerator counts as 0 (see absent); null without views.';
grant select on public.job_results to authenticated;

-- The conditions are fixed pieces of text; what people type arrives as parameters.
create function private.job_result_conditions(
  state text, platform public.platform, error_code text, search text, after_row int, until_row int)
returns text
language sql immutable
set search_path = ''
as $$
  select concat_ws(' and ',
    'r.workspace_id = $7 and r.job_id = $1',
    case
      when state = 'open' then 'r.status in (''queued'', ''running'')'
      when state in ('queued', 'waiting') then 'r.status = ''queued'' and r.state = $2'
      when state is not null then 'r.status = $2::public.row_status'
    end,
    case when platform is not null then 'r.platform = $3' end,
    case when error_code is not null then 'r.status = ''failed'' and r.error_code = $4' end,
    case when search is not null then
      '(r.title ilike $5 or r.author_handle ilike $5 or r.author_name ilike $5 or r.uploaded_url ilike $5 or r.url ilike $5)'
    end,
    case when after_row is not null then 'r.row_number > $6' end,
    case when until_row is not null then 'r.row_number <= $8' end)
$$;

create function private.like_pattern(search text) returns text
language sql immutable
set search_path = ''
as $$ select '%' || regexp_replace(search, '([\\%_])', '\\\1', 'g') || '%' $$;
comment on function private.like_pattern is 'Finds the text anywhere; % and _ stand for themselves.';

create function public.find_job_results(
  job uuid, state text default null, platform public.platform default null, error_code text default null,
  search text default null, sort text default 'row_number', descending boolean default false,
  after_row int default null, until_row int default null, skip int default 0, take int default 50)
returns setof public.job_results
language plpgsql stable
set search_path = ''
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  workspace uuid := (select j.workspace_id from public.jobs as j where j.id = job);
  sort_key constant text := '{
    "state": "r.status", "platform": "r.platform", "title": "lower(r.title)", "author": "lower(r.author_handle)",
    "views": "r.views", "likes": "r.likes", "comments": "r.comments", "shares": "r.shares", "saves": "r.saves",
    "engagement_rate": "r.engagement_rate", "published_at": "r.published_at", "measured_at": "r.measured_at"
  }'::jsonb ->> sort;
  numbers int[];
begin
  -- First which rows, over as few joins as the filter needs; then all of those few.
  execute format(
    'select array(select r.row_number from public.job_results as r where %s order by %s limit %s offset %s)',
    private.job_result_conditions(state, platform, error_code, search, after_row, until_row),
    concat_ws(', ',
      sort_key || case when descending then ' desc' else '' end || ' nulls last',
      'r.row_number' || case when descending and sort_key is null then ' desc' else '' end),
    take, skip)
  into numbers
  using job, state, platform, error_code, private.like_pattern(search), after_row, workspace, until_row;

  return query
    select r.* from public.job_results as r
    where r.workspace_id = workspace and r.job_id = job and r.row_number = any (numbers)
    order by case when sort_key is null and not descending then r.row_number
      else array_position(numbers, r.row_number) end;
end
$$;
comment on function public.find_job_results is
  'Rows of a job: filtered by state (also waiting and open), platform, error code and text, sorted by one column with missing values last, then by row number.';

create function public.count_job_results(
  job uuid, state text default null, platform public.platform default null, error_code text default null,
  search text default null)
returns bigint
language plpgsql stable
set search_path = ''
as $$
declare
  workspace uuid := (select j.workspace_id from public.jobs as j where j.id = job);
  total bigint;
begin
  execute format(
    'select count(*) from public.job_results as r where %s',
    private.job_result_conditions(state, platform, error_code, search, null, null))
  into total using job, state, platform, error_code, private.like_pattern(search), null::int, workspace;
  return total;
end
$$;
comment on function public.count_job_results is 'How many rows find_job_results has in all, for the same filter.';

create function public.list_job_results(
  job uuid, state text default null, platform public.platform default null, error_code text default null,
  search text default null, sort text default 'row_number', descending boolean default false,
  skip int default 0, take int default 50)
returns json
language sql stable
set search_path = ''
as $$
  select coalesce(json_agg(page), '[]')
  from (
    select r.row_number, r.state, r.platform, r.url, r.uploaded_url, r.external_id, r.extra, r.error_code,
      r.error_detail, r.waits_for, r.waits_until, r.post_id, r.author_handle, r.author_name, r.title, r.media_kind,
      r.duration_seconds, r.thumbnail_url, r.published_at, r.impressions::text, r.reach::text, r.views::text,
      r.likes::text, r.comments::text, r.shares::text, r.saves::text, r.clicks::text, r.video_views::text, r.absent,
      r.definition, r.source, r.measured_at, r.is_simulated, r.engagement_rate::text, r.previous_views::text,
      r.previous_likes::text, r.previous_comments::text, r.previous_measured_at
    from public.find_job_results(
      job, state, platform, error_code, search, sort, descending, null, null, skip, take) as r
  ) as page
$$;
comment on function public.list_job_results is
  'One page of find_job_results as one JSON value, counts as decimal text (64-bit counts do not fit a JavaScript number).';

-- Times are ISO 8601 by hand: to_char takes several times as long.
create function public.export_job_results(
  job uuid, state text default null, platform public.platform default null, error_code text default null,
  search text default null, sort text default 'row_number', descending boolean default false,
  after_row int default null, until_row int default null, skip int default 0, take int default 5000)
returns text
language sql stable
set search_path = ''
set timezone = 'UTC'
as $$
  select coalesce(json_agg(array[
      r.platform::text, r.uploaded_url, r.title, r.views::text, r.likes::text, r.comments::text,
      replace(r.published_at::text, ' ', 'T') || ':00', r.engagement_rate::text, r.state, r.error_code, r.error_detail,
      r.author_handle, r.author_name, r.url, r.external_id, r.media_kind::text, r.duration_seconds::text,
      r.thumbnail_url, r.impressions::text, r.reach::text, r.shares::text, r.saves::text, r.clicks::text,
      r.video_views::text, r.absent::text, r.source, r.definition, replace(r.measured_at::text, ' ', 'T') || ':00',
      r.is_simulated::text, r.previous_views::text, r.previous_likes::text, r.previous_comments::text,
      replace(r.previous_measured_at::text, ' ', 'T') || ':00', r.row_number::text
    ] || r.extra)::text, '[]')
  from public.find_job_results(
    job, state, platform, error_code, search, sort, descending, after_row, until_row, skip, take) as r
$$;
comment on function public.export_job_results is
  'A piece of an export as the text of one JSON value (what reads JSON on the way need not read it): an array of rows, each of text cells in the order of lib/jobs/export-columns.ts, the extra cells last.';

create function public.job_progress(job uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  with waiting as (
    select lane.platform, coalesce(lane.waits_for, min(r.error_code)) as reason, count(*) as rows,
      greatest(max(lane.waits_until), min(r.not_before)) as until
    from public.job_rows as r
    join public.job_lanes as lane on lane.job_id = r.job_id and lane.platform = r.platform
    where r.job_id = job_progress.job and r.status = 'queued'
      and (r.not_before > now() or lane.waits_until > now())
    group by lane.platform, lane.waits_for
  ), queued as (
    select count(*) as rows from public.job_rows as r where r.job_id = job_progress.job and r.status = 'queued'
  )
  select to_jsonb(j) - 'upload_columns' || jsonb_build_object(
    'views_sum', j.views_sum::text, 'likes_sum', j.likes_sum::text, 'comments_sum', j.comments_sum::text,
    'queued_rows', queued.rows - coalesce((select sum(rows) from waiting), 0),
    'waiting_rows', coalesce((select sum(rows) from waiting), 0),
    'running_rows', j.total_rows - j.succeeded_rows - j.failed_rows - queued.rows,
    'waits', coalesce((select jsonb_agg(waiting order by rows desc) from waiting), '[]'),
    'failures', coalesce((
      select jsonb_agg(jsonb_build_object('code', error_code, 'rows', rows) order by rows desc, error_code)
      from (select r.error_code, count(*) as rows from public.job_rows as r
        where r.job_id = job_progress.job and r.status = 'failed' group by r.error_code) as f), '[]'),
    'rows_per_second', round(
      (j.succeeded_rows + j.failed_rows - j.resumed_from_rows)
      / greatest(extract(epoch from coalesce(j.finished_at, now()) - j.resumed_at), 0.001), 1))
  from public.jobs as j, queued
  where j.id = job_progress.job
    and j.workspace_id = any (array(select private.my_workspaces()))
$$;
comment on function public.job_progress is
  'A job with its counts by state, what waits for what until when, failures by code, and rows per second since it was last set going. Null for strangers.';

create function public.list_jobs(
  workspace uuid, search text default null, status public.job_status default null, skip int default 0, take int default 20)
returns jsonb
language sql stable
set search_path = ''
as $$
  with wanted as materialized (
    select j.id, j.source_filename, j.source_kind, j.status, j.total_rows, j.rejected_rows, j.duplicate_rows,
      j.succeeded_rows, j.failed_rows, j.is_simulated, j.run_number, j.run_started_at, j.finished_at,
      j.created_at, j.updated_at, j.created_by
    from public.jobs as j
    where j.workspace_id = list_jobs.workspace
      and j.workspace_id = any (array(select private.my_workspaces()))
      and (list_jobs.status is null or j.status = list_jobs.status)
      and (list_jobs.search is null or j.source_filename ilike private.like_pattern(list_jobs.search))
  )
  select jsonb_build_object(
    'total', (select count(*) from wanted),
    'items', coalesce((
      select jsonb_agg(page order by page.created_at desc, page.id)
      from (select wanted.*, profile.email as created_by_email
        from wanted left join public.profiles as profile on profile.user_id = wanted.created_by
        order by wanted.created_at desc, wanted.id limit take offset skip) as page), '[]'))
$$;
comment on function public.list_jobs is 'A page of a workspace''s jobs, newest first, with the total: {total, items}.';

create function public.workspace_overview(workspace uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'posts', count(*),
    'views_sum', sum(l.views)::text, 'views_posts', count(l.views),
    'likes_sum', sum(l.likes)::text, 'likes_posts', count(l.likes),
    'comments_sum', sum(l.comments)::text, 'comments_posts', count(l.comments),
    'simulated_posts', count(*) filter (where l.is_simulated),
    'first_measured_at', min(l.captured_at), 'last_measured_at', max(l.captured_at))
  from public.post_latest as l
  where l.workspace_id = workspace_overview.workspace
    and l.workspace_id = any (array(select private.my_workspaces()))
$$;
comment on function public.workspace_overview is
  'Totals over the latest snapshot of every post of a workspace. A sum counts only posts that have the number: *_posts says how many. Null sums: nothing measured.';

grant execute on function
  private.job_result_conditions, private.like_pattern, public.find_job_results, public.count_job_results,
  public.list_job_results, public.export_job_results, public.job_progress, public.list_jobs, public.workspace_overview
  to authenticated;
