-- What the pages of hashtags ask beyond the questions of before: lists to page through, posts by
-- hashtag, and bars over time.
create function public.list_hashtags(
  workspace uuid, search text default null, platform public.platform default null, since timestamptz default null,
  until timestamptz default null, skip int default 0, take int default 50)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  beginning constant text := private.fold(ltrim(btrim(search), '#＃'));
begin
  perform private.require_between('limit', take, 1, 200);
  perform private.require_between('skip', skip, 0, 1000000000);
  return (
    with used as materialized (
      select h.hashtag_id, count(distinct h.author_id) as people, count(*) as posts, max(h.published_at) as newest
      from public.post_hashtags as h
      where h.workspace_id = workspace
        and (list_hashtags.platform is null or h.platform = list_hashtags.platform)
        and (since is null or h.published_at >= since) and (until is null or h.published_at < until)
      group by h.hashtag_id
    ), fitting as materialized (
      select t.id, t.name, t.tag, u.people, u.posts, u.newest
      from used as u join public.hashtags as t on t.id = u.hashtag_id
      where beginning is null or t.tag ^@ beginning
    )
    select json_build_object(
      'hashtags', coalesce(json_agg(json_build_object('hashtag_id', p.id, 'hashtag_name', p.name, 'tag', p.tag,
        'unique_users', p.people, 'total_posts', p.posts, 'newest_at', p.newest)
        order by p.people desc, p.posts desc, p.tag), '[]'),
      'total_count', (select count(*) from fitting),
      'any_tagged', exists (select from public.post_hashtags as h where h.workspace_id = workspace),
      'newest_at', (select max(h.published_at) from public.post_hashtags as h
        where h.workspace_id = workspace and h.published_at <= now()
          and (list_hashtags.platform is null or h.platform = list_hashtags.platform)),
      'as_of', now())
    from (select f.* from fitting as f order by f.people desc, f.posts desc, f.tag limit take offset skip) as p);
end
$$;
comment on function public.list_hashtags is
  'A page of the hashtags whose folded spelling begins with search, in the order of top_hashtags: {hashtags: [{hashtag_id, hashtag_name, tag, unique_users, total_posts, newest_at}], total_count (all that fit), any_tagged (whether the workspace has a tagged post at all), newest_at (of the platform''s newest tagged post, whatever the period), as_of}. since, until: by publishing.';

create function public.hashtag_bars(
  workspace uuid, tags text[], since timestamptz, until timestamptz, bars int default 24, platform public.platform default null)
returns json
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
begin
  perform private.require_between('bars', bars, 1, 200);
  perform private.require_between('tags', cardinality(tags), 0, 200);
  perform private.require_between('seconds', extract(epoch from until - since), 1, 10000000000);
  return (
    with chosen as materialized (
      select t.id, t.tag from public.hashtags as t where t.workspace_id = workspace and t.tag = any (hashtag_bars.tags)
    ), found as materialized (
      select h.hashtag_id, count(*) as posts, width_bucket(
        extract(epoch from h.published_at), extract(epoch from since), extract(epoch from until), bars) as bar
      from public.post_hashtags as h
      where h.workspace_id = workspace and h.published_at >= since and h.published_at < until
        and h.hashtag_id in (select c.id from chosen as c)
        and (hashtag_bars.platform is null or h.platform = hashtag_bars.platform)
      group by h.hashtag_id, bar
    )
    select json_build_object('since', since, 'until', until, 'counts', coalesce(json_object_agg(c.tag, array(
      select coalesce(f.posts, 0) from generate_series(1, bars) as b
      left join found as f on f.hashtag_id = c.id and f.bar = b order by b)), '{}'))
    from chosen as c);
end
$$;
comment on function public.hashtag_bars is
  'Posts of each of the hashtags (folded) in equal parts of the time from since to until, all in one question: {since, until, counts: {tag: [count, … one for each of bars]}}.';

create function private.like_patterns(search text) returns text[]
language sql immutable
set search_path = ''
as $$ select array(select private.like_pattern(word) from regexp_split_to_table(btrim(search), '\s+') as word) $$;
comment on function private.like_patterns is 'like_pattern of each word, for `like all`: they are found in any order.';
grant execute on function private.like_patterns to authenticated;

create or replace function private.post_conditions(filter jsonb) returns text
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
    case when filter ? 'hashtag' then
      -- An array is looked up by the key of posts; a semi-join went wrong wherever statistics were not there yet.
      'p.id = any (array(select h.post_id from public.post_hashtags as h where h.workspace_id = $1 and h.hashtag_id = (
        select t.id from public.hashtags as t where t.workspace_id = $1 and t.tag = private.fold(ltrim($2 ->> ''hashtag'', ''#＃'')))))' end,
    case when filter ? 'search' then
      'concat_ws('' '', p.title, p.caption, p.author_handle, p.author_name, p.url)
        ilike all (array(select unnest(private.like_patterns($2 ->> ''search''))))' end)
$$;
comment on function public.find_posts is
  'Posts of a workspace. filter: {search, platform, account, author, kind, source, state, origin: account|other, from, until, hashtag}. Sorted by one column, missing values last, then by id.';

create function public.post_tags(post bigint) returns json
language sql stable
set search_path = ''
as $$
  select coalesce(json_agg(json_build_object('hashtag', t.name, 'tag', t.tag)
    order by strpos(private.fold(concat_ws(E'\n', p.title, p.caption)), '#' || t.tag), t.tag), '[]')
  from public.posts as p
  join public.post_hashtags as h on h.workspace_id = p.workspace_id and h.post_id = p.id
  join public.hashtags as t on t.workspace_id = h.workspace_id and t.id = h.hashtag_id
  where p.id = post_tags.post
$$;
comment on function public.post_tags is 'The hashtags of one post in the order of its caption: [{hashtag, tag}].';

grant execute on function public.list_hashtags, public.hashtag_bars, public.post_tags to authenticated;
