-- Views at fixed ages. Posts are compared with others when they were as old,
-- so each post's curve is kept at a few ages as its snapshots come in. Derived:
-- private.rebuild_post_ages makes them again.
create function private.age_marks() returns setof int
language sql immutable
set search_path = ''
rows 9
as $$ select unnest('{1, 3, 6, 12, 24, 48, 168, 336, 720}'::int[]) $$;
comment on function private.age_marks is 'The ages, in hours since publishing, at which posts are compared.';

create table public.post_ages (
  workspace_id uuid not null,
  post_id bigint not null,
  definition text not null references public.metric_definitions (id),
  hours int not null,
  views bigint not null,
  is_interpolated boolean not null,
  known_at timestamptz not null,
  primary key (post_id, definition, hours),
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade
);
comment on table public.post_ages is 'A post''s views at fixed ages, under one metric definition. Derived from post_metrics.';
comment on column public.post_ages.hours is 'Age since publishing: one of private.age_marks.';
comment on column public.post_ages.views is 'As measured at that age, or in between two measurements around it.';
comment on column public.post_ages.is_interpolated is 'No measurement lies within three minutes of the age.';
comment on column public.post_ages.known_at is 'When the later of the two measurements was recorded.';
create index post_ages_workspace_idx on public.post_ages (workspace_id, definition, hours);

alter table public.post_ages enable row level security;
grant select on public.post_ages to authenticated, service_role;
grant insert, update, delete on public.post_ages to service_role;
create policy "Members read their posts at fixed ages" on public.post_ages
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));

-- Only between two measured points, and never across a gap wider than the age
-- itself (or twelve hours): a value in the middle of a long silence would be a guess.
create function private.views_between(
  from_hours double precision, from_views bigint, to_hours double precision, to_views bigint, mark int)
returns bigint
language sql immutable
set search_path = ''
as $$
  select case
    when to_hours - from_hours > greatest(12, mark) then null
    when abs(to_hours - mark) <= 0.05 then to_views
    when abs(from_hours - mark) <= 0.05 then from_views
    else from_views + round((to_views - from_views) * ((mark - from_hours) / (to_hours - from_hours))::numeric)::bigint end
$$;
comment on function private.views_between is
  'Views at an age between two measurements (ages in hours). Null when they lie too far apart.';

create function private.keep_ages() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  insert into public.post_ages as a (workspace_id, post_id, definition, hours, views, is_interpolated, known_at)
  select distinct on (workspace_id, post_id, definition, mark)
    workspace_id, post_id, definition, mark, views, is_interpolated, known_at
  from (
    select span.*, mark, private.views_between(from_hours, from_views, to_hours, to_views, mark) as views,
      abs(to_hours - mark) > 0.05 and abs(from_hours - mark) > 0.05 as is_interpolated
    from (
      select n.workspace_id, n.post_id, n.definition, pair.*
      from fresh as n
      join public.posts as p on p.workspace_id = n.workspace_id and p.id = n.post_id
      cross join lateral (
        -- The measurement before this one, and for a late one also the measurement after it.
        select extract(epoch from b.captured_at - p.published_at)::double precision / 3600 as from_hours, b.views as from_views,
          extract(epoch from n.captured_at - p.published_at)::double precision / 3600 as to_hours, n.views as to_views,
          coalesce(n.recorded_at, n.captured_at) as known_at
        from (
          select m.captured_at, m.views from public.post_metrics as m
          where m.workspace_id = n.workspace_id and m.post_id = n.post_id and m.source = n.source
            and m.definition = n.definition and m.views is not null
            and m.bucket_at < n.bucket_at and m.bucket_at > n.bucket_at - interval '31 days'
          order by m.bucket_at desc limit 1) as b
        union all
        select extract(epoch from n.captured_at - p.published_at)::double precision / 3600, n.views,
          extract(epoch from c.captured_at - p.published_at)::double precision / 3600, c.views,
          greatest(coalesce(n.recorded_at, n.captured_at), coalesce(c.recorded_at, c.captured_at))
        from (
          select m.captured_at, m.views, m.recorded_at from public.post_metrics as m
          where m.workspace_id = n.workspace_id and m.post_id = n.post_id and m.source = n.source
            and m.definition = n.definition and m.views is not null
            and m.bucket_at > n.bucket_at and m.bucket_at < n.bucket_at + interval '31 days'
          order by m.bucket_at limit 1) as c
      ) as pair
      where n.views is not null and n.captured_at < p.published_at + interval '61 days'
        and n.source in (select s.source from public.metric_sources as s where s.is_headline)
        and pair.from_hours < pair.to_hours
    ) as span
    join private.age_marks() as mark on mark between span.from_hours - 0.05 and span.to_hours + 0.05
  ) as found
  where views is not null
  order by workspace_id, post_id, definition, mark, is_interpolated, to_hours - from_hours, known_at
  on conflict (post_id, definition, hours) do update set
    views = excluded.views, is_interpolated = excluded.is_interpolated, known_at = excluded.known_at
  -- Of two answers that a late measurement leaves, the closer one.
  where a.is_interpolated;
  return null;
