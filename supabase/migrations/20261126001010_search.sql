-- Search over everything a workspace has: what begins with the words typed comes
-- first, then what has most of them in its title; of equals the newest first.

create function private.words_of(said text) returns text[]
language sql immutable parallel safe
set search_path = ''
as $$
  select array(select word from unnest(tsvector_to_array(to_tsvector('pg_catalog.simple',
    case when octet_length(said) = char_length(said) then lower(said collate pg_catalog.pg_c_utf8)
    -- Scripts that write no spaces: each character is a word. What is no letter at all parts words.
    else regexp_replace(
      lower(case when said is nfc normalized then said else normalize(said, nfc) end collate pg_catalog.pg_c_utf8),
      '([\u0e00-\u0eff\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff])|[^\u0001-\u007f[:alnum:]]', ' \1 ', 'g') end))) as word
  where octet_length(word) <= 200)
$$;
comment on function private.words_of is 'The different words of a text, folded, the same in every locale of a server.';

create function private.word_space(workspace uuid) returns text
language sql immutable parallel safe
set search_path = ''
as $$ select substr(workspace::text, 1, 8) || substr(workspace::text, 25) || ':' $$;
comment on function private.word_space is 'What words of a workspace begin with in the index: a beginning of a word is then looked for in one workspace alone.';

-- In plpgsql, which keeps its plan: an index would plan SQL anew for each post, at five times the cost.
create function private.post_words(workspace uuid, title text, caption text, author_handle text, author_name text) returns tsvector
language plpgsql immutable parallel safe
set search_path = ''
as $$
declare
  said constant text := concat_ws(' ', title, left(caption, 1000), author_handle, author_name);
  words constant tsvector := case when octet_length(said) = char_length(said)
    then to_tsvector('pg_catalog.simple', lower(said collate pg_catalog.pg_c_utf8)) else array_to_tsvector(private.words_of(said)) end;
begin
  -- Words are written between quotes, and none has a space in it.
  return replace(' ' || strip(words)::text, ' ''', ' ''' || private.word_space(workspace))::tsvector;
end
$$;
comment on function private.post_words is 'The words by which a post is found, each with its workspace before it.';
create index posts_words_idx on public.posts using gin (private.post_words(workspace_id, title, caption, author_handle, author_name));

-- A bound of ranges: no character comes after it.
create function private.last_with(beginning text) returns text
language sql immutable parallel safe
set search_path = ''
as $$ select beginning || U&'\+10FFFF' $$;
comment on function private.last_with is 'The end of all texts with this beginning, byte by byte.';
create index people_key_idx on public.people (workspace_id, key text_pattern_ops);
create index people_name_idx on public.people (workspace_id, lower(name collate pg_catalog.pg_c_utf8) text_pattern_ops);

create function private.posts_with(workspace uuid, typed text, take int) returns bigint[]
language plpgsql stable security definer
set search_path = ''
as $$
declare
  words constant text[] := private.words_of(typed);
  asked tsquery;
  named bigint[];
