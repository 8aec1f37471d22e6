-- Rows of a job whose platform shows numbers to the post's owner only: when a
-- connected account covers the post, its newest snapshot answers the row.

-- LinkedIn lists no posts of members. A link that somebody brings is tried once
-- with the member's account, and belongs to it from then on.
create function private.try_member_posts(workspace uuid, job uuid, token uuid) returns int[]
language plpgsql
set search_path = ''
as $$
declare
  member public.accounts;
  run uuid;
  claimed bigint[];
begin
  select * into member from public.accounts
  where workspace_id = workspace and kind = 'linkedin_member' and status = 'connected' order by connected_at limit 1;
  if found then
    with post as (
      insert into public.posts as p (workspace_id, platform, external_id, url)
      select distinct on (r.external_id) workspace, r.platform, r.external_id, r.url from public.job_rows as r
      where r.workspace_id = workspace and r.job_id = job and r.lease_token = token and r.platform = 'linkedin'
        and r.external_id ~ '^urn:li:(share|ugcPost):'
      order by r.external_id
      on conflict (workspace_id, platform, external_id) do update set url = excluded.url
      returning p.id, p.external_id
    ), covered as (
      insert into public.account_posts (post_id, workspace_id, account_id, api_id)
      select post.id, workspace, member.id, post.external_id from post order by post.id on conflict do nothing
      returning post_id
    )
    select array_agg(post_id order by post_id) into claimed from covered;
    if claimed is not null then
      insert into public.refresh_runs (workspace_id, trigger, slot, planned)
      values (workspace, 'post', clock_timestamp(), cardinality(claimed)) returning id into run;
      insert into public.refresh_units (workspace_id, run_id, account_id, platform, kind, task, turn, slot, post_ids)
      select workspace, run, member.id, 'linkedin', member.kind, 'measure', number, (select slot from public.refresh_runs where id = run),
        claimed[number * private.batch_size('linkedin_member') + 1 : (number + 1) * private.batch_size('linkedin_member')]
      from generate_series(0, ceil(cardinality(claimed)::numeric / private.batch_size('linkedin_member'))::int - 1) as number;
    end if;
  end if;
  -- What is being tried now, by this call or by one before.
  return array(
    select r.row_number from public.job_rows as r
    join public.posts as p on p.workspace_id = r.workspace_id and p.platform = r.platform and p.external_id = r.external_id
    join public.account_posts as ap on ap.workspace_id = p.workspace_id and ap.post_id = p.id
      and ap.failures = 0 and ap.gone_at is null
    join public.accounts as a on a.workspace_id = ap.workspace_id and a.id = ap.account_id
      and a.kind = 'linkedin_member' and a.status = 'connected'
    where r.workspace_id = workspace and r.job_id = job and r.lease_token = token
      and not exists (select from public.post_latest as l where l.post_id = p.id));
end
$$;
comment on function private.try_member_posts is
  'Measures a job''s LinkedIn links with the connected member''s account. Returns the rows that may be answered soon.';

create function public.settle_owned_rows(batch jsonb) returns jsonb
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
    join public.account_posts as ap on ap.workspace_id = p.workspace_id and ap.post_id = p.id and ap.gone_at is null
    join public.accounts as a on a.workspace_id = ap.workspace_id and a.id = ap.account_id and a.status = 'connected'
    join public.post_latest as l on l.workspace_id = p.workspace_id and l.post_id = p.id
    where r.workspace_id = workspace and r.job_id = job and r.lease_token = token and r.leased_until > clock_timestamp()
      and r.external_id is not null
      -- A job says what is, not what was.
      and l.captured_at > clock_timestamp() - interval '2 days'
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
  return jsonb_build_object('settled', coalesce(settled, '{}'), 'trying', private.try_member_posts(workspace, job, token));
end
$$;
comment on function public.settle_owned_rows is
  'Answers leased rows with the newest snapshot that a connected account brought of their posts. {workspace_id, job_id, lease_token}. Returns row numbers: {settled, trying}; trying: the account is being asked, look again.';
grant execute on function private.try_member_posts, private.batch_size, public.settle_owned_rows to service_role;
