-- What a campaign's posts brought and cost. Sums say of how many posts they are; what cannot be
-- divided is null with its reason.
create function private.engagement_of(likes bigint, comments bigint, shares bigint, saves bigint) returns numeric
language sql immutable
set search_path = ''
as $$
  select case when coalesce(likes, comments, shares, saves) is not null then
    coalesce(likes, 0)::numeric + coalesce(comments, 0) + coalesce(shares, 0) + coalesce(saves, 0) end
$$;
comment on function private.engagement_of is 'Likes, comments, shares and saves added up, missing ones as 0. Null: none of them is told.';

-- In plpgsql, because followers come to post_latest by a later migration.
create function private.campaign_facts(workspace uuid, campaigns uuid[], posts bigint[] default null)
returns table (
  campaign_id uuid, post_id bigint, platform public.platform, price numeric, added_at timestamptz, views numeric, engagement numeric,
  is_partial boolean, base numeric, base_of text, definition text, measured_at timestamptz, is_simulated boolean)
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  basis constant public.rate_basis := (select w.rate_basis from public.workspaces as w where w.id = workspace);
begin
  return query
  select c.campaign_id, c.post_id, p.platform, c.price, c.added_at, l.views::numeric,
    private.engagement_of(l.likes, l.comments, l.shares, l.saves),
    coalesce(jsonb_path_exists(l.absent, '$.keyvalue() ? ((@.key == "likes" || @.key == "comments" || @.key == "shares" || @.key == "saves") && @.value != "not_offered")'), false),
    private.rate_base(basis, l.views, l.reach, l.impressions, l.followers)::numeric,
    case when basis <> 'impressions' then basis::text when l.impressions is not null then 'impressions' else 'views' end,
    l.definition, l.captured_at, l.is_simulated
  from public.campaign_posts as c
  join public.posts as p on p.workspace_id = c.workspace_id and p.id = c.post_id
  left join public.post_latest as l on l.workspace_id = c.workspace_id and l.post_id = c.post_id
  where c.workspace_id = workspace and c.campaign_id = any (campaigns) and (posts is null or c.post_id = any (posts));
end
$$;
comment on function private.campaign_facts is
  'Each post of some campaigns with its newest numbers. engagement null: none of its parts is told; is_partial: a part is missing though the platform offers it. base: what its engagement is divided by, as the workspace chose it, base_of says what that is; followers are those its account had when it was measured.';