begin
  if private.my_role(workspace) is null then
    return '{}';
  end if;
  named := array(
    select p.id from public.posts as p
    where p.workspace_id = workspace and p.platform = any (enum_range(null::public.platform)) and p.external_id = btrim(typed));
  if cardinality(words) = 0 then
    return named;
  end if;
  select string_agg(format('''%s%s'':*', private.word_space(workspace), replace(replace(word, '\', '\\'), '''', '''''')), ' & ')::tsquery
  into asked from unnest(words) as word;
  return named || array(
    select p.id from public.posts as p
    where p.workspace_id = workspace
      and private.post_words(p.workspace_id, p.title, p.caption, p.author_handle, p.author_name) @@ asked
    limit take);
end
$$;
comment on function private.posts_with is
  'Definer: under row level security an index is asked only what gives nothing away, which neither words nor platforms count as. Ids of posts of the caller''s workspace in which each word typed begins a word, or whose platform calls them so.';

create function private.writers_with(workspace uuid, typed text, newest int, take int)
returns table (person bigint, author text, at timestamptz)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  beyond constant text := private.last_with(typed);
  named bigint[];
begin
  if private.my_role(workspace) is null then
    return;
  end if;
  -- Of those who only commented there is no page yet.
  named := array(
      select u.id from public.people as u
      cross join lateral (select from public.posts as p
        where p.workspace_id = workspace and p.platform = u.platform and p.author_key = u.key limit 1) as wrote
      where u.workspace_id = workspace and u.key ~>=~ typed and u.key ~<~ beyond limit take)
    || array(
      select u.id from public.people as u
      cross join lateral (select from public.posts as p
        where p.workspace_id = workspace and p.platform = u.platform and p.author_key = u.key limit 1) as wrote
      where u.workspace_id = workspace and lower(u.name collate pg_catalog.pg_c_utf8) ~>=~ typed
        and lower(u.name collate pg_catalog.pg_c_utf8) ~<~ beyond limit take);
  if cardinality(named) < take then
    named := named || array(
      select u.id from (select * from public.people as u where u.workspace_id = workspace order by u.id desc limit newest) as u
      where position(typed in lower(concat_ws(' ', u.handle, u.name) collate pg_catalog.pg_c_utf8)) > 0 limit take);
  end if;
  return query
    select u.id, wrote.author, wrote.at from public.people as u
    cross join lateral (
      select coalesce(p.author_handle, p.author_name) as author, p.published_at as at from public.posts as p
      where p.workspace_id = workspace and p.platform = u.platform and p.author_key = u.key
      order by p.published_at desc limit 1) as wrote
    where u.workspace_id = workspace and u.id = any (named);
end
$$;
comment on function private.writers_with is
  'Definer: as posts_with. People of the caller''s workspace who wrote posts by the beginning of their handle or name, or by what is in it, with how their newest post names them.';

create function public.search_all(workspace uuid, query text, take int default 5)
returns table (kind text, id text, title text, detail text, platform public.platform, at timestamptz, begins boolean)
language plpgsql stable
set search_path = ''
as $$
#variable_conflict use_column
declare
  typed constant text := private.fold(btrim(query));
  bare constant text := ltrim(typed, '#＃@');
  -- Each word typed, wherever it stands.
  patterns constant text[] := private.like_patterns(typed);
  -- How many of the newest are read through for what stands inside a word.
  newest constant int := 1000;
  posts bigint[];
begin
  if take between 1 and 20 is not true then
    perform private.fail(422, format('limit: found %s, expected 1 to 20.', coalesce(take::text, 'nothing')));
  end if;
  if char_length(typed) > 200 then
    perform private.fail(422, format('q: found %s characters, expected at most 200.', char_length(typed)));
  end if;
  if typed = '' or workspace <> all (array(select private.my_workspaces())) then
    return;
  end if;

  posts := array(
    select p.id from (
      select * from public.posts as p where p.workspace_id = workspace
      order by p.published_at desc nulls last, p.id desc limit newest) as p
    where lower(concat_ws(' ', p.title, p.caption, p.author_handle, p.author_name, p.url)
      collate pg_catalog.pg_c_utf8) like all (patterns));
  if cardinality(posts) < take then
    -- As typed: platforms tell upper case from lower in their ids.
    posts := posts || private.posts_with(workspace, query, 1000);
  end if;
  return query
    select 'post', p.id::text, coalesce(nullif(p.title, ''), left(p.caption, 200), p.url), coalesce('@' || ltrim(p.author_handle, '@'), p.author_name),
      p.platform, p.published_at, b.begins
    from public.posts as p
    cross join lateral (select lower(coalesce(nullif(p.title, ''), p.caption) collate pg_catalog.pg_c_utf8) as title) as t
    cross join lateral (
      select starts_with(t.title, typed) is true as begins,
        (select count(*) from unnest(patterns) as pattern where t.title like pattern) as in_title) as b
    where p.workspace_id = workspace and p.id = any (posts)
    order by b.begins desc, b.in_title desc, p.published_at desc nulls last, p.id desc limit take;

  return query
    select 'job', j.id::text, j.source_filename, j.status::text, null::public.platform, j.created_at, starts_with(j.folded, typed)
    from (select *, lower(j.source_filename collate pg_catalog.pg_c_utf8) as folded from public.jobs as j
      where j.workspace_id = workspace order by j.created_at desc, j.id limit newest) as j
    where j.folded like all (patterns)
    order by 7 desc, j.created_at desc limit take;

  return query
    select 'campaign', c.id::text, c.name, c.state::text, null::public.platform, c.updated_at, starts_with(c.folded, typed)
    from (select *, lower(c.name collate pg_catalog.pg_c_utf8) as folded from public.campaigns as c
      where c.workspace_id = workspace order by c.updated_at desc, c.id limit newest) as c
    where c.folded like all (patterns)
    order by 7 desc, c.updated_at desc limit take;

  if bare = '' then
    return;
  end if;
  return query
    select 'hashtag', t.tag, '#' || t.name, null, null::public.platform, null::timestamptz, t.begins
    from (
      (select h.id, h.tag, h.name, true as begins from public.hashtags as h
        where h.workspace_id = workspace and h.tag ~>=~ bare and h.tag ~<~ private.last_with(bare) limit 40 * take)
      union
      (select h.id, h.tag, h.name, starts_with(h.tag, bare) from (
          select * from public.hashtags as h where h.workspace_id = workspace order by h.id desc limit newest) as h
        where position(bare in h.tag) > 0 limit 10 * take)) as t
    order by t.begins desc, t.tag <> bare, char_length(t.tag), t.id limit take;

  return query
    select 'person', w.author, coalesce(u.name, '@' || u.handle), case when u.name is not null then '@' || u.handle end,
      u.platform, w.at, b.begins
    from private.writers_with(workspace, bare, newest, 4 * take) as w
    join public.people as u on u.workspace_id = workspace and u.id = w.person
    cross join lateral (
      select starts_with(u.key, bare) or starts_with(lower(u.name collate pg_catalog.pg_c_utf8), bare) is true as begins) as b
    order by b.begins desc, w.at desc nulls last, u.id limit take;
end
$$;
comment on function public.search_all is
  'What a workspace has by the words typed: at most `take` rows of each kind (post, job, campaign, hashtag, person), those that begin with them first, then posts with most of them in the title, then the newest. The words stand in any order: posts are found by the beginnings of their words, the newest 1000 of each kind by anything inside, and by the platform''s own id. id is what its page is asked for: the tag of a hashtag, the author of a person. 422 with a sentence; empty for strangers.';
grant execute on function private.last_with, private.posts_with, private.writers_with, public.search_all to authenticated;
-- For the index, which is written by who writes posts.
grant execute on function private.words_of, private.word_space, private.post_words to service_role, retention;
