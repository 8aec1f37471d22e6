-- How items are read: by a table of field paths, of which the first present one
-- counts. 0 is present; null is not; -1 is a count that the platform hides.
create table private.ingest_fields (
  platform public.platform not null,
  field text not null,
  position int not null,
  path text[] not null,
  definition text references public.metric_definitions (id),
  primary key (platform, field, position)
);
comment on table private.ingest_fields is 'Where items of Apify''s actors hold what we read, by platform, in order of preference.';
comment on column private.ingest_fields.definition is 'When views come from here: what they mean. Null: the platform''s usual definition.';
create index ingest_fields_definition_idx on private.ingest_fields (definition);
alter table private.ingest_fields enable row level security;
grant select on private.ingest_fields to service_role;

insert into private.ingest_fields (platform, field, position, path)
select platform::public.platform, field, number, string_to_array(path, '.')
from (values
  ('instagram', 'code', 'shortCode,shortcode,code'),
  ('instagram', 'id', 'id,itemId,pk'),
  ('instagram', 'url', 'url,link,postUrl'),
  ('instagram', 'input_url', 'inputUrl'),
  ('instagram', 'type', 'type'),
  ('instagram', 'published_at', 'timestamp,publishDate,takenAt,takenAtTimestamp,taken_at'),
  ('instagram', 'views', 'videoPlayCount,playsCount,playCount,views'),
  ('instagram', 'likes', 'likesCount,likeCount,likes'),
  ('instagram', 'comments', 'commentsCount,commentCount,comments'),
  ('instagram', 'shares', 'sharesCount,reshareCount,shareCount,shares'),
  ('instagram', 'saves', 'savesCount,saveCount,saves'),
  ('instagram', 'caption', 'caption,title'),
  ('instagram', 'author_handle', 'ownerUsername,owner.username,username'),
  ('instagram', 'author_name', 'ownerFullName,owner.full_name'),
  ('instagram', 'duration', 'videoDuration,duration'),
  ('instagram', 'thumbnail', 'displayUrl,thumbnailUrl'),
  ('tiktok', 'id', 'id,itemId'),
  ('tiktok', 'url', 'webVideoUrl,url,link'),
  ('tiktok', 'input_url', 'submittedVideoUrl'),
  ('tiktok', 'slideshow', 'isSlideshow'),
  ('tiktok', 'published_at', 'createTimeISO,createTime,publishDate,timestamp'),
  ('tiktok', 'views', 'playCount,playsCount,views'),
  ('tiktok', 'likes', 'diggCount,likesCount,likeCount,likes'),
  ('tiktok', 'comments', 'commentCount,commentsCount,comments'),
  ('tiktok', 'shares', 'shareCount,sharesCount,shares'),
  ('tiktok', 'saves', 'collectCount,savesCount,saves'),
  ('tiktok', 'caption', 'text,caption,title'),
  ('tiktok', 'author_handle', 'authorMeta.name,author.uniqueId,username'),
  ('tiktok', 'author_name', 'authorMeta.nickName,author.nickname'),
  ('tiktok', 'duration', 'videoMeta.duration,duration,videoDuration'),
  ('tiktok', 'thumbnail', 'videoMeta.coverUrl,coverUrl')
) as f (platform, field, paths)
cross join lateral unnest(string_to_array(paths, ',')) with ordinality as p (path, number);
-- Last: views of 3 seconds, where plays are not told.
insert into private.ingest_fields (platform, field, position, path, definition) values
  ('instagram', 'views', 100, '{videoViewCount}', 'apify_instagram_3s.v1');

create function private.read_count(value jsonb) returns text
language plpgsql immutable parallel safe
set search_path = ''
as $$
declare
  digits text := value #>> '{}';
begin
  if jsonb_typeof(value) not in ('number', 'string') or char_length(digits) > 400 or digits !~ '^-?\d+(\.0+)?$' then
    return 'not a count';
  end if;
  digits := split_part(digits, '.', 1);
  return case
    when digits = '-1' then 'hidden'
    when digits ~ '^-0*[1-9]' then 'negative'
    when digits::numeric > 9223372036854775807 then 'too large'
    else abs(digits::numeric)::text
  end;
