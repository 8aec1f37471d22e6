-- YouTube's 30 days hold for comments and for who wrote them as they do for numbers: what no connected
-- channel covers and YouTube has not told again is blanked. How comments answer each other stays.
create index comments_youtube_idx on public.comments (captured_at)
  where source = 'youtube_data' and (body is not null or likes is not null or author_id is not null);

create function private.forget_youtube_comments(take int) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  expiry constant timestamptz := now() - interval '30 days';
  chosen bigint[];
  removed int;
begin
  chosen := private.without_consent(array(
    select distinct c.post_id from public.comments as c
    where c.source = 'youtube_data' and (c.body is not null or c.likes is not null or c.author_id is not null) and c.captured_at < expiry));
  -- Posts before their comments, as whoever brings comments locks them.
  chosen := array(select p.id from public.posts as p where p.id = any (chosen) order by p.id limit take for no key update skip locked);
  with gone as (
    update public.comments set body = null, likes = null, author_id = null where id in (
      select c.id from public.comments as c
      where c.post_id = any (chosen) and c.source = 'youtube_data' and c.captured_at < expiry
        and (c.body is not null or c.likes is not null or c.author_id is not null)
      limit take)
    returning workspace_id
  ), counted as (
    insert into public.removals (workspace_id, what, rows)
    select workspace_id, 'youtube_unauthorised', count(*) from gone group by 1 returning rows
  )
  select coalesce(sum(rows), 0) into removed from counted;
  return removed;
end
$$;
comment on function private.forget_youtube_comments is
  'Definer: retention may not change comments otherwise. Blanks texts, likes and authors of YouTube''s comments as private.forget_youtube_numbers removes its numbers. Returns how many.';

create function private.forget_youtube_people(take int) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  removed int;
begin
  with gone as (
    delete from public.people where id in (
      select w.id from public.people as w
      where w.platform = 'youtube' and w.created_at < now() - interval '30 days'
        and not exists (select from public.posts as p
          where p.workspace_id = w.workspace_id and p.platform = 'youtube' and p.author_key = w.key)
        and not exists (select from public.comments as c where c.workspace_id = w.workspace_id and c.author_id = w.id)
        and not exists (select from public.post_hashtags as h where h.workspace_id = w.workspace_id and h.author_id = w.id)
        and not exists (select from public.engagements as e where e.workspace_id = w.workspace_id and e.person_id = w.id)
        and not exists (select from public.engagements as e where e.workspace_id = w.workspace_id and e.receiver_id = w.id)
      order by w.id limit take for update skip locked)
    returning workspace_id
  ), counted as (
    insert into public.removals (workspace_id, what, rows)
    select workspace_id, 'youtube_unauthorised', count(*) from gone group by 1 returning rows
  )
  select coalesce(sum(rows), 0) into removed from counted;
  return removed;
end
$$;
comment on function private.forget_youtube_people is
  'Definer, as above. Removes people on YouTube of whom nothing is left: no post, comment or event names them. Returns how many.';

alter function private.forget_youtube(int) rename to forget_youtube_numbers;
create function private.forget_youtube(take int) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  numbers constant jsonb := private.forget_youtube_numbers(take);
  comments constant int := private.forget_youtube_comments(take);
  people constant int := private.forget_youtube_people(take);
begin
  return jsonb_build_object('removed', (numbers ->> 'removed')::int + comments + people,
    'unfinished', (numbers ->> 'unfinished')::boolean or comments >= take or people >= take);
end
$$;
comment on function private.forget_youtube is
  'YouTube''s numbers, texts, comments and people of more than 30 days ago that no connected channel covers. Returns {removed, unfinished}.';
grant execute on function private.forget_youtube, private.forget_youtube_comments, private.forget_youtube_people to retention;
