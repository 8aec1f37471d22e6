-- The engagement rate of posts, divided by what the workspace chose.
alter table public.post_latest add column followers bigint;
comment on column public.post_latest.followers is
  'How many followed the post''s account at or last before captured_at, by what was known then. Null: not told, or no account of the workspace covers the post.';

-- Kept with each measurement, so that a list sorted by it need not look it up for every post.
create function private.followers_of_latest() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.followers := (
    select f.followers from public.follower_counts as f
    where f.account_id = (
        select ap.account_id from public.account_posts as ap
        where ap.workspace_id = new.workspace_id and ap.post_id = new.post_id)
      and f.measured_at <= new.captured_at
    order by f.measured_at desc limit 1);
  return new;
end
$$;
comment on function private.followers_of_latest is 'Fills in post_latest.followers.';
create trigger followers_of_latest before insert or update on public.post_latest
  for each row execute function private.followers_of_latest();

create or replace view public.post_list with (security_invoker = true) as
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
    / nullif(b.base, 0), 6) as engagement_rate,
  case when b.base > 0 then
    case when w.rate_basis = 'impressions' and l.impressions is null then 'views' else w.rate_basis::text end end as engagement_basis,
  p.is_short,
  case when l.post_id is null then 'not_measured' when b.base > 0 then null when b.base = 0 then 'zero'
    when w.rate_basis = 'followers' then case when ap.account_id is null then 'no_account' else 'no_followers' end
    when w.rate_basis = 'reach' then 'no_reach' else 'no_views' end as engagement_reason
from public.posts as p
left join public.post_latest as l on l.workspace_id = p.workspace_id and l.post_id = p.id
left join public.account_posts as ap on ap.workspace_id = p.workspace_id and ap.post_id = p.id
left join public.accounts as a on a.workspace_id = ap.workspace_id and a.id = ap.account_id
left join public.workspaces as w on w.id = p.workspace_id
-- private.rate_base, in full: a call a post takes longer than all the rest.
cross join lateral (
  select case w.rate_basis when 'views' then l.views when 'reach' then l.reach when 'followers' then l.followers
    else coalesce(l.impressions, l.views) end as base) as b;
comment on column public.post_list.engagement_rate is
  '(likes + comments + shares + saves) / what the workspace chose (rate_basis): views, reach, the account''s followers when the post was measured, or impressions, else views. engagement_basis says which it was. A fraction of 6 decimals; missing numerators count as 0; null without a denominator: engagement_reason says why.';
comment on column public.post_list.engagement_basis is 'What the rate was divided by: views, reach, impressions or followers. Null: there is no rate.';
comment on column public.post_list.engagement_reason is
  'Why there is no rate: not_measured, zero (nobody yet), no_views, no_reach (absent says why), no_account (posts of accounts that are not connected have no follower count) or no_followers (none was known when the post was measured). Null: there is one.';

create or replace function public.list_posts(
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
      p.engagement_basis, p.engagement_reason
    from public.find_posts(workspace, filter, sort, descending, skip, take) as p) as page
$$;

create or replace function public.export_posts(workspace uuid, ids bigint[]) returns text
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
      p.video_views::text, p.engagement_rate::text, p.engagement_basis, p.engagement_reason, p.absent::text, p.source, p.definition,
      replace(p.measured_at::text, ' ', 'T') || ':00', p.is_simulated::text
    ] order by array_position(ids, p.id))::text, '[]')
  from public.post_list as p where p.workspace_id = workspace and p.id = any (ids)
$$;