create function private.campaign_figures(workspace uuid, campaigns uuid[])
returns table (campaign_id uuid, platform public.platform, figures jsonb)
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
  return query
  with added as (
    select f.campaign_id, f.platform, count(*)::int as posts, count(f.measured_at)::int as measured_posts,
      sum(f.views) as views, count(f.views)::int as views_posts,
      sum(f.engagement) as engagement, count(f.engagement)::int as engagement_posts,
      count(*) filter (where f.is_partial and f.engagement is not null)::int as partial_posts,
      sum(f.engagement) filter (where f.base is not null) as rated, sum(f.base) filter (where f.engagement is not null) as base,
      count(*) filter (where f.engagement is not null and f.base is not null)::int as rate_posts,
      array_agg(distinct f.base_of order by f.base_of) filter (where f.engagement is not null and f.base is not null) as rate_of,
      sum(f.price) as spend, count(f.price)::int as priced_posts,
      sum(f.price) filter (where f.views is not null) as cpm_spend, sum(f.views) filter (where f.price is not null) as cpm_views,
      count(*) filter (where f.price is not null and f.views is not null)::int as cpm_posts,
      sum(f.price) filter (where f.engagement is not null) as cost_spend,
      sum(f.engagement) filter (where f.price is not null) as cost_engagement,
      count(*) filter (where f.price is not null and f.engagement is not null)::int as cost_posts,
      count(distinct f.definition)::int as definitions,
      min(f.measured_at) as measured_from, max(f.measured_at) as measured_until,
      count(*) filter (where f.is_simulated)::int as simulated_posts
    from private.campaign_facts(workspace, campaigns) as f
    group by grouping sets ((f.campaign_id), (f.campaign_id, f.platform))
  ), told as (
    select added.*,
      case when measured_posts = 0 then 'not_measured' when views_posts = 0 then 'views_not_told' end as views_reason,
      case when measured_posts = 0 then 'not_measured' when engagement_posts = 0 then 'engagement_not_told' end as engagement_reason
    from added
  )
  select t.campaign_id, t.platform, jsonb_build_object(
    'posts', t.posts, 'measured_posts', t.measured_posts,
    'views', t.views::text, 'views_posts', t.views_posts, 'views_reason', t.views_reason,
    'engagement', t.engagement::text, 'engagement_posts', t.engagement_posts, 'partial_posts', t.partial_posts,
    'engagement_reason', t.engagement_reason,
    'engagement_rate', round(t.rated / nullif(t.base, 0), 6)::text, 'rate_posts', t.rate_posts, 'rate_of', coalesce(to_jsonb(t.rate_of), '[]'),
    'rate_reason', coalesce(t.engagement_reason, case when t.rate_posts = 0 then 'base_not_told' when t.base = 0 then 'zero_base' end),
    'spend', trim_scale(t.spend)::text, 'priced_posts', t.priced_posts,
    'spend_reason', case when t.priced_posts = 0 then 'no_price' end,
    'cpm', trim_scale(round(t.cpm_spend * 1000 / nullif(t.cpm_views, 0), 6))::text, 'cpm_posts', t.cpm_posts,
    'cpm_reason', case when t.priced_posts = 0 then 'no_price' when t.views_reason is not null then t.views_reason
      when t.cpm_posts = 0 then 'priced_without_views' when t.cpm_views = 0 then 'zero_views' end,
    'cost_per_engagement', trim_scale(round(t.cost_spend / nullif(t.cost_engagement, 0), 6))::text, 'cost_posts', t.cost_posts,
    'cost_reason', case when t.priced_posts = 0 then 'no_price' when t.engagement_reason is not null then t.engagement_reason
      when t.cost_posts = 0 then 'priced_without_engagement' when t.cost_engagement = 0 then 'zero_engagement' end,
    'mean_views', round(t.views / nullif(t.views_posts, 0))::text,
    'definitions', t.definitions, 'measured_from', t.measured_from, 'measured_until', t.measured_until,
    'simulated_posts', t.simulated_posts)
  from told as t;
end
$$;
comment on function private.campaign_figures is
  'Totals of each campaign (platform null) and of each of its platforms; no row: no posts. Sums are over the posts that have the number, *_posts says how many: of a rate, CPM (per 1,000 views) and cost per engagement those that have both parts. A null has its reason beside it. Numbers are decimal text.';

create function private.no_figures() returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_build_object('posts', 0, 'measured_posts', 0, 'views', null, 'views_posts', 0, 'views_reason', 'no_posts',
    'engagement', null, 'engagement_posts', 0, 'partial_posts', 0, 'engagement_reason', 'no_posts', 'engagement_rate', null,
    'rate_posts', 0, 'rate_of', jsonb_build_array(), 'rate_reason', 'no_posts', 'spend', null, 'priced_posts', 0,
    'spend_reason', 'no_posts', 'cpm', null, 'cpm_posts', 0, 'cpm_reason', 'no_posts', 'cost_per_engagement', null,
    'cost_posts', 0, 'cost_reason', 'no_posts', 'mean_views', null, 'definitions', 0, 'measured_from', null,
    'measured_until', null, 'simulated_posts', 0)
$$;
comment on function private.no_figures is 'private.campaign_figures of a campaign without posts.';

