-- Rows of a job whose platform shows numbers to the post's owner only: when a
-- connected account covers the post, its newest snapshot answers the row.
create function public.settle_owned_rows(batch jsonb) returns int[]
language plpgsql
set search_path = ''
as $$
declare
  workspace constant uuid := batch ->> 'workspace_id';
  job constant uuid := batch ->> 'job_id';
  token constant uuid := batch ->> 'lease_token';
  settled int[];
  remaining int;
begin
  with owned as materialized (
    select r.row_number, p.id as post_id, p.external_id, p.url, l.source, l.bucket_at, l.views, l.likes, l.comments, l.is_simulated
    from public.job_rows as r
    join public.posts as p on p.workspace_id = r.workspace_id and p.platform = r.platform
      -- Links with a Page's name in them carry the post's own half of the id.
      and (p.external_id = r.external_id
        or r.platform = 'facebook' and split_part(p.external_id, '_', 2) = r.external_id)
    join public.account_posts as ap on ap.workspace_id = p.workspace_id and ap.post_id = p.id
    join public.post_latest as l on l.workspace_id = p.workspace_id and l.post_id = p.id
    where r.workspace_id = workspace and r.job_id = job and r.lease_token = token and r.leased_until > clock_timestamp()
      and r.external_id is not null
  ), done as (
    update public.job_rows as r set
      status = 'succeeded', post_id = owned.post_id, source = owned.source, bucket_at = owned.bucket_at,
      external_id = owned.external_id, url = owned.url, lease_token = null, leased_until = null, pending_ref = null,
      error_code = null, error_detail = null
    from owned
    where r.workspace_id = workspace and r.job_id = job and r.row_number = owned.row_number
    returning r.row_number
  ), counted as (
    update public.jobs as j set
      succeeded_rows = j.succeeded_rows + sums.rows, views_sum = j.views_sum + sums.views, views_rows = j.views_rows + sums.views_rows,
      likes_sum = j.likes_sum + sums.likes, likes_rows = j.likes_rows + sums.likes_rows,
      comments_sum = j.comments_sum + sums.comments, comments_rows = j.comments_rows + sums.comments_rows,
      is_simulated = j.is_simulated or sums.simulated, updated_at = now()
    from (
      select count(*)::int as rows, coalesce(sum(views), 0) as views, count(views) as views_rows, coalesce(sum(likes), 0) as likes,
        count(likes) as likes_rows, coalesce(sum(comments), 0) as comments, count(comments) as comments_rows,
        bool_or(is_simulated) as simulated
      from owned) as sums
    where j.id = job and sums.rows > 0
    returning j.total_rows - j.succeeded_rows - j.failed_rows as remaining
  )
  select array(select row_number from done), (select counted.remaining from counted) into settled, remaining;
  if remaining = 0 then
    perform private.finish_job(job);
  end if;
  return settled;
end
$$;
comment on function public.settle_owned_rows is
  'Answers leased rows with the newest snapshot that a connected account brought of their posts. {workspace_id, job_id, lease_token}. Returns the row numbers it settled.';
grant execute on function public.settle_owned_rows to service_role;
