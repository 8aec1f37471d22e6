-- Comments that come with scraped items: the few that the page showed. Derived from
-- raw events as everything of ingest is, in any order to the same rows.
create table private.ingest_comments (
  comment_id bigint primary key,
  workspace_id uuid not null,
  post_id bigint not null,
  marks jsonb not null,
  foreign key (workspace_id, post_id, comment_id) references public.comments (workspace_id, post_id, id) on delete cascade
);
comment on table private.ingest_comments is
  'Which event said what of a comment: by field, the time of its run and its id. Only what is newer replaces it.';
create index ingest_comments_post_idx on private.ingest_comments (workspace_id, post_id, comment_id);
alter table private.ingest_comments enable row level security;
grant select, insert, update on private.ingest_comments to service_role;
-- Beyond what keep_comments does: whatever a newer event says.
grant update (body, likes, published_at, author_id, captured_at, first_at, source) on public.comments to service_role;

-- The same comment twice in one item: where it stands highest. So no answer can be above what it answers.
create function private.comments_in(payload jsonb)
returns table (external_id text, parent_external_id text, author_handle text, author_external_id text, body text, likes bigint,
  published_at timestamptz)
language sql stable
set search_path = ''
rows 10
as $$
  with recursive said (body, parent, depth) as (
    select each.value, null::text, 1 from jsonb_array_elements(
      case jsonb_typeof(payload -> 'latestComments') when 'array' then payload -> 'latestComments' else '[]' end
      || case jsonb_typeof(payload -> 'firstComment') when 'object' then jsonb_build_array(payload -> 'firstComment') else '[]' end) as each
    union all
    select reply.value, said.body ->> 'id', said.depth + 1 from said
    cross join lateral jsonb_array_elements(
      case jsonb_typeof(said.body -> 'replies') when 'array' then said.body -> 'replies' else '[]' end) as reply
    where said.depth < 20 and nullif(said.body ->> 'id', '') is not null
  )
  select distinct on (said.body ->> 'id') said.body ->> 'id', said.parent,
    coalesce(said.body ->> 'ownerUsername', said.body #>> '{owner,username}'), said.body #>> '{owner,id}', said.body ->> 'text',
    case when private.read_count(said.body -> 'likesCount') ~ '^\d+$' then private.read_count(said.body -> 'likesCount')::bigint end,
    private.read_moment(said.body -> 'timestamp')
  from said
  where jsonb_typeof(said.body) = 'object' and jsonb_typeof(said.body -> 'id') in ('string', 'number')
    and char_length(said.body ->> 'id') between 1 and 200 and said.body ->> 'id' is distinct from said.parent
  order by said.body ->> 'id', said.depth
$$;
comment on function private.comments_in is 'The comments that an Instagram item of Apify shows, answers with the one they answer. What has no id is none.';

create type private.scraped_comment as (
  post_id bigint, external_id text, parent_external_id text, author_handle text, author_external_id text, author_mark text,
  body text, body_mark text, likes bigint, likes_mark text, published_at timestamptz, published_mark text,
  observed_at timestamptz, is_simulated boolean);
comment on type private.scraped_comment is 'What events say of one comment; each mark is the event that says it, in an order of time.';

create function private.told_comments(workspace uuid, items private.ingest_item[], event_ids bigint[])
returns setof private.scraped_comment
language plpgsql stable
set search_path = ''
set enable_nestloop = off
as $$
begin
  -- Of each field what the newest event says that says something.
  return query
  with event as materialized (
    select i.external_id, e.observed_at, e.is_simulated, e.payload::jsonb as payload,
      to_char(e.observed_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || lpad(e.id::text, 20, '0') as mark
    from unnest(items) as i
    join unnest(event_ids) with ordinality as given (id, number) on given.number = i.number
    join public.raw_events as e on e.id = given.id
    where e.id = any (event_ids) and i.code is null and e.payload::text ~ '"(latestComments|firstComment)"\s*:\s*[\[{]\s*[{"]'
  )
  select p.id, c.external_id,
    (array_agg(c.parent_external_id order by event.mark) filter (where c.parent_external_id is not null))[1],
    (array_agg(c.author_handle order by event.mark desc) filter (where c.author_handle is not null))[1],
    (array_agg(c.author_external_id order by event.mark desc) filter (where c.author_handle is not null))[1],
    max(event.mark) filter (where c.author_handle is not null),
    (array_agg(c.body order by event.mark desc) filter (where c.body is not null))[1], max(event.mark) filter (where c.body is not null),
    (array_agg(c.likes order by event.mark desc) filter (where c.likes is not null))[1], max(event.mark) filter (where c.likes is not null),
    (array_agg(c.published_at order by event.mark desc) filter (where c.published_at is not null))[1],
    max(event.mark) filter (where c.published_at is not null), max(event.observed_at), bool_or(event.is_simulated)
  from event
  join public.posts as p on p.workspace_id = workspace and p.platform = 'instagram' and p.external_id = event.external_id
  cross join lateral private.comments_in(event.payload) as c
  group by p.id, c.external_id;
end
$$;
comment on function private.told_comments is 'What events say of comments, one row each, with the mark of the event that says it.';

create function private.keep_scraped_comments(workspace uuid, told private.scraped_comment[]) returns void
language plpgsql
set search_path = ''
as $$
declare
  fresh record;
begin
  -- New ones, as comments of every source come.
  for fresh in
    select t.post_id, bool_or(t.is_simulated) as is_simulated, jsonb_agg(jsonb_build_object(
      'external_id', t.external_id, 'parent_external_id', t.parent_external_id, 'author_handle', t.author_handle,
      'author_external_id', t.author_external_id, 'body', t.body, 'likes', t.likes, 'published_at', t.published_at)
      order by t.external_id) as comments
    from unnest(told) as t
    where not exists (select from public.comments as c where c.post_id = t.post_id and c.external_id = t.external_id)
    group by t.post_id order by t.post_id
  loop
    perform private.keep_comments(workspace, fresh.post_id, 'apify_instagram', fresh.is_simulated, fresh.comments);
  end loop;
  perform private.keep_people(workspace, coalesce((
    select jsonb_agg(distinct jsonb_build_object('platform', 'instagram', 'handle', t.author_handle, 'external_id', t.author_external_id))
    from unnest(told) as t where t.author_handle is not null), '[]'));

  -- Of known ones what no newer event said, and no platform itself told later.
  with newer as materialized (
    select t.*, c.id, w.id as person_id, coalesce(m.marks, '{}') as marks, m.comment_id is null as is_new
    from unnest(told) as t
    join public.comments as c on c.post_id = t.post_id and c.external_id = t.external_id
    left join private.ingest_comments as m on m.comment_id = c.id
    left join public.comment_reads as r on r.workspace_id = workspace and r.post_id = t.post_id and r.source <> 'apify_instagram'
    left join public.people as w on w.workspace_id = workspace and w.platform = 'instagram'
      and w.key = private.person_key(t.author_handle, t.author_external_id, null)
    where c.source = 'apify_instagram' or t.observed_at > greatest(c.captured_at, r.read_at)
  ), marked as (
    insert into private.ingest_comments as m (comment_id, workspace_id, post_id, marks)
    select n.id, workspace, n.post_id, jsonb_strip_nulls(jsonb_build_object(
      'body', n.body_mark, 'likes', n.likes_mark, 'published_at', n.published_mark, 'author', n.author_mark))
    from newer as n order by n.id
    on conflict (comment_id) do update set marks = m.marks || (
      select coalesce(jsonb_object_agg(each.key, each.value), '{}') from jsonb_each_text(excluded.marks) as each
      where each.value > coalesce(m.marks ->> each.key, ''))
  )
  update public.comments as c set
    body = case when n.body_mark > coalesce(n.marks ->> 'body', '') then n.body else c.body end,
    likes = case when n.likes_mark > coalesce(n.marks ->> 'likes', '') then n.likes else c.likes end,
    published_at = case when n.published_mark > coalesce(n.marks ->> 'published_at', '') then n.published_at else c.published_at end,
    author_id = case when n.author_mark > coalesce(n.marks ->> 'author', '') then coalesce(n.person_id, c.author_id) else c.author_id end,
    captured_at = case when n.is_new then n.observed_at else greatest(c.captured_at, n.observed_at) end,
    first_at = least(c.first_at, n.observed_at), source = 'apify_instagram'
  from newer as n
  where c.id = n.id and (n.is_new or n.observed_at > c.captured_at or n.body_mark > coalesce(n.marks ->> 'body', '')
    or n.likes_mark > coalesce(n.marks ->> 'likes', '') or n.published_mark > coalesce(n.marks ->> 'published_at', '')
    or n.author_mark > coalesce(n.marks ->> 'author', ''));
end
$$;
comment on function private.keep_scraped_comments is 'Keeps comments that events told of; nothing older replaces what is newer.';

-- Where the comments of scraped posts stand, as the newest item says it. What the platform itself said counts more.
create function private.mark_scraped(workspace uuid, items private.ingest_item[], event_ids bigint[], told private.scraped_comment[])
returns void
language plpgsql
set search_path = ''
set enable_nestloop = off
as $$
begin
  insert into public.comment_reads as r (post_id, workspace_id, state, reason, source, is_simulated, read_at, requested_at)
  select distinct on (p.id) p.id, workspace, case when said.is_off then 'off' else 'open' end,
    case when not said.is_off then private.scraped_note() end, 'apify_instagram', said.is_simulated, said.observed_at, said.observed_at
  from (
    select i.external_id, e.id, e.observed_at, e.is_simulated, coalesce(e.payload ->> 'isCommentsDisabled' = 'true', false) as is_off
    from unnest(items) as i
    join unnest(event_ids) with ordinality as given (id, number) on given.number = i.number
    join public.raw_events as e on e.id = given.id
    where e.id = any (event_ids) and i.code is null
  ) as said
  join public.posts as p on p.workspace_id = workspace and p.platform = 'instagram' and p.external_id = said.external_id
  where said.is_off or exists (select from unnest(told) as t where t.post_id = p.id)
  order by p.id, said.observed_at desc, said.id desc
  on conflict (post_id) do update set
    state = excluded.state, reason = excluded.reason, next_step = null, source = excluded.source,
    is_simulated = excluded.is_simulated, read_at = excluded.read_at
  where r.state = 'not_offered' or r.source = 'apify_instagram' and r.state in ('open', 'off') and r.read_at <= excluded.read_at;
end
$$;
comment on function private.mark_scraped is 'Says of posts with scraped comments that these are a handful, and of those with comments switched off that they are.';

alter function private.keep_items(public.ingest_runs, private.ingest_item[], bigint[]) rename to keep_item_numbers;
comment on function private.keep_item_numbers is
  'Derives posts, snapshots, latest numbers and quarantine from events that read_items has read. Safe to repeat, in any order.';
create function private.keep_items(r public.ingest_runs, items private.ingest_item[], event_ids bigint[])
returns table (ingested int, quarantined int, new_posts int)
language plpgsql
set search_path = ''
as $$
declare
  told private.scraped_comment[];
begin
  return query select * from private.keep_item_numbers(r, items, event_ids);
  if r.platform = 'instagram' then
    told := array(select t from private.told_comments(r.workspace_id, items, event_ids) as t);
    if cardinality(told) > 0 then
      perform private.keep_scraped_comments(r.workspace_id, told);
    end if;
    perform private.mark_scraped(r.workspace_id, items, event_ids, told);
  end if;
end
$$;
comment on function private.keep_items is 'Derives everything from events that read_items has read: numbers, and comments. Safe to repeat, in any order.';

alter function public.ingest_hash(uuid) rename to ingest_numbers_hash;
alter function public.ingest_numbers_hash(uuid) set schema private;
comment on function private.ingest_numbers_hash is 'SHA-256 over posts, snapshots, latest numbers and quarantine of ingest.';
create function public.ingest_hash(workspace uuid) returns text
language sql stable
set search_path = ''
set timezone = 'UTC'
as $$
  with line (text) as (
    select jsonb_build_array('comment', p.external_id, c.external_id, c.parent_external_id, up.external_id, w.key, c.body, c.likes,
      c.published_at, c.source, c.captured_at, c.is_simulated)::text
    from private.ingest_comments as m
    join public.comments as c on c.workspace_id = m.workspace_id and c.id = m.comment_id
    join public.posts as p on p.workspace_id = m.workspace_id and p.id = c.post_id
    left join public.comments as up on up.id = c.parent_id
    left join public.people as w on w.workspace_id = c.workspace_id and w.id = c.author_id
    where m.workspace_id = workspace
    union all
    select jsonb_build_array('comments', p.external_id, r.state, r.reason, r.read_at, r.is_simulated)::text
    from public.comment_reads as r join public.posts as p on p.workspace_id = r.workspace_id and p.id = r.post_id
    where r.workspace_id = workspace and r.source = 'apify_instagram'
  )
  select encode(sha256(convert_to(private.ingest_numbers_hash(workspace)
    || coalesce(E'\n' || string_agg(line.text, E'\n' order by line.text collate "C"), ''), 'UTF8')), 'hex')
  from line
$$;
comment on function public.ingest_hash is 'SHA-256 over all that ingest derived for a workspace, without ids of ours.';

grant execute on function private.comments_in, private.told_comments, private.keep_scraped_comments, private.mark_scraped,
  private.keep_items, public.ingest_hash to service_role;