create function private.described_campaign(c public.campaigns) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object('id', c.id, 'name', c.name, 'state', c.state, 'currency', c.currency, 'note', c.note,
    'starts_on', c.starts_on, 'ends_on', c.ends_on, 'created_at', c.created_at, 'updated_at', c.updated_at,
    'made_by', (select coalesce(p.name, p.email) from public.profiles as p where p.user_id = c.made_by))
$$;
comment on function private.described_campaign is 'A campaign as every answer tells it. made_by null: somebody who is no longer in the workspace.';

create function public.campaign_list(
  workspace uuid, filter jsonb default '{}', sort text default 'updated_at', descending boolean default true,
  skip int default 0, take int default 50)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  found public.campaigns[];
  wanted uuid[];
  answer json;
begin
  perform private.require_between('limit', take, 1, 1000);
  if not workspace = any (array(select private.my_workspaces())) then
    return null;
  end if;
  found := array(select c from public.campaigns as c where c.workspace_id = workspace
    and (not filter ? 'search' or concat_ws(' ', c.name, c.note) ilike all (private.like_patterns(filter ->> 'search'))));
  wanted := array(select c.id from unnest(found) as c where not filter ? 'state' or c.state = (filter ->> 'state')::public.campaign_state);
  with told as materialized (
    select * from private.campaign_figures(workspace, wanted)
  ), row as materialized (
    select c.id, c.name, c.updated_at, c.created_at, c.state, private.described_campaign(c) as campaign,
      coalesce(t.figures, private.no_figures()) as figures,
      array(select o.platform from told as o where o.campaign_id = c.id and o.platform is not null order by o.platform) as platforms
    from unnest(found) as c left join told as t on t.campaign_id = c.id and t.platform is null
    where c.id = any (wanted)
  ), sorted as (
    select r.*, row_number() over (order by
      case when not descending then o.number end asc nulls last, case when descending then o.number end desc nulls last,
      case when not descending then o.word end asc nulls last, case when descending then o.word end desc nulls last, r.id) as place
    from row as r cross join lateral (select
      case sort when 'views' then (r.figures ->> 'views')::numeric when 'engagement_rate' then (r.figures ->> 'engagement_rate')::numeric
        when 'engagement' then (r.figures ->> 'engagement')::numeric when 'posts' then (r.figures ->> 'posts')::numeric
        when 'spend' then (r.figures ->> 'spend')::numeric when 'created_at' then extract(epoch from r.created_at)
        when 'updated_at' then extract(epoch from r.updated_at) end as number,
      case sort when 'name' then lower(r.name) when 'state' then r.state::text end as word) as o
  ), post as (
    select distinct on (f.post_id) f.post_id, f.views, f.is_simulated, f.definition from private.campaign_facts(workspace, wanted) as f
  )
  select json_build_object(
    'items', coalesce((select json_agg(s.campaign || s.figures || jsonb_build_object('platforms', s.platforms) order by s.place)
      from sorted as s where s.place > skip and s.place <= skip + take), '[]'),
    'total_count', cardinality(wanted),
    'states', (select json_build_object('active', count(*) filter (where c.state = 'active'), 'live', count(*) filter (where c.state = 'live'),
      'archived', count(*) filter (where c.state = 'archived')) from unnest(found) as c),
    'totals', (select json_build_object('campaigns', cardinality(wanted), 'posts', count(*), 'views', sum(post.views)::text,
      'views_posts', count(post.views), 'definitions', count(distinct post.definition), 'simulated_posts', count(*) filter (where post.is_simulated),
      'mean_rate', (select round(avg((r.figures ->> 'engagement_rate')::numeric), 6)::text from row as r),
      'rated_campaigns', (select count(*) from row as r where r.figures ->> 'engagement_rate' is not null)) from post),
    'rate_basis', (select w.rate_basis from public.workspaces as w where w.id = workspace), 'as_of', now())
  into answer;
  return answer;
