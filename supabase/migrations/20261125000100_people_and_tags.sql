-- Who wrote, and which hashtags their posts carry. Both are derived from posts as
-- they are stored, in the same statement, and follow every change of a caption.
create function private.fold(word text) returns text
language sql immutable strict parallel safe
set search_path = ''
as $$ select lower(normalize(word, nfc) collate pg_catalog.pg_c_utf8) $$;
comment on function private.fold is 'How words are compared: composed, and in lower case of every script.';

create function private.person_key(handle text, external_id text, name text) returns text
language sql immutable parallel safe
set search_path = ''
as $$
  select left(coalesce(lower(nullif(ltrim(btrim(handle), '@'), '') collate pg_catalog.pg_c_utf8), 'id:' || nullif(external_id, ''),
    'name:' || lower(nullif(btrim(name), '') collate pg_catalog.pg_c_utf8)), 300)
$$;
comment on function private.person_key is 'Who it is on one platform: the handle, else the platform''s id, else the name, of which an index takes 300 characters. Null: nobody is named.';

create table public.people (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  platform public.platform not null,
  key text not null,
  handle text,
  external_id text,
  name text,
  created_at timestamptz not null default now(),
  unique (workspace_id, platform, key),
  unique (workspace_id, id)
);
comment on table public.people is 'People on a platform who wrote posts or comments, or engaged with them. Not users of ours.';
comment on column public.people.key is 'private.person_key: the handle in lower case, else id:<platform''s id>, else name:<name>.';
comment on column public.people.external_id is 'The platform''s own id. Null: never told.';

alter table public.posts add column author_key text
  generated always as (private.person_key(author_handle, null, author_name)) stored;
comment on column public.posts.author_key is 'people.key of its author on its platform. Null: unknown.';

create table public.hashtags (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  tag text not null check (tag <> ''),
  name text not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, tag)
);
comment on table public.hashtags is 'Hashtags of a workspace''s posts.';
comment on column public.hashtags.tag is 'Folded, without #: what is compared and linked to.';
comment on column public.hashtags.name is 'As it was first spelled, without #: what is shown.';
create index hashtags_prefix_idx on public.hashtags (workspace_id, tag text_pattern_ops);

create table public.post_hashtags (
  workspace_id uuid not null,
  post_id bigint not null,
  hashtag_id bigint not null,
  platform public.platform not null,
  author_id bigint,
  published_at timestamptz,
  primary key (post_id, hashtag_id)
);
comment on table public.post_hashtags is
  'Each hashtag of each post once. Kept by triggers of posts, which also take it along: foreign keys would take twice as long as all the rest of a row. private.retag derives it again.';
comment on column public.post_hashtags.author_id is 'people.id of the post''s author. Null: unknown.';
comment on column public.post_hashtags.published_at is 'posts.published_at. Null: unknown, and in no window.';
create index post_hashtags_time_idx on public.post_hashtags (workspace_id, published_at desc) include (hashtag_id, platform, author_id);
create index post_hashtags_tag_idx on public.post_hashtags (workspace_id, hashtag_id, author_id) include (post_id, platform, published_at);
create index post_hashtags_author_idx on public.post_hashtags (workspace_id, author_id);

alter table public.people enable row level security;
alter table public.hashtags enable row level security;
alter table public.post_hashtags enable row level security;
grant select on public.people, public.hashtags, public.post_hashtags to authenticated, service_role;
create policy "Members read the people of their posts" on public.people
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their hashtags" on public.hashtags
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read the hashtags of their posts" on public.post_hashtags
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));