end
$$;
comment on function private.keep_ages is 'Keeps the views at each age that lies between a new snapshot and its neighbours.';
create trigger keep_ages after insert on public.post_metrics
  referencing new table as fresh for each statement execute function private.keep_ages();

create function private.rebuild_post_ages(workspace uuid, posts bigint[] default null) returns int
language plpgsql
set search_path = ''
as $$
declare
  kept int;
begin
  delete from public.post_ages where workspace_id = workspace and (posts is null or post_id = any (posts));
  insert into public.post_ages (workspace_id, post_id, definition, hours, views, is_interpolated, known_at)
  select distinct on (post_id, definition, mark)
    workspace, post_id, definition, mark, private.views_between(from_hours, from_views, to_hours, to_views, mark),
    abs(to_hours - mark) > 0.05 and abs(from_hours - mark) > 0.05, known_at
  from (
    select m.post_id, m.definition, m.views as to_views, coalesce(m.recorded_at, m.captured_at) as known_at,
      extract(epoch from m.captured_at - p.published_at)::double precision / 3600 as to_hours,
      lag(m.views) over around as from_views,
      extract(epoch from lag(m.captured_at) over around - p.published_at)::double precision / 3600 as from_hours
    from public.posts as p
    join public.post_metrics as m on m.workspace_id = p.workspace_id and m.post_id = p.id
    where p.workspace_id = workspace and (posts is null or p.id = any (posts)) and m.views is not null
      and m.captured_at < p.published_at + interval '61 days'
      and m.source in (select s.source from public.metric_sources as s where s.is_headline)
    window around as (partition by m.post_id, m.source, m.definition order by m.bucket_at)
  ) as span
  join private.age_marks() as mark on mark between span.from_hours - 0.05 and span.to_hours + 0.05
  where from_hours < to_hours and private.views_between(from_hours, from_views, to_hours, to_views, mark) is not null
  order by post_id, definition, mark, abs(to_hours - mark) > 0.05 and abs(from_hours - mark) > 0.05,
    to_hours - from_hours, known_at;
  get diagnostics kept = row_count;
  return kept;
end
$$;
comment on function private.rebuild_post_ages is
  'Derives post_ages of a workspace, or of some of its posts, from its snapshots. Returns how many rows.';

do $$
declare
  workspace uuid;
begin
  for workspace in select id from public.workspaces loop
    perform private.rebuild_post_ages(workspace);
  end loop;
end
$$;

-- What YouTube wants forgotten after 30 days is forgotten here as well.
grant select, delete on public.post_ages to retention;
create policy "Retention sees posts at fixed ages" on public.post_ages for select to retention using (true);
create policy "Retention removes posts at fixed ages" on public.post_ages for delete to retention using (true);
create function private.forget_ages() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if current_user = 'retention' then
    delete from public.post_ages where known_at < now() - interval '30 days' and post_id = any (private.without_consent(array(
      select distinct o.post_id from old_rows as o join public.posts as p on p.id = o.post_id and p.platform = 'youtube')));
  end if;
  return null;
end
$$;
comment on function private.forget_ages is 'What retention removes of YouTube''s snapshots without consent takes the ages derived from them along.';
create trigger forget_ages after delete on public.post_metrics
  referencing old table as old_rows for each statement execute function private.forget_ages();

grant execute on function private.age_marks, private.views_between, private.keep_ages, private.rebuild_post_ages to service_role;
grant execute on function private.age_marks, private.views_between to authenticated;