end
$$;
comment on function public.campaign_list is
  'A workspace''s campaigns, {search, state} narrow them, sorted by name, state, updated_at, created_at, posts, views, engagement, engagement_rate or spend, missing values last: {items, total_count, states (how many of each, whatever the state asked for), totals, rate_basis, as_of}. totals count a post once, in however many of the campaigns it is; mean_rate is the mean of the rates of rated_campaigns. Null for strangers.';

create function public.campaign_detail(campaign uuid) returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  home public.campaigns;
begin
  select c.* into home from public.campaigns as c where c.id = campaign;
  if home.id is null then
    return null;
  end if;
  return (
    with told as materialized (
      select * from private.campaign_figures(home.workspace_id, array[home.id])
    )
    select json_build_object(
      'campaign', private.described_campaign(home),
      'totals', coalesce((select t.figures from told as t where t.platform is null), private.no_figures()),
      'platforms', coalesce((select json_agg(jsonb_build_object('platform', t.platform) || t.figures order by t.platform)
        from told as t where t.platform is not null), '[]'),
      'definitions', (select coalesce(json_agg(d order by d.platform, d.definition, d.is_simulated), '[]') from (
        select f.platform, f.definition, m.description, f.is_simulated, count(*) as posts
        from private.campaign_facts(home.workspace_id, array[home.id]) as f join public.metric_definitions as m on m.id = f.definition
        group by f.platform, f.definition, m.description, f.is_simulated) as d),
      'rate_basis', w.rate_basis, 'time_zone', w.time_zone, 'as_of', now())
    from public.workspaces as w where w.id = home.workspace_id);
end
$$;
comment on function public.campaign_detail is
  'A campaign with its totals, the same of each platform, what its numbers mean and of how many posts, and what its rates are divided by: {campaign, totals, platforms, definitions, rate_basis, time_zone, as_of}; figures as private.campaign_figures says them. Null for strangers.';

create function public.campaign_post_ids(
  campaign uuid, filter jsonb default '{}', sort text default 'views', descending boolean default true, skip int default 0, take int default null)
returns bigint[]
language plpgsql stable
set search_path = ''
as $$
declare
  sort_key constant text := coalesce('{
    "views": "f.views", "engagement": "f.engagement", "engagement_rate": "f.engagement / nullif(f.base, 0)", "price": "f.price",
    "cpm": "f.price / nullif(f.views, 0)", "cost_per_engagement": "f.price / nullif(f.engagement, 0)", "added_at": "f.added_at",
    "published_at": "p.published_at", "measured_at": "f.measured_at", "title": "lower(coalesce(p.title, p.caption, p.url))",
    "author": "lower(coalesce(p.author_handle, p.author_name))", "platform": "p.platform"
  }'::jsonb ->> sort, 'f.views');
  direction constant text := case when descending then 'desc' else 'asc' end;
  ids bigint[];
begin
  execute format(
    'select array(select f.post_id from private.campaign_facts($1, array[$2]) as f join public.posts as p on p.id = f.post_id where %s order by %s %s nulls last, f.post_id %s limit %s offset %s)',
    concat_ws(' and ', 'p.workspace_id = $1', case when filter ? 'platform' then 'p.platform = ($3 ->> ''platform'')::public.platform' end,
      case when filter ? 'priced' then case filter ->> 'priced' when 'yes' then 'f.price is not null' else 'f.price is null' end end,
      case when filter ? 'search' then '(p.title ilike $4 or p.caption ilike $4 or p.author_handle ilike $4 or p.author_name ilike $4 or p.url ilike $4)' end),
    sort_key, direction, direction, coalesce(take::text, 'all'), skip)
  into ids using (select c.workspace_id from public.campaigns as c where c.id = campaign), campaign, filter, private.like_pattern(filter ->> 'search');
  return ids;
end
$$;
comment on function public.campaign_post_ids is
  'The ids of a campaign''s posts, {search, platform, priced: yes|no} narrow them, sorted by one column, missing values last. Without take all of them, so that an export reads the posts of one moment, each once.';

