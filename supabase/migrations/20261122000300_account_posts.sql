-- The posts of connected accounts, and when each is due to be measured again.
create table public.metric_sources (
  source text primary key,
  platform public.platform not null,
  name text not null,
  endpoint text not null,
  is_headline boolean not null
);
comment on table public.metric_sources is 'Where numbers come from. A headline source may be a post''s latest number; the others are series of their own.';
comment on column public.metric_sources.endpoint is 'The call that the numbers were read from.';
insert into public.metric_sources (source, platform, name, endpoint, is_headline) values
  ('youtube_data', 'youtube', 'YouTube Data API', 'videos.batchGetStats, videos.list', true),
  ('youtube_analytics', 'youtube', 'YouTube Analytics', 'reports.query', false),
  ('tiktok_display', 'tiktok', 'TikTok Display API', 'video/query', true),
  ('instagram_graph', 'instagram', 'Instagram Graph API', 'media, media/insights', true),
  ('facebook_graph', 'facebook', 'Facebook Graph API', 'post, post/insights', true),
  ('linkedin_org', 'linkedin', 'LinkedIn share statistics', 'organizationalEntityShareStatistics', true),
  ('linkedin_member', 'linkedin', 'LinkedIn member analytics', 'memberCreatorPostAnalytics', true),
  ('apify_tiktok', 'tiktok', 'Apify, public page', 'clockworks/tiktok-scraper', true),
  ('apify_instagram', 'instagram', 'Apify, public page', 'apify/instagram-scraper', true);
insert into public.metric_definitions (id, platform, source, valid_from, description) values
  ('youtube_analytics.v2', 'youtube', 'youtube_analytics', '2020-01-01',
    'YouTube Analytics of the channel''s owner: lifetime totals up to the last processed day, one to three days ago.'),
  ('tiktok_display.v2', 'tiktok', 'tiktok_display', '2020-01-01', 'TikTok''s Display API: views are starts of play.'),
  ('instagram_graph.v26', 'instagram', 'instagram_graph', '2025-04-21',
    'Instagram''s own insights: views are times played or shown, replays included; they replaced impressions.'),
  ('facebook_graph.v26', 'facebook', 'facebook_graph', '2026-06-15',
    'Facebook''s own insights: media views replaced impressions, unique viewers replaced reach.'),
  ('linkedin_org.202606', 'linkedin', 'linkedin_org', '2025-06-01',
    'Organic share statistics of an organization over a rolling 12 months.'),
  ('linkedin_member.202606', 'linkedin', 'linkedin_member', '2025-06-01', 'Post analytics of the member who wrote it.');
alter table public.metric_sources enable row level security;
grant select on public.metric_sources to authenticated, service_role;
create policy "Everybody signed in reads the sources" on public.metric_sources
  for select to authenticated using (true);

-- Only a headline source may be a post's latest number.
create or replace function private.rebuild_post_latest(workspace uuid) returns int
language plpgsql
set search_path = ''
as $$
declare
  rebuilt int;
begin
  delete from public.post_latest where workspace_id = workspace;
  insert into public.post_latest
  select distinct on (post_id)
    post_id, workspace_id, bucket_at, source, captured_at, impressions, reach, views, likes, comments, shares,
    saves, clicks, video_views, absent, definition, is_simulated
  from public.post_metrics
  where workspace_id = workspace
    and source in (select s.source from public.metric_sources as s where s.is_headline)
  order by post_id, captured_at desc, bucket_at desc, source;
  get diagnostics rebuilt = row_count;
  return rebuilt;
end
$$;

create table public.account_posts (
  post_id bigint primary key,
  workspace_id uuid not null,
  account_id uuid not null,
  api_id text not null,
  found_at timestamptz not null default now(),
  measured_slot timestamptz,
  failures int not null default 0,
  retry_at timestamptz,
  error_code text,
  error_detail text,
  failed_at timestamptz,
  gone_at timestamptz,
  gone_detail text,
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references public.accounts (workspace_id, id) on delete cascade
);
comment on table public.account_posts is 'Which account measures a post, and how that went lately.';
comment on column public.account_posts.api_id is 'The id the platform''s API wants, often not the one in the link.';
comment on column public.account_posts.measured_slot is 'The newest scheduled slot it was measured in.';
comment on column public.account_posts.failures is 'Failed measurements in a row. From the second on it waits longer each time, up to a week.';
comment on column public.account_posts.gone_at is 'Since when the platform does not know it any more. Its history is kept; found again, it goes on.';
create index account_posts_account_idx on public.account_posts (workspace_id, account_id);
create index account_posts_failing_idx on public.account_posts (workspace_id, failed_at) where failures > 0;
alter table public.account_posts enable row level security;
grant select on public.account_posts to authenticated, service_role;
grant insert, update on public.account_posts to service_role;
grant update (listed_at, rejected_metrics) on public.accounts to service_role;
create policy "Members read their account posts" on public.account_posts
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));

-- The rule: how often a post is worth a call. Views of most posts come within
-- two days, so an hour tells something then; for a month six hours do; later
-- the curve is flat, and quota is better spent on young posts. When a day's
-- quota runs short, the young give way first to once a slot, then everything
-- older than two days to once a day.
create function private.measure_interval(age interval, quota_used real) returns interval
language sql immutable
set search_path = ''
as $$
  select case
    when age < interval '2 days' then case when quota_used < 0.5 then interval '1 hour' else interval '6 hours' end
    when age < interval '30 days' then case when quota_used < 0.9 then interval '6 hours' else interval '1 day' end
    when age < interval '180 days' then case when quota_used < 0.5 then interval '7 days' end
    when age < interval '2 years' then case when quota_used < 0.5 then interval '30 days' end
  end
$$;
comment on function private.measure_interval is
  'How long after its last slot a post of this age is due again, given the share of the day''s quota already used (0 to 1). Null: not at all.';

create function private.is_due(slot timestamptz, published_at timestamptz, measured_slot timestamptz, quota_used real)
returns boolean
language sql immutable
set search_path = ''
as $$
  select case
    when measured_slot is null then coalesce(slot - published_at < interval '30 days', true)
    else measured_slot + private.measure_interval(slot - coalesce(published_at, slot), quota_used) <= slot
  end is true
$$;
comment on function private.is_due is 'Whether a post is to be measured in a slot. A new one within its first 30 days always is.';

-- After a failure: the next slot, then twice as long each time, up to a week.
create function private.backoff(failures int) returns interval
language sql immutable
set search_path = ''
as $$ select case when failures < 2 then interval '0' else least(interval '7 days', interval '6 hours' * 2 ^ least(failures - 1, 10)) end $$;
comment on function private.backoff is 'How long a post waits after so many failures in a row.';

grant execute on function private.measure_interval, private.is_due, private.backoff to authenticated, service_role;
