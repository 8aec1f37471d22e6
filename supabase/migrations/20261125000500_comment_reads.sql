-- Where the comments of each post stand, which is also the queue of reading them:
-- a worker leases a row, asks the platform for one page, and settles it together
-- with the comments of that page and the place where the next one begins.
create table public.comment_reads (
  post_id bigint primary key,
  workspace_id uuid not null,
  state text not null check (state in (
    'waiting', 'reading', 'open', 'off', 'not_offered', 'permission', 'gone', 'failed')),
  reason text,
  next_step text,
  source text,
  is_simulated boolean not null default false,
  source_key text,
  reads_all boolean not null default true,
  cursor text,
  seen int not null default 0 check (seen >= 0),
  circular int not null default 0 check (circular >= 0),
  counting bigint,
  counted bigint,
  read_at timestamptz,
  whole_at timestamptz,
  requested_by uuid references auth.users (id) on delete set null,
  requested_at timestamptz not null default now(),
  turn int not null default 0,
  not_before timestamptz,
  attempts int not null default 0,
  lost int not null default 0,
  calls int not null default 0,
  lease_token uuid,
  leased_until timestamptz,
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete cascade,
  constraint a_lease_has_an_end check ((state = 'reading') = (lease_token is not null and leased_until is not null))
);
comment on table public.comment_reads is
  'Where the comments of a post stand, and the queue of reading them. No row: never asked for.';
comment on column public.comment_reads.state is
  'waiting and reading: under way. open: read. off: switched off by the author. not_offered: the platform shows no comments to us. permission: a scope, a role or a sign-in is missing. gone: the post is not there any more. failed: see reason.';
comment on column public.comment_reads.reason is 'Why it stands so, or what is special about what was read. Null: nothing to say.';
comment on column public.comment_reads.next_step is 'What somebody can do about it. Null: nothing.';
comment on column public.comment_reads.source is 'What they were read from last, as in comments.source.';
comment on column public.comment_reads.source_key is 'How they are read: by the kind of the connected account, or public_<platform>.';
comment on column public.comment_reads.reads_all is 'True: to the end. False: until a page on which nothing is new.';
comment on column public.comment_reads.cursor is 'Where this reading goes on. Null: at the beginning.';
comment on column public.comment_reads.seen is 'Comments that this reading, or the last one, was told of.';
comment on column public.comment_reads.circular is 'Of those, how many were left without their parent because they answer each other.';
comment on column public.comment_reads.counting is 'What the platform counted when this reading began. Null: it did not say.';
comment on column public.comment_reads.counted is 'The same of the last reading that ended.';
comment on column public.comment_reads.read_at is 'When a reading last ended, UTC.';
comment on column public.comment_reads.whole_at is 'When one last came to the end, or to the most that is read at once. Null also after one that was broken off: the next reads all.';
comment on column public.comment_reads.requested_by is 'Who asked. Null: the schedule.';
comment on column public.comment_reads.turn is 'Lower turns first: the first of every workspace, then the second of every one. Each page takes one turn.';
comment on column public.comment_reads.lost is 'How often in a row a worker ended while it held this. Four times: failed.';
create index comment_reads_queue_idx on public.comment_reads (turn, requested_at, post_id) where state = 'waiting';
create index comment_reads_lease_idx on public.comment_reads (leased_until) where state = 'reading';
create index comment_reads_workspace_idx on public.comment_reads (workspace_id, requested_at desc);
create index comment_reads_requested_by_idx on public.comment_reads (requested_by);

alter table public.comment_reads enable row level security;
grant select on public.comment_reads to authenticated, service_role;
grant insert, update on public.comment_reads to service_role;
create policy "Members read where their posts' comments stand" on public.comment_reads
  for select to authenticated using (workspace_id = any (array(select private.my_workspaces())));

create function private.comments_a_reading() returns int
language sql immutable parallel safe
set search_path = ''
as $$ select 5000 $$;
comment on function private.comments_a_reading is 'Comments of one post that one reading takes at most.';