create function public.campaign_posts_page(
  campaign uuid, filter jsonb default '{}', sort text default 'views', descending boolean default true, skip int default 0, take int default 50)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  home constant uuid := (select c.workspace_id from public.campaigns as c where c.id = campaign);
  all_ids bigint[];
  ids bigint[];
begin
  perform private.require_between('limit', take, 1, 1000);
  if home is null then
    return null;
  end if;
  all_ids := public.campaign_post_ids(campaign, filter, sort, descending);
  ids := all_ids[skip + 1 : skip + take];
  return json_build_object('total_count', cardinality(all_ids), 'items', (
    select coalesce(json_agg(page), '[]') from (
      select p.id, p.platform, p.external_id, p.url, p.author_handle, p.author_name, p.title, p.caption, p.media_kind, p.thumbnail_url,
        p.published_at, p.state, p.freshness, p.measured_at, p.source,
        (select s.name from public.metric_sources as s where s.source = p.source) as source_name, p.definition, p.is_simulated,
        p.impressions::text, p.reach::text, p.views::text, p.likes::text, p.comments::text, p.shares::text, p.saves::text, p.absent,
        f.engagement::text, f.is_partial, round(f.engagement / nullif(f.base, 0), 6)::text as engagement_rate, f.base_of as engagement_rate_of,
        trim_scale(f.price)::text as price, trim_scale(round(f.price * 1000 / nullif(f.views, 0), 6))::text as cpm,
        trim_scale(round(f.price / nullif(f.engagement, 0), 6))::text as cost_per_engagement, f.added_at
      from private.campaign_facts(home, array[campaign], ids) as f
      join public.post_list as p on p.workspace_id = home and p.id = f.post_id
      order by array_position(ids, p.id)) as page));
end
$$;
comment on function public.campaign_posts_page is
  'A page of public.campaign_post_ids with each post''s newest numbers, its price, CPM and cost per engagement: {total_count, items}. Numbers are decimal text. Null for strangers.';

create function public.export_campaign_posts(campaign uuid, ids bigint[]) returns text
language plpgsql stable
set search_path = ''
set timezone = 'UTC'
set plan_cache_mode = force_custom_plan
as $$
declare
  home public.campaigns;
begin
  select c.* into home from public.campaigns as c where c.id = campaign;
  return (
    select coalesce(json_agg(array[
        p.id::text, p.platform::text, p.external_id, p.url, p.title, p.author_handle, p.author_name, p.media_kind::text,
        replace(p.published_at::text, ' ', 'T') || ':00', p.state, p.views::text, p.likes::text, p.comments::text, p.shares::text,
        p.saves::text, p.impressions::text, p.reach::text, f.engagement::text, round(f.engagement / nullif(f.base, 0), 6)::text,
        case when f.engagement is not null and f.base > 0 then f.base_of end, trim_scale(f.price)::text, home.currency,
        trim_scale(round(f.price * 1000 / nullif(f.views, 0), 6))::text,
        trim_scale(round(f.price / nullif(f.engagement, 0), 6))::text, p.absent::text, p.source, p.definition,
        replace(p.measured_at::text, ' ', 'T') || ':00', p.is_simulated::text, replace(f.added_at::text, ' ', 'T') || ':00'
      ] order by array_position(export_campaign_posts.ids, p.id))::text, '[]')
    from private.campaign_facts(home.workspace_id, array[home.id], export_campaign_posts.ids) as f
    join public.post_list as p on p.workspace_id = home.workspace_id and p.id = f.post_id);
end
$$;
comment on function public.export_campaign_posts is
  'A piece of an export as the text of one JSON value: an array of posts in the order of the ids, each of text cells in the order of lib/campaigns/export-columns.ts.';

grant execute on function private.engagement_of, private.campaign_facts, private.campaign_figures, private.no_figures, private.described_campaign,
  public.campaign_list, public.campaign_detail, public.campaign_post_ids, public.campaign_posts_page, public.export_campaign_posts
  to authenticated;