end
$$;
comment on function private.read_count is
  'A count as it stands in an item: its digits; hidden; or what is wrong with it: not a count, negative, too large.';

create function private.read_moment(value jsonb) returns timestamptz
language plpgsql stable parallel safe
set search_path = ''
as $$
declare
  written text := btrim(value #>> '{}');
  read timestamptz;
begin
  if jsonb_typeof(value) not in ('number', 'string') then
    return null;
  elsif written ~ '^\d{9,13}(\.\d{1,9})?$' then
    -- Seconds until the year 5138, milliseconds since 1973: no moment of ours is both.
    read := to_timestamp(written::numeric / case when written::numeric < 1e11 then 1 else 1000 end);
  elsif written ~ '^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s?(Z|[+-]\d\d(:?\d\d)?)?)?$' then
    if written !~ '(Z|[T ].*[+-]\d\d(:?\d\d)?)$' then
      written := written || case when written ~ '[T ]' then 'Z' else 'T00:00Z' end;
    end if;
    if not pg_input_is_valid(written, 'timestamptz') then
      return null;
    end if;
    read := written::timestamptz;
  end if;
  return case when read >= '1990-01-01 00:00+00' and read < '2200-01-01 00:00+00' then read end;
end
$$;
comment on function private.read_moment is
  'A moment from ISO 8601 (UTC unless it says otherwise), epoch seconds or milliseconds. Null: no plausible one.';

create function private.instagram_code(pk numeric) returns text
language plpgsql immutable parallel safe
set search_path = ''
as $$
declare
  alphabet constant text := 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  code text := '';
begin
  while pk > 0 loop
    code := substr(alphabet, (pk % 64)::int + 1, 1) || code;
    pk := trunc(pk / 64);
  end loop;
  return code;
end
$$;
comment on function private.instagram_code is 'The short code of Instagram''s numeric id: the same number in base64url.';

-- What the link says; failing that the id. Of Instagram the short code is the identity.
create function private.item_identity(on_platform public.platform, code text, id text, url text) returns text
language plpgsql immutable parallel safe
set search_path = ''
as $$
begin
  id := split_part(nullif(btrim(id), ''), '_', 1);
  if on_platform = 'tiktok' then
    return coalesce(case when id ~ '^\d{1,30}$' then id end, substring(url from '/(?:video|photo)/(\d{1,30})'));
  end if;
  return coalesce(
    case when code ~ '^[A-Za-z0-9_-]{1,64}$' then code end,
    substring(url from 'instagram\.com/(?:[^/?#]+/)?(?:p|reels?|tv)/([A-Za-z0-9_-]{1,64})'),
    case when id ~ '^\d{15,25}$' then private.instagram_code(id::numeric) when char_length(id) <= 64 then id end);
end
$$;
comment on function private.item_identity is
  'The id in a post''s canonical link. Instagram: short code, else the one in the link, else the one that the numeric id is, else the id. TikTok: the numeric id.';

create type private.ingest_item as (
  number int, external_id text, url text, author_handle text, author_name text, caption text,
  media_kind public.media_kind, duration_seconds numeric, thumbnail_url text, published_at timestamptz,
  views bigint, likes bigint, comments bigint, shares bigint, saves bigint, video_views bigint, absent jsonb,
  definition text, code text, field text, found text, expected text);

-- One item after its fields were found: v their values, at where they stood.
create function private.read_item(
  on_platform public.platform, number int, body jsonb, v jsonb, at jsonb, views_definition text)
returns private.ingest_item
language plpgsql stable
set search_path = ''
as $$
declare
  item private.ingest_item;
  instagram constant boolean := on_platform = 'instagram';
  metric text;
  said text;
  counts jsonb := '{}';
  missing jsonb := '{}';
  link text := case when jsonb_typeof(v -> 'url') = 'string' and v ->> 'url' ~* '^https?://[^\s/?#@\\]+([/?#]\S*)?$' then v ->> 'url' end;
  host text := lower(substring(link from '^https?://(?:www\.|m\.|vm\.)?([^/?#:]+)'));
  is_still boolean;
begin
  item.number := number;
  if body is null then
    item.code := 'unreadable';
    item.found := 'JSON that cannot be read';
    item.expected := 'an item of ordinary size';
    return item;
  elsif jsonb_typeof(body) <> 'object' then
    item.code := 'not_an_object';
    item.found := left(body::text, 200);
    item.expected := 'an object';
    return item;
  end if;
  item.external_id := private.item_identity(
    on_platform, v ->> 'code', case when jsonb_typeof(v -> 'id') in ('string', 'number') then v ->> 'id' end,
    coalesce(link, case when body ? 'error' then v ->> 'input_url' end));

  if coalesce(body -> 'error', 'null') not in ('null', 'false', '""') then
    item.code := 'error_item';
    item.field := 'error';
    item.found := left(concat_ws(': ', body ->> 'error', body ->> 'errorCode', body ->> 'errorDescription'), 300);
    item.expected := left(coalesce(v ->> 'input_url', v ->> 'url', 'a post'), 300);
    return item;
  elsif host <> (case when instagram then 'instagram.com' else 'tiktok.com' end) then
    item.code := 'wrong_platform';
    item.field := at ->> 'url';
    item.found := left(link, 300);
    item.expected := case when instagram then 'a link to instagram.com' else 'a link to tiktok.com' end;
    return item;
  elsif item.external_id is null then
    item.code := 'no_identity';
    item.found := left(coalesce(v ->> 'id', v ->> 'url', 'neither an id nor a link with one'), 300);
    item.expected := case when instagram then 'shortCode, a link of a reel, or id' else 'id, or a link of a video' end;
    return item;
  end if;

  -- Counts
  foreach metric in array array['views', 'likes', 'comments', 'shares', 'saves'] loop
    if v ? metric then
      said := private.read_count(v -> metric);
      if said = 'hidden' then
        missing := missing || jsonb_build_object(metric, 'hidden');
      elsif said in ('not a count', 'negative', 'too large') then
        item.code := 'bad_count';
        item.field := at ->> metric;
        item.found := left((v -> metric)::text, 200);
        item.expected := case when said = 'too large' then 'at most 9223372036854775807' else 'a whole number from 0 on, or -1 for hidden' end;
        return item;
      else
        counts := counts || jsonb_build_object(metric, said);
      end if;
    end if;
  end loop;
  item.views := counts ->> 'views';
  item.likes := counts ->> 'likes';
  item.comments := counts ->> 'comments';
  item.shares := counts ->> 'shares';
  item.saves := counts ->> 'saves';

  -- Times
  if not v ? 'published_at' then
    item.code := 'no_publish_time';
    item.expected := case when instagram then 'timestamp' else 'createTimeISO or createTime' end;
    return item;
  end if;
  item.published_at := private.read_moment(v -> 'published_at');
  if item.published_at is null then
    item.code := 'bad_publish_time';
    item.field := at ->> 'published_at';
    item.found := left((v -> 'published_at')::text, 200);
    item.expected := 'a date, or seconds or milliseconds since 1970';
    return item;
  end if;

  -- Texts: what is not one is no reason to lose the counts.
  item.author_handle := case when jsonb_typeof(v -> 'author_handle') = 'string' then ltrim(nullif(btrim(v ->> 'author_handle'), ''), '@') end;
  item.author_name := case when jsonb_typeof(v -> 'author_name') = 'string' then nullif(v ->> 'author_name', '') end;
  item.caption := case when jsonb_typeof(v -> 'caption') = 'string' then v ->> 'caption' end;
  item.thumbnail_url := case when jsonb_typeof(v -> 'thumbnail') = 'string' and v ->> 'thumbnail' ~* '^https?://[^\s]+$' then v ->> 'thumbnail' end;
  if instagram then
    item.media_kind := case v ->> 'type' when 'Image' then 'image' when 'Sidecar' then 'carousel' else 'reel' end;
  else
    item.media_kind := case when v -> 'slideshow' = 'true' then 'carousel' else 'video' end;
  end if;
  is_still := item.media_kind in ('image', 'carousel');
  item.duration_seconds := case when not is_still and jsonb_typeof(v -> 'duration') = 'number'
    and (v ->> 'duration')::numeric between 0 and 2147483647 then round((v ->> 'duration')::numeric) end;
  item.url := case
    when not instagram then format('https://www.tiktok.com/@%s/%s/%s',
      case when item.author_handle ~ '^[\w.-]+$' then item.author_handle end, case when is_still then 'photo' else 'video' end, item.external_id)
    when item.external_id ~ '^[A-Za-z0-9_-]+$' and item.external_id !~ '^\d+$' then
      format('https://www.instagram.com/%s/%s/', case when is_still then 'p' else 'reel' end, item.external_id)
    else link end;
  if item.url is null then
    item.code := 'no_link';
    item.found := left(item.external_id, 200);
    item.expected := 'url, or an id that a link can be made of';
    return item;
  end if;

  item.definition := case when item.views is not null then views_definition end;
  item.definition := coalesce(item.definition, format('apify_%s.v1', on_platform));
  item.video_views := case when not (not instagram and is_still) and item.definition not like '%\_3s.%' then item.views end;
  -- Of a picture there are no plays to hide; shares and saves of Instagram have to be asked for.
  item.absent := jsonb_build_object('impressions', 'not_offered', 'reach', 'not_offered', 'clicks', 'not_offered')
    || jsonb_strip_nulls(jsonb_build_object(
      'views', case when item.views is null then case when instagram and is_still then 'not_offered' else 'hidden' end end,
      'video_views', case when item.video_views is null then case when is_still then 'not_offered' else 'hidden' end end,
      'likes', case when item.likes is null then 'hidden' end,
      'comments', case when item.comments is null then 'hidden' end,
      'shares', case when item.shares is null then case when instagram then 'not_offered' else 'hidden' end end,
      'saves', case when item.saves is null then case when instagram then 'not_offered' else 'hidden' end end))
    || missing;
  return item;
end
$$;
comment on function private.read_item is 'Reads one item whose fields were found. Code says why it cannot be read; null: it could.';

create function private.read_items(on_platform public.platform, payloads text[]) returns setof private.ingest_item
language plpgsql stable
set search_path = ''
as $$
begin
  return query
  with item as materialized (
    select t.number::int as number, case when pg_input_is_valid(t.payload, 'jsonb') then t.payload::jsonb end as body
    from unnest(payloads) with ordinality as t (payload, number)
  ), present as materialized (
    select distinct on (item.number, f.field) item.number, f.field, item.body #> f.path as value,
      array_to_string(f.path, '.') as at, f.definition
    from item join private.ingest_fields as f on f.platform = on_platform
    where jsonb_typeof(item.body) = 'object' and jsonb_typeof(item.body #> f.path) <> 'null'
    order by item.number, f.field, f.position
  ), found as materialized (
    select present.number, jsonb_object_agg(present.field, present.value) as v, jsonb_object_agg(present.field, present.at) as at,
      max(present.definition) filter (where present.field = 'views') as definition
    from present group by present.number
  )
  select one.* from item left join found on found.number = item.number
  cross join lateral private.read_item(
    on_platform, item.number, item.body, coalesce(found.v, '{}'), coalesce(found.at, '{}'), found.definition) as one
  order by item.number;
end
$$;
comment on function private.read_items is 'Reads items of a platform, in their order. Pure: the same payloads give the same rows.';

create function private.quarantine_sentence(code text, field text, found text, expected text) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  -- By its number: FOUND is plpgsql's own, also by the function's name.
  seen constant text := $3;
begin
  return case code
    when 'error_item' then format('The provider could not read %s: %s.', expected, rtrim(seen, '.'))
    when 'no_publish_time' then format('It does not say when it was published (expected %s).', expected)
    when 'no_identity' then format('It does not say which post it is: found %s, expected %s.', seen, expected)
    when 'no_link' then format('There is no link to it: found the id %s, expected %s.', seen, expected)
    else format('%s is %s, expected %s.', coalesce(field, 'The item'), seen, expected)
  end;
end
$$;
comment on function private.quarantine_sentence is 'Why an item could not be read, for people.';

grant execute on function private.read_count, private.read_moment, private.instagram_code, private.item_identity,
  private.read_item, private.read_items, private.quarantine_sentence to service_role;