-- A word: letters and digits of every script, underscore, and the marks that are written with
-- letters (general categories M and Nd where [:alnum:] has them not, of Unicode 15).
create function private.hashtag_run() returns text
language sql immutable parallel safe
set search_path = ''
as $$
  select replace('(?:^|[^[:alnum:]_/&@])((?:[#＃]+[[:alnum:]_@]+)+)', '@',
    '\u0300-\u0344\u0346-\u0362\u0483-\u0489\u0591-\u05af\u0658\u0660-\u0669\u06df-\u06e0\u06ea-\u06ec\u06f0-\u06f9\u0740-\u074a\u07c0-\u07c9\u07eb-\u07f3\u07fd\u0818-\u0819\u082d\u0859-\u085b\u0898-\u089f\u08ca-\u08d3\u08e0-\u08e1\u08ea-\u08ef\u093c\u094d\u0951-\u0954\u0966-\u096f\u09bc\u09cd\u09e6-\u09ef\u09fe\u0a3c\u0a4d\u0a66-\u0a6f\u0abc\u0acd\u0ae6-\u0aef\u0afd-\u0aff\u0b3c\u0b4d\u0b55\u0b66-\u0b6f\u0bcd\u0be6-\u0bef\u0c3c\u0c4d\u0c66-\u0c6f\u0cbc\u0ccd\u0ce6-\u0cef\u0d3b-\u0d3c\u0d4d\u0d66-\u0d6f\u0dca\u0de6-\u0def\u0e47-\u0e4c\u0e4e\u0e50-\u0e59\u0eba\u0ec8-\u0ecc\u0ece\u0ed0-\u0ed9\u0f18-\u0f19\u0f20-\u0f29\u0f35\u0f37\u0f39\u0f3e-\u0f3f\u0f84\u0f86-\u0f87\u0fc6\u1037\u1039-\u103a\u1040-\u1049\u1090-\u1099\u135d-\u135f\u1714-\u1715\u1734\u17b4-\u17b5\u17c9-\u17d3\u17dd\u17e0-\u17e9\u180b-\u180d\u180f-\u1819\u1939-\u193b\u1946-\u194f\u19d0-\u19d9\u1a60\u1a75-\u1a7c\u1a7f-\u1a89\u1a90-\u1a99\u1ab0-\u1abe\u1ac1-\u1acb\u1acf-\u1add\u1ae0-\u1aeb\u1b34\u1b44\u1b50-\u1b59\u1b6b-\u1b73\u1baa-\u1bab\u1bb0-\u1bb9\u1be6\u1bf2-\u1bf3\u1c37\u1c40-\u1c49\u1c50-\u1c59\u1cd0-\u1cd2\u1cd4-\u1ce8\u1ced\u1cf4\u1cf7-\u1cf9\u1dc0-\u1dd2\u1df5-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f\u302a-\u302f\u3099-\u309a\ua620-\ua629\ua66f-\ua672\ua67c-\ua67d\ua6f0-\ua6f1\ua806\ua82c\ua8c4\ua8d0-\ua8d9\ua8e0-\ua8f1\ua900-\ua909\ua92b-\ua92d\ua953\ua9b3\ua9c0\ua9d0-\ua9d9\ua9f0-\ua9f9\uaa50-\uaa59\uaabf\uaac1\uaaf6\uabec-\uabed\uabf0-\uabf9\ufe00-\ufe0f\ufe20-\ufe2f\uff10-\uff19\U000101fd\U000102e0\U000104a0-\U000104a9\U00010a38-\U00010a3a\U00010a3f\U00010ae5-\U00010ae6\U00010d30-\U00010d39\U00010d40-\U00010d49\U00010d6a-\U00010d6d\U00010efd-\U00010eff\U00010f46-\U00010f50\U00010f82-\U00010f85\U00011046\U00011066-\U00011070\U0001107f\U000110b9-\U000110ba\U000110f0-\U000110f9\U00011133-\U00011134\U00011136-\U0001113f\U00011173\U000111c0\U000111c9-\U000111cc\U000111d0-\U000111d9\U00011235-\U00011236\U000112e9-\U000112ea\U000112f0-\U000112f9\U0001133b-\U0001133c\U0001134d\U00011366-\U0001136c\U00011370-\U00011374\U000113ce-\U000113d0\U000113d2\U000113e1-\U000113e2\U00011442\U00011446\U00011450-\U00011459\U0001145e\U000114c2-\U000114c3\U000114d0-\U000114d9\U000115bf-\U000115c0\U0001163f\U00011650-\U00011659\U000116b6-\U000116b7\U000116c0-\U000116c9\U000116d0-\U000116e3\U0001172b\U00011730-\U00011739\U00011839-\U0001183a\U000118e0-\U000118e9\U0001193d-\U0001193e\U00011943\U00011950-\U00011959\U000119e0\U00011a33-\U00011a34\U00011a47\U00011a98-\U00011a99\U00011bf0-\U00011bf9\U00011c3f\U00011c50-\U00011c59\U00011d42\U00011d44-\U00011d45\U00011d50-\U00011d59\U00011d97\U00011da0-\U00011da9\U00011de0-\U00011de9\U00011f41-\U00011f42\U00011f50-\U00011f5a\U00013440\U00013447-\U00013455\U0001612f-\U00016139\U00016a60-\U00016a69\U00016ac0-\U00016ac9\U00016af0-\U00016af4\U00016b30-\U00016b36\U00016b50-\U00016b59\U00016d70-\U00016d79\U00016fe4\U0001bc9d\U0001ccf0-\U0001ccf9\U0001cf00-\U0001cf2d\U0001cf30-\U0001cf46\U0001d165-\U0001d169\U0001d16d-\U0001d172\U0001d17b-\U0001d182\U0001d185-\U0001d18b\U0001d1aa-\U0001d1ad\U0001d242-\U0001d244\U0001d7ce-\U0001d7ff\U0001da00-\U0001da36\U0001da3b-\U0001da6c\U0001da75\U0001da84\U0001da9b-\U0001da9f\U0001daa1-\U0001daaf\U0001e130-\U0001e136\U0001e140-\U0001e149\U0001e2ae\U0001e2ec-\U0001e2f9\U0001e4ec-\U0001e4f9\U0001e5ee-\U0001e5ef\U0001e5f1-\U0001e5fa\U0001e8d0-\U0001e8d6\U0001e944-\U0001e946\U0001e948-\U0001e94a\U0001e950-\U0001e959\U0001fbf0-\U0001fbf9\U000e0100-\U000e01ef')
