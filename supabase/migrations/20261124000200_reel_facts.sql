-- What scoring asks of each short video, kept as its numbers come in: narrow
-- rows without joins, with the two rates worked out. Derived:
-- private.rebuild_reel_facts makes them again from posts and post_latest.
-- Published and measured by whole microseconds: days and the rest, added as
-- seconds, may be off in the last bit. At least a minute counts. The formulas
-- are written out: a call for each takes longer than all the rest.
create view private.measured_reels as
select p.id as post_id, p.workspace_id, d.number * 2 + l.is_simulated::int as part, p.published_at,
  coalesce(l.recorded_at, l.captured_at) as known_at, coalesce(p.author_handle, p.author_name) as author, l.views,
  l.views / greatest(round(date_part('epoch', l.captured_at - p.published_at) * 1e6) / 1e6 / 3600, 1 / 60::double precision)
    as views_per_hour,
  case when l.views = 0 then 0 else (coalesce(l.likes, 0) + coalesce(l.comments, 0) + coalesce(l.saves, l.shares, 0))
    / l.views::double precision end as engagement_rate,
  l.likes is not null and l.comments is not null as is_whole
from public.posts as p
join public.post_latest as l on l.workspace_id = p.workspace_id and l.post_id = p.id
join public.metric_definitions as d on d.id = l.definition
where p.is_short and p.published_at is not null;
comment on view private.measured_reels is 'What private.reel_facts holds, from where it comes.';

create table private.reel_facts (
  post_id bigint primary key,
  workspace_id uuid not null,
  part int not null,
  published_at timestamptz not null,
  known_at timestamptz not null,
  author text,
  views bigint,
  views_per_hour double precision,
  engagement_rate double precision,
  is_whole boolean not null
) with (fillfactor = 85);
comment on table private.reel_facts is
  'Each measured short video as it was last measured, for scoring. Derived from posts and post_latest by their triggers; read by definers alone.';
comment on column private.reel_facts.part is 'Only numbers of one part are compared: twice the metric definition''s number, and one more when simulated.';
comment on column private.reel_facts.known_at is 'When its newest numbers were recorded.';
comment on column private.reel_facts.is_whole is 'Likes and comments are known: the engagement rate is no lower bound.';
create index reel_facts_window_idx on private.reel_facts (workspace_id, published_at);
alter table private.reel_facts enable row level security;

create function private.renew_reel_facts(posts bigint[]) returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into private.reel_facts as f (
    post_id, workspace_id, part, published_at, known_at, author, views, views_per_hour, engagement_rate, is_whole)
  select m.post_id, m.workspace_id, m.part, m.published_at, m.known_at, m.author, m.views, m.views_per_hour, m.engagement_rate,
    m.is_whole
  from private.measured_reels as m where m.post_id = any (posts) order by m.post_id
  on conflict (post_id) do update set
    part = excluded.part, published_at = excluded.published_at, known_at = excluded.known_at, author = excluded.author,
    views = excluded.views, views_per_hour = excluded.views_per_hour, engagement_rate = excluded.engagement_rate,
    is_whole = excluded.is_whole;
end
$$;
comment on function private.renew_reel_facts is 'Keeps what is measured of these posts now.';

create function private.keep_reel_facts() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if exists (select from fresh) then
    perform private.renew_reel_facts(array(select n.post_id from fresh as n));
  end if;
  return null;
end
$$;
comment on function private.keep_reel_facts is 'Definer: who measures may not touch the facts, which are nobody''s to write directly.';
create trigger keep_reel_facts_of_new after insert on public.post_latest
  referencing new table as fresh for each statement execute function private.keep_reel_facts();
create trigger keep_reel_facts_of_changed after update on public.post_latest
  referencing new table as fresh for each statement execute function private.keep_reel_facts();

create function private.drop_reel_facts() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  delete from private.reel_facts where post_id in (select o.post_id from old_rows as o);
  return null;
end
$$;
comment on function private.drop_reel_facts is 'Definer: who removes numbers (retention, a deleted workspace) may not touch the facts.';
create trigger drop_reel_facts after delete on public.post_latest
  referencing old table as old_rows for each statement execute function private.drop_reel_facts();

create function private.keep_described_reels() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  changed constant bigint[] := array(
    select n.id from new_rows as n join old_rows as o on o.id = n.id
    where (n.published_at, n.is_short, coalesce(n.author_handle, n.author_name))
      is distinct from (o.published_at, o.is_short, coalesce(o.author_handle, o.author_name)));
begin
  if cardinality(changed) > 0 then
    -- Who measures one of them at the same time has ended, or waits and then sees what changed.
    perform from public.post_latest as l where l.post_id = any (changed) order by l.post_id for share;
    delete from private.reel_facts where post_id in (
      select n.id from new_rows as n where n.id = any (changed) and (not n.is_short or n.published_at is null));
    perform private.renew_reel_facts(changed);
  end if;
  return null;
end
$$;
comment on function private.keep_described_reels is 'Definer: who describes posts may not touch the facts.';
create trigger keep_described_reels after update on public.posts
  referencing old table as old_rows new table as new_rows for each statement execute function private.keep_described_reels();

create function private.rebuild_reel_facts(workspace uuid) returns int
language plpgsql
set search_path = ''
as $$
begin
  delete from private.reel_facts where workspace_id = workspace;
  perform private.renew_reel_facts(array(select m.post_id from private.measured_reels as m where m.workspace_id = workspace));
  return (select count(*) from private.reel_facts as f where f.workspace_id = workspace);
end
$$;
comment on function private.rebuild_reel_facts is 'Derives the facts of a workspace''s short videos again. Returns how many.';

do $$
declare
  workspace uuid;
begin
  for workspace in select id from public.workspaces loop
    perform private.rebuild_reel_facts(workspace);
  end loop;
end
$$;
