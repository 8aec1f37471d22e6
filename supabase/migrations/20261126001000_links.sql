-- Single links: one pasted link is a job of one row, so that it is measured,
-- retried and recorded like every other.
alter table public.jobs drop constraint jobs_source_kind_check;
alter table public.jobs add constraint jobs_source_kind_check check (source_kind in ('csv', 'xlsx', 'paste', 'link'));
alter table public.jobs add constraint a_link_is_one_row check (source_kind <> 'link' or total_rows = 1);
comment on column public.jobs.source_kind is 'What was given: a file (csv, xlsx), pasted links (paste), or a single link (link: one row, listed by list_links).';
create index jobs_links_idx on public.jobs (workspace_id, created_at desc, id) where source_kind = 'link';

create function public.list_links(workspace uuid, skip int default 0, take int default 20) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  listed constant uuid[] := array(
    select j.id from public.jobs as j
    where j.workspace_id = workspace and j.source_kind = 'link' and j.workspace_id = any (array(select private.my_workspaces()))
    order by j.created_at desc, j.id);
begin
  return (
    -- A post that was asked for twice counts once, as it was measured last.
    with post as materialized (
      select distinct on (r.post_id) m.views, m.likes
      from public.job_rows as r
      join public.post_metrics as m on m.workspace_id = r.workspace_id and m.post_id = r.post_id
        and m.bucket_at = r.bucket_at and m.source = r.source
      where r.workspace_id = workspace and r.job_id = any (listed) and r.status = 'succeeded'
      order by r.post_id, m.captured_at desc
    ), page as (
      select j.created_at, j.id as job_id, j.status as job_status, r.row_number, r.state, r.platform, r.url, r.uploaded_url,
        r.external_id, r.extra, r.error_code, r.error_detail, r.waits_for, r.waits_until, r.post_id, r.author_handle,
        r.author_name, coalesce(r.title, left((select p.caption from public.posts as p
          where p.workspace_id = workspace and p.id = r.post_id), 200)) as title,
        r.media_kind, r.duration_seconds, r.thumbnail_url, r.published_at, r.impressions::text, r.reach::text,
        r.views::text, r.likes::text, r.comments::text, r.shares::text, r.saves::text, r.clicks::text,
        r.video_views::text, r.absent, r.definition, r.source, r.measured_at, r.is_simulated,
        r.engagement_rate::text, r.previous_views::text, r.previous_likes::text, r.previous_comments::text,
        r.previous_measured_at
      from unnest(listed[skip + 1 : skip + take]) with ordinality as wanted (id, place)
      join public.jobs as j on j.id = wanted.id
      join public.job_results as r on r.workspace_id = workspace and r.job_id = j.id
      order by wanted.place
    )
    select jsonb_build_object(
      'total', cardinality(listed),
      'posts', count(*), 'views_sum', sum(post.views)::text, 'views_posts', count(post.views),
      'like_rate', round(avg(post.likes::numeric / nullif(post.views, 0)), 6)::text,
      'like_rate_posts', count(post.likes::numeric / nullif(post.views, 0)),
      'items', (select coalesce(jsonb_agg(to_jsonb(page)), '[]') from page))
    from post);
end
$$;
comment on function public.list_links is
  'A page of a workspace''s single links, newest first, each with its row of job_results and its job, and totals over the posts they measured, each once: {total, posts, views_sum, views_posts, like_rate, like_rate_posts, items}. like_rate is the mean of likes / views over the posts that have both.';

create function private.clear_links(workspace uuid) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  cleared int;
begin
  perform private.require_role(workspace, 'member');
  delete from public.jobs where workspace_id = workspace and source_kind = 'link' and status <> 'running';
  get diagnostics cleared = row_count;
  return cleared;
end
$$;
comment on function private.clear_links is 'Definer: jobs are deleted by nobody directly.';
create function public.clear_links(workspace uuid) returns int
language sql set search_path = '' as $$ select private.clear_links(workspace) $$;
comment on function public.clear_links is
  'Removes the single links of a workspace but those being measured; posts and snapshots stay. Returns how many. 403 or 404 with a sentence.';
grant execute on function public.list_links, private.clear_links, public.clear_links to authenticated;