$$;
comment on function private.hashtag_run is
  'A regular expression of hashtags that follow each other (#one#two), not inside a word, a link''s path or an entity (&#39;).';

create function private.tags_of(texts text[]) returns table (text_number bigint, place bigint, spelled text)
language sql immutable parallel safe
set search_path = ''
as $$
  select said.number, row_number() over (partition by said.number order by run.number, tag.number), tag.spelled
  from unnest(texts) with ordinality as said (words, number)
  cross join lateral regexp_matches(
    regexp_replace(case when said.words is nfc normalized then said.words else normalize(said.words, nfc) end,
      '(https?://|www\.)\S+', ' ', 'gi'), private.hashtag_run() collate pg_catalog.pg_c_utf8, 'g')
    with ordinality as run (tags, number)
  cross join lateral regexp_split_to_table(run.tags[1], '[#＃]+') with ordinality as tag (spelled, number)
  where tag.spelled !~ '^\d*$' and char_length(tag.spelled) <= 100
$$;
comment on function private.tags_of is
  'The hashtags of each text, counted from 1, as they are spelled, without #, in their order, repeated ones too. A number alone is none (#1), nor is a link''s fragment.';

create function private.tags_said(posts bigint[]) returns setof public.post_hashtags
language plpgsql security definer
set search_path = ''
as $$
declare
  tagged constant bigint[] := array(
    select p.id from public.posts as p where p.id = any (posts) and concat(p.title, p.caption) ~ '[#＃]' order by p.id);
  -- What the posts say, each tag of each post once.
  said_by bigint[];
  spaces uuid[];
  tags text[];
  spellings text[];
