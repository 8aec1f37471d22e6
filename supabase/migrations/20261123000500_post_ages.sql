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
  is_simulated boolean not null,
  hours int not null,
  views bigint not null,
  is_interpolated boolean not null,
  known_at timestamptz not null,
  primary key (post_id, definition, is_simulated, hours),
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade
);
comment on table public.post_ages is 'A post''s views at fixed ages, under one metric definition, simulated ones apart from real ones. Derived from post_metrics.';
comment on column public.post_ages.hours is 'Age since publishing: one of private.age_marks.';
comment on column public.post_ages.views is 'As measured at that age, or in between two measurements around it.';
comment on column public.post_ages.is_interpolated is 'No measurement lies within three minutes of the age.';
comment on column public.post_ages.known_at is 'When the measurement, or the later of the two, was recorded.';
create index post_ages_workspace_idx on public.post_ages (workspace_id, definition, is_simulated, hours);
create index post_ages_known_idx on public.post_ages (workspace_id, known_at);

alter table public.post_ages enable row level security;
grant select on public.post_ages to authenticated, service_role;
grant insert, update, delete on public.post_ages to service_role;
create policy "Members read their posts at fixed ages" on public.post_ages
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));

-- Only between two measured points, and never across a gap wider than the age
-- itself (or twelve hours): a value in the middle of a long silence would be a guess.
create function private.views_at(
  from_hours double precision, from_views bigint, to_hours double precision, to_views bigint, mark int)
returns bigint
language sql immutable
set search_path = ''
as $$
  select case
    when from_hours = to_hours then case when abs(to_hours - mark) <= 0.05 then to_views end
    when mark - from_hours > 0.05 and to_hours - mark > 0.05 and to_hours - from_hours <= greatest(12, mark) then
      from_views + round((to_views - from_views) * ((mark - from_hours) / (to_hours - from_hours))::numeric)::bigint end
$$;
comment on function private.views_at is
  'Views at an age (in hours) by one measurement (given as both ends) within three minutes of it, or in between two. Null where they say nothing of it.';

-- What the trigger below keeps row by row, from the snapshots alone.
create function private.ages_of(workspace uuid, posts bigint[], as_of timestamptz)
returns table (
  post_id bigint, definition text, is_simulated boolean, hours int, views bigint, is_interpolated boolean, known_at timestamptz)
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
rows 100
as $$
#variable_conflict use_column
begin
  return query
  with measured as (
    select m.post_id, m.definition, m.is_simulated, m.views, coalesce(m.recorded_at, m.captured_at) as known_at,
      extract(epoch from m.captured_at - p.published_at)::double precision / 3600 as age,
      lag(m.views) over around as views_before,
      extract(epoch from lag(m.captured_at) over around - p.published_at)::double precision / 3600 as age_before,
      lag(coalesce(m.recorded_at, m.captured_at)) over around as known_before
    from public.posts as p
    join public.post_metrics as m on m.workspace_id = p.workspace_id and m.post_id = p.id
    where p.workspace_id = workspace and (posts is null or p.id = any (posts)) and m.views is not null
      and m.captured_at < p.published_at + interval '61 days' and coalesce(m.recorded_at, m.captured_at) <= as_of
      and m.source in (select s.source from public.metric_sources as s where s.is_headline)
    window around as (partition by m.post_id, m.source, m.definition, m.is_simulated order by m.bucket_at)
  ), span as (
    select m.post_id, m.definition, m.is_simulated, m.age as from_hours, m.views as from_views, m.age as to_hours,
      m.views as to_views, m.known_at
    from measured as m
    union all
    select m.post_id, m.definition, m.is_simulated, m.age_before, m.views_before, m.age, m.views, greatest(m.known_at, m.known_before)
    from measured as m where m.age_before < m.age
  )
  select distinct on (found.post_id, found.definition, found.is_simulated, found.mark)
    found.post_id, found.definition, found.is_simulated, found.mark, found.views, found.is_interpolated, found.known_at
  from (
    select s.*, mark, s.from_hours < s.to_hours as is_interpolated,
      private.views_at(s.from_hours, s.from_views, s.to_hours, s.to_views, mark) as views
    from span as s join private.age_marks() as mark on mark between s.from_hours - 0.1 and s.to_hours + 0.1) as found
  where found.views is not null
  order by found.post_id, found.definition, found.is_simulated, found.mark, found.is_interpolated, found.views, found.known_at;