-- What is under way already stays as it is: locked rows are being worked on right now.
create function private.queue_comments(workspace uuid, posts bigint[], asked_by uuid, first_turn int) returns int
language plpgsql
set search_path = ''
as $$
declare
  queued int;
begin
  with wanted as (
    select w.post_id, first_turn + w.number::int - 1 as turn from unnest(posts) with ordinality as w (post_id, number)
  ), again as (
    select r.post_id from public.comment_reads as r
    where r.workspace_id = workspace and r.post_id = any (posts) and r.state not in ('waiting', 'reading')
    order by r.post_id for update skip locked
  ), renewed as (
    update public.comment_reads as r set
      state = 'waiting', reason = null, next_step = null, cursor = null, seen = 0, circular = 0, attempts = 0, lost = 0, calls = 0,
      not_before = null, turn = wanted.turn, requested_by = asked_by, requested_at = clock_timestamp(),
      reads_all = r.whole_at is null or r.whole_at < now() - interval '7 days'
    from again join wanted using (post_id) where r.post_id = again.post_id
    returning r.post_id
  ), made as (
    insert into public.comment_reads (post_id, workspace_id, state, turn, requested_by)
    select wanted.post_id, workspace, 'waiting', wanted.turn, asked_by from wanted
    where not exists (select from public.comment_reads as r where r.post_id = wanted.post_id)
    order by wanted.post_id
    on conflict do nothing
    returning post_id
  )
  select (select count(*) from renewed) + (select count(*) from made) into queued;
  return queued;
end
$$;
comment on function private.queue_comments is 'Has comments of posts read, in this order. Returns of how many.';

create function private.plan_comments(workspace uuid, slot timestamptz) returns int
language plpgsql
set search_path = ''
as $$
declare
  due bigint[];
begin
  select array_agg(p.id order by p.published_at desc, p.id) into due
  from public.account_posts as ap
  join public.accounts as a on a.workspace_id = ap.workspace_id and a.id = ap.account_id and a.status = 'connected'
  join public.posts as p on p.workspace_id = ap.workspace_id and p.id = ap.post_id
  join public.post_latest as l on l.workspace_id = p.workspace_id and l.post_id = p.id
  left join public.comment_reads as r on r.workspace_id = p.workspace_id and r.post_id = p.id
  where ap.workspace_id = workspace and ap.gone_at is null and p.published_at > slot - interval '30 days'
    and case
      when r.post_id is null then l.comments is distinct from 0
      when r.state in ('waiting', 'reading') then false
      -- These seldom change by themselves, and never with the count.
      when r.state = 'not_offered' then r.requested_at < now() - interval '7 days' or a.connected_at > r.requested_at
      when r.state = 'permission' then r.requested_at < now() - interval '1 day' or a.connected_at > r.requested_at
      else l.comments is distinct from r.counted end;
  return private.queue_comments(workspace, due, null, coalesce((
    select max(w.turn) + 1 from public.comment_reads as w where w.workspace_id = workspace and w.state = 'waiting'), 0));
end
$$;
comment on function private.plan_comments is
  'Has comments read of the posts of connected accounts, of the last 30 days, whose count is not what it was at the last reading. Returns of how many.';

create function private.plan_comments_of_run() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.plan_comments(new.workspace_id, new.slot);
  return null;
end
$$;
comment on function private.plan_comments_of_run is 'With the counts of a full slot, or of accounts that were just measured, it is known what is new.';
create trigger plan_comments after update of status on public.refresh_runs
  for each row when (old.status = 'running' and new.status = 'completed' and (
    new.trigger = 'account' or new.trigger = 'schedule' and new.slot = private.full_slot(new.slot)))
  execute function private.plan_comments_of_run();