begin
  insert into public.people (workspace_id, platform, key, handle, name)
  select distinct on (p.workspace_id, p.platform, p.author_key) p.workspace_id, p.platform, p.author_key,
    nullif(ltrim(btrim(p.author_handle), '@'), ''), p.author_name
  from public.posts as p
  where p.id = any (posts) and p.author_key is not null and not exists (
    select from public.people as known
    where known.workspace_id = p.workspace_id and known.platform = p.platform and known.key = p.author_key)
  -- In one order everywhere: two workers never wait for each other in a ring.
  order by p.workspace_id, p.platform, p.author_key, p.id
  on conflict do nothing;
  -- Nobody removes them before everybody knows of this.
  perform from public.people as w
  where w.id in (
    select w.id from public.posts as p
    join public.people as w on w.workspace_id = p.workspace_id and w.platform = p.platform and w.key = p.author_key
    where p.id = any (posts))
  order by w.id for key share;

  with said as materialized (
    select tagged[t.text_number] as post, t.place, t.spelled
    from private.tags_of(array(
      select concat_ws(E'\n', p.title, p.caption) from public.posts as p where p.id = any (tagged) order by p.id)) as t
  ), word as materialized (
    -- Each word once: folding takes longer than finding.
    select w.spelled, private.fold(w.spelled) as tag from (select distinct said.spelled from said) as w
  ), once as (
    select distinct on (s.post, w.tag) s.post, w.tag, s.place, s.spelled
    from said as s join word as w on w.spelled = s.spelled order by s.post, w.tag, s.place
  )
  select array_agg(o.post order by o.post, o.place), array_agg(p.workspace_id order by o.post, o.place),
    array_agg(o.tag order by o.post, o.place), array_agg(o.spelled order by o.post, o.place)
  into said_by, spaces, tags, spellings
  from once as o join public.posts as p on p.id = o.post;
  insert into public.hashtags (workspace_id, tag, name)
  select distinct on (s.workspace_id, s.tag) s.workspace_id, s.tag, s.spelled
  from unnest(spaces, tags, spellings) with ordinality as s (workspace_id, tag, spelled, place)
  where not exists (
    select from public.hashtags as known where known.workspace_id = s.workspace_id and known.tag = s.tag)
  order by s.workspace_id, s.tag, s.place
  on conflict do nothing;

  return query
    select p.workspace_id, p.id, t.id, p.platform, w.id, p.published_at
    from unnest(said_by, tags) as s (post_id, tag)
    join public.posts as p on p.id = s.post_id
    join public.hashtags as t on t.workspace_id = p.workspace_id and t.tag = s.tag
    left join public.people as w on w.workspace_id = p.workspace_id and w.platform = p.platform and w.key = p.author_key
    order by p.id, t.id;
end
$$;
comment on function private.tags_said is
  'Definer: these tables are written by nobody directly. The pairs that follow from what posts say now; people and hashtags that are new are kept.';

create function private.retag(posts bigint[], out added int, out removed int)
language sql security definer
set search_path = ''
as $$
  with said as materialized (
    select * from private.tags_said(posts)
  ), gone as (
    delete from public.post_hashtags as h
    where h.post_id = any (posts) and not exists (
      select from said as s where s.post_id = h.post_id and s.hashtag_id = h.hashtag_id)
    returning 1
  ), kept as (
    insert into public.post_hashtags as h select * from said
    on conflict (post_id, hashtag_id) do update set author_id = excluded.author_id, published_at = excluded.published_at
    where (h.author_id, h.published_at) is distinct from (excluded.author_id, excluded.published_at)
    returning xmax = 0 as is_new
  )
  select (select count(*) from kept where is_new)::int, (select count(*) from gone)::int
$$;
comment on function private.retag is
  'Definer: as tags_said. Derives people and hashtags of posts from what the posts say now; how many pairs came and went.';

create function private.tag_new_posts() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  -- Nobody knows of these posts yet, so nobody tags them at the same time.
  insert into public.post_hashtags
  select * from private.tags_said(array(
    select n.id from new_rows as n where n.author_key is not null or concat(n.title, n.caption) ~ '[#＃]'));
  return null;
end
$$;
comment on function private.tag_new_posts is 'Definer: as tags_said. Keeps hashtags and people of posts that come.';
create function private.tag_changed_posts() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  changed constant bigint[] := array(
    select n.id from new_rows as n join old_rows as o on o.id = n.id
    where (n.title, n.caption, n.published_at, n.author_key) is distinct from (o.title, o.caption, o.published_at, o.author_key));
begin
  if cardinality(changed) > 0 then
    perform private.retag(changed);
  end if;
  return null;
end
$$;
comment on function private.tag_changed_posts is 'Hashtags follow the caption.';
create function private.untag_removed_posts() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  delete from public.post_hashtags as h where h.post_id in (select o.id from old_rows as o);
  return null;
end
$$;
comment on function private.untag_removed_posts is 'Definer: who removes posts (retention, a deleted workspace) may not touch their hashtags.';
create trigger untag_removed_posts after delete on public.posts
  referencing old table as old_rows for each statement execute function private.untag_removed_posts();
create trigger tag_new_posts after insert on public.posts
  referencing new table as new_rows for each statement execute function private.tag_new_posts();
create trigger tag_changed_posts after update on public.posts
  referencing old table as old_rows new table as new_rows for each statement execute function private.tag_changed_posts();
grant execute on function private.retag to service_role, retention;
grant execute on function private.fold, private.person_key to authenticated, service_role, retention;

-- Of the posts that are here already.
select private.retag(array(select id from public.posts));