end
$$;
comment on function private.ages_of is
  'What post_ages holds of a workspace''s posts (null: of all), from the snapshots that were recorded by a moment. Of several measured within three minutes of an age, the fewest views.';

create function private.keep_ages() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  insert into public.post_ages as a (workspace_id, post_id, definition, is_simulated, hours, views, is_interpolated, known_at)
  select distinct on (workspace_id, post_id, definition, is_simulated, mark)
    workspace_id, post_id, definition, is_simulated, mark, views, is_interpolated, known_at
  from (
    select span.*, mark, from_hours < to_hours as is_interpolated,
      private.views_at(from_hours, from_views, to_hours, to_views, mark) as views
    from (
      select n.workspace_id, n.post_id, n.definition, n.is_simulated, pair.*
      from fresh as n
      join public.posts as p on p.workspace_id = n.workspace_id and p.id = n.post_id
      cross join lateral (
        select extract(epoch from n.captured_at - p.published_at)::double precision / 3600 as age,
          coalesce(n.recorded_at, n.captured_at) as known) as own
      cross join lateral (
        -- By itself, with the measurement before, and for a late one also with the one after.
        select own.age as from_hours, n.views as from_views, own.age as to_hours, n.views as to_views, own.known as known_at
        union all
        select extract(epoch from b.captured_at - p.published_at)::double precision / 3600, b.views, own.age, n.views,
          greatest(own.known, b.known)
        from (
          select m.captured_at, m.views, coalesce(m.recorded_at, m.captured_at) as known from public.post_metrics as m
          where m.workspace_id = n.workspace_id and m.post_id = n.post_id and m.source = n.source
            and m.definition = n.definition and m.is_simulated = n.is_simulated and m.views is not null
            and m.bucket_at < n.bucket_at and m.bucket_at > n.bucket_at - interval '31 days'
          order by m.bucket_at desc limit 1) as b
        where b.captured_at < n.captured_at
        union all
        select own.age, n.views, extract(epoch from c.captured_at - p.published_at)::double precision / 3600, c.views,
          greatest(own.known, c.known)
        from (
          select m.captured_at, m.views, coalesce(m.recorded_at, m.captured_at) as known from public.post_metrics as m
          where m.workspace_id = n.workspace_id and m.post_id = n.post_id and m.source = n.source
            and m.definition = n.definition and m.is_simulated = n.is_simulated and m.views is not null
            and m.bucket_at > n.bucket_at and m.bucket_at < n.bucket_at + interval '31 days'
          order by m.bucket_at limit 1) as c
        where c.captured_at > n.captured_at
      ) as pair
      where n.views is not null and n.captured_at < p.published_at + interval '61 days'
        and n.source in (select s.source from public.metric_sources as s where s.is_headline)
    ) as span
    join private.age_marks() as mark on mark between span.from_hours - 0.1 and span.to_hours + 0.1
  ) as found
  where views is not null
  order by workspace_id, post_id, definition, is_simulated, mark, is_interpolated, views, known_at
  on conflict (post_id, definition, is_simulated, hours) do update set
    views = excluded.views, is_interpolated = excluded.is_interpolated, known_at = excluded.known_at
  -- A late measurement: the value of the narrower span, or the measured one.
  where a.is_interpolated
    or not excluded.is_interpolated and (excluded.views, excluded.known_at) < (a.views, a.known_at);
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
  insert into public.post_ages (workspace_id, post_id, definition, is_simulated, hours, views, is_interpolated, known_at)
  select workspace, a.* from private.ages_of(workspace, posts, 'infinity') as a;
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

grant execute on function private.age_marks, private.views_at, private.ages_of, private.keep_ages, private.rebuild_post_ages to service_role;
grant execute on function private.age_marks to authenticated;