create function public.comments_status(workspace uuid, post bigint) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'post_id', p.id, 'state', coalesce(r.state, case when t.post_id is not null then 'open' end),
    'reason', case when r.post_id is null and t.post_id is null then 'Its comments were not read so far.' else r.reason end,
    'next_step', case when r.post_id is null and t.post_id is null then 'Ask for them.' else r.next_step end,
    'source', r.source, 'is_simulated', coalesce(r.is_simulated,
      exists (select from public.comments as c where c.workspace_id = p.workspace_id and c.post_id = p.id and c.is_simulated)), 'comments', coalesce(t.comments, 0),
    'platform_count', l.comments, 'counted', r.counted, 'seen', r.seen, 'read_at', r.read_at, 'whole_at', r.whole_at,
    'requested_at', r.requested_at, 'waits_until', case when r.state = 'waiting' and r.not_before > now() then r.not_before end,
    'as_of', now())
  from public.posts as p
  left join public.comment_reads as r on r.workspace_id = p.workspace_id and r.post_id = p.id
  left join public.comment_threads as t on t.workspace_id = p.workspace_id and t.post_id = p.id
  left join public.post_latest as l on l.workspace_id = p.workspace_id and l.post_id = p.id
  where p.workspace_id = workspace and p.id = post and p.workspace_id = any (array(select private.my_workspaces()))
$$;
comment on function public.comments_status is
  'Where the comments of a post stand: {post_id, state (null: never asked for), reason, next_step, source, is_simulated, comments, platform_count, counted, seen, read_at, whole_at, requested_at, waits_until, as_of}. Null for strangers.';

create function private.request_comments(workspace uuid, post bigint) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  r public.comment_reads;
begin
  perform private.require_role(workspace, 'member');
  if (select w.is_sample from public.workspaces as w where w.id = workspace) then
    perform private.fail(422, 'Everything in this workspace was made up: no platform has comments of its posts.');
  end if;
  perform from public.posts as p where p.workspace_id = workspace and p.id = post;
  if not found then
    perform private.fail(404, 'There is no such post in this workspace.');
  end if;
  -- Two who ask at once get one reading.
  perform pg_advisory_xact_lock(hashtextextended('comments of ' || workspace, 0));
  select * into r from public.comment_reads as each where each.workspace_id = workspace and each.post_id = post;
  if r.state in ('waiting', 'reading') then
    -- Somebody waits for it now.
    update public.comment_reads as each set turn = least(each.turn, -1)
    where each.post_id in (
      select mine.post_id from public.comment_reads as mine
      where mine.workspace_id = workspace and mine.post_id = post and mine.state = 'waiting' for update skip locked);
    return public.comments_status(workspace, post) || '{"already": true}';
  elsif r.requested_at > now() - interval '1 minute' and r.requested_by is not null then
    return public.comments_status(workspace, post) || '{"already": true}';
  end if;
  if (select count(*) from public.comment_reads as each
    where each.workspace_id = workspace and each.requested_by is not null and each.requested_at > now() - interval '1 hour') >= 500 then
    perform private.fail(429, 'Comments of 500 posts were asked for within an hour. The schedule goes on by itself; ask again later.');
  end if;
  perform private.queue_comments(workspace, array[post], auth.uid(), -1);
  return public.comments_status(workspace, post) || '{"already": false}';
end
$$;
comment on function private.request_comments is 'Definer: nobody writes comment_reads directly. See public.request_comments.';
grant execute on function private.request_comments to authenticated;

create function public.request_comments(workspace uuid, post bigint) returns jsonb
language sql
set search_path = ''
as $$ select private.request_comments(workspace, post) $$;
comment on function public.request_comments is
  'Members and above have the comments of a post read now: what comments_status says, and already: it is under way, or was asked for within the minute. 403, 404, 422 or 429 with a sentence.';
grant execute on function public.comments_status, public.request_comments to authenticated;
grant execute on function private.comments_a_reading, private.queue_comments, private.plan_comments, private.plan_comments_of_run
  to service_role;
