-- What a short video is, said once: reels, Shorts, and videos of TikTok.
alter table public.posts add column is_short boolean not null generated always as (
  media_kind is not null and (media_kind in ('reel', 'short') or platform = 'tiktok' and media_kind = 'video')) stored;
comment on column public.posts.is_short is 'A short video: a reel, a Short, or a video of TikTok. Only these are ranked among each other.';

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
    / nullif(coalesce(l.impressions, l.views), 0), 6) as engagement_rate,
  case when coalesce(l.impressions, l.views) > 0 then
    case when l.impressions is not null then 'impressions' else 'views' end end as engagement_basis,
  p.is_short
from public.posts as p
left join public.post_latest as l on l.workspace_id = p.workspace_id and l.post_id = p.id
left join public.account_posts as ap on ap.workspace_id = p.workspace_id and ap.post_id = p.id
left join public.accounts as a on a.workspace_id = ap.workspace_id and a.id = ap.account_id;
comment on column public.post_list.is_short is 'As in posts.';

create or replace function private.described_reels(workspace uuid) returns text
language sql immutable
set search_path = ''
as $$
  select case when workspace is null then
    $sql$select id, platform, external_id, author, title, caption, url, published_at, thumbnail_url, media_kind, duration_seconds, is_short
      from (select s.id, s.platform, null::text as external_id, s.author_handle as author, s.title, s.caption, null::text as url,
        s.published_at, null::text as thumbnail_url, 'reel'::public.media_kind as media_kind, null::numeric as duration_seconds,
        true as is_short
        from public.sample_reels as s) as sample$sql$
    else format(
    $sql$select id, platform, external_id, coalesce(author_handle, author_name) as author, title, caption, url, published_at,
      thumbnail_url, media_kind, duration_seconds, is_short from public.posts where workspace_id = %L$sql$, workspace) end
$$;

create or replace function private.reel_choices(workspace uuid, days int, asked timestamptz) returns json
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
      where p.published_at between $1 - make_interval(days => $2) and $1 and p.is_short)
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
