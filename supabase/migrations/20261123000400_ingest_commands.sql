-- What people ask of ingest, and what they read of it.
-- Definer, all of them: nobody has grants on what they write.
create function private.save_ingest_settings(workspace uuid, settings jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  wants_schedule constant boolean := coalesce((settings ->> 'is_scheduled')::boolean, false);
begin
  perform private.require_role(workspace, 'admin');
  if octet_length(settings ->> 'input') > 32768 or jsonb_typeof(settings -> 'input') is distinct from 'object' then
    perform private.fail(422, 'input: expected a JSON object of at most 32 kB.');
  end if;
  insert into public.ingest_settings as s (
    workspace_id, actor, input, template, max_items, is_scheduled, scheduled_at, updated_by)
  values (workspace, replace(settings ->> 'actor', '/', '~'), settings -> 'input', settings ->> 'template',
    (settings ->> 'max_items')::int, wants_schedule, case when wants_schedule then now() end, auth.uid())
  on conflict (workspace_id) do update set
    actor = excluded.actor, input = excluded.input, template = excluded.template, max_items = excluded.max_items,
    is_scheduled = excluded.is_scheduled,
    scheduled_at = case when excluded.is_scheduled then coalesce(s.scheduled_at, excluded.scheduled_at) end,
    updated_at = now(), updated_by = excluded.updated_by;
end
$$;

create function private.set_ingest_token(workspace uuid, token jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role(workspace, 'admin');
  if not exists (select from public.ingest_settings as s where s.workspace_id = workspace) then
    perform private.fail(409, 'Save the settings of ingest first, then the token.');
  end if;
  if token is null then
    delete from private.ingest_tokens as t where t.workspace_id = workspace;
  else
    insert into private.ingest_tokens as t (workspace_id, ciphertext, key_id, credential)
    values (workspace, token ->> 'ciphertext', token ->> 'key_id', token ->> 'credential')
    on conflict (workspace_id) do update set
      ciphertext = excluded.ciphertext, key_id = excluded.key_id, credential = excluded.credential, version = t.version + 1;
  end if;
  update public.ingest_settings as s set
    token_hint = token ->> 'hint', token_set_at = case when token is not null then now() end, updated_at = now(), updated_by = auth.uid()
  where s.workspace_id = workspace;
end
$$;

create function private.request_ingest(workspace uuid, test boolean) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  most_an_hour constant int := 6;
  active public.ingest_runs;
  recent timestamptz[];
  made uuid;
begin
  perform private.require_role(workspace, 'member');
  -- Two who ask at once get one run, in however many processes.
  perform pg_advisory_xact_lock(hashtextextended('run of ingest of ' || workspace, 0));
  select * into active from public.ingest_runs as r where r.workspace_id = workspace and r.finished_at is null;
  if found then
    return jsonb_build_object('active', jsonb_build_object(
      'id', active.id, 'state', active.state, 'trigger', active.trigger, 'created_at', active.created_at));
  end if;
  -- The server pays for its own token: another workspace of the same person's is no way around.
  recent := array(
    select r.created_at from public.ingest_runs as r
    where (r.workspace_id = workspace or r.requested_by = auth.uid() and r.token_source = 'server' and exists (
        select from (values (workspace)) as w (id) left join public.ingest_settings as s on s.workspace_id = w.id
        where s.token_hint is null))
      and r.trigger <> 'schedule' and r.created_at > clock_timestamp() - interval '1 hour'
    order by r.created_at desc limit most_an_hour);
  if cardinality(recent) >= most_an_hour then
    return jsonb_build_object('retry_after_seconds',
      ceil(extract(epoch from recent[most_an_hour] + interval '1 hour' - clock_timestamp())));
  end if;
  insert into public.ingest_runs (
    workspace_id, slot, trigger, requested_by, platform, actor, input, max_items, token_source, created_at)
  select workspace, clock_timestamp(), case when test then 'test' else 'manual' end, auth.uid(),
    private.ingest_platform(coalesce(s.actor, '')), s.actor, s.input,
    case when test then least(coalesce(s.max_items, 10), 10) else s.max_items end,
    case when s.token_hint is null then 'server' else 'workspace' end, clock_timestamp()
  from (values (workspace)) as w (id) left join public.ingest_settings as s on s.workspace_id = w.id
  returning id into made;
  return jsonb_build_object('run_id', made);
end
$$;

create function private.cancel_ingest(run uuid) returns text
language plpgsql security definer
set search_path = ''
as $$
declare
  r public.ingest_runs;
begin
  select * into r from public.ingest_runs where id = run for update;
  perform private.require_role(r.workspace_id, 'member');
  if r.finished_at is not null or r.state = 'collecting' then
    perform private.fail(409, case when r.state = 'collecting'
      then 'This run has ended at Apify already; its items are being read.' else 'This run has ended already.' end);
  end if;
  -- What never began, or of which nothing is known, has nothing to abort.
  update public.ingest_runs as i set
    cancel_requested_at = coalesce(i.cancel_requested_at, clock_timestamp()),
    state = case when i.state in ('queued', 'unclear') and i.lease_token is null then 'cancelled' else i.state end,
    finished_at = case when i.state in ('queued', 'unclear') and i.lease_token is null then clock_timestamp() end
  where i.id = run returning * into r;
  return r.state;
end
$$;

create function private.replay_ingest(run uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  r public.ingest_runs;
begin
  select * into r from public.ingest_runs where id = run;
  perform private.require_role(r.workspace_id, 'member');
  if r.finished_at is null then
    perform private.fail(409, 'This run is still under way. Replay it when it has ended.');
  end if;
  return coalesce(public.rebuild_ingest(r.workspace_id, run) -> 0,
    jsonb_build_object('run_id', run, 'events', 0, 'ingested', 0, 'quarantined', 0, 'resolved', 0));
end
$$;
grant execute on function private.save_ingest_settings, private.set_ingest_token, private.request_ingest,
  private.cancel_ingest, private.replay_ingest to authenticated;

create function public.save_ingest_settings(workspace uuid, settings jsonb) returns void
language sql set search_path = '' as $$ select private.save_ingest_settings(workspace, settings); $$;
comment on function public.save_ingest_settings is
  'Keeps {actor, input, template, max_items, is_scheduled}. For admins. 403, 404 or 422 with a sentence.';
create function public.set_ingest_token(workspace uuid, token jsonb) returns void
language sql set search_path = '' as $$ select private.set_ingest_token(workspace, token); $$;
comment on function public.set_ingest_token is
  'Keeps the workspace''s own encrypted token {ciphertext, key_id, credential, hint}, or removes it (null). For admins.';
create function public.request_ingest(workspace uuid, test boolean default false) returns jsonb
language sql set search_path = '' as $$ select private.request_ingest(workspace, test); $$;
comment on function public.request_ingest is
  'Queues a run: {run_id}; {active: {id, state, trigger, created_at}} when one is under way; {retry_after_seconds} beyond six an hour of the workspace, or of the person where the server pays. For members.';
create function public.cancel_ingest(run uuid) returns text
language sql set search_path = '' as $$ select private.cancel_ingest(run); $$;
comment on function public.cancel_ingest is 'Ends a run early; what it found by then is kept. For members. Returns its state; 409 when it has ended.';
create function public.replay_ingest(run uuid) returns jsonb
language sql set search_path = '' set statement_timeout = '60s' as $$ select private.replay_ingest(run); $$;
comment on function public.replay_ingest is
  'Derives an ended run again from its events, with what was quarantined: {run_id, events, ingested, quarantined, resolved}. For members.';
grant execute on function public.save_ingest_settings, public.set_ingest_token, public.request_ingest,
  public.cancel_ingest, public.replay_ingest to authenticated;

create function private.ingest_run_row(r public.ingest_runs) returns jsonb
language plpgsql stable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'id', r.id, 'state', r.state, 'trigger', r.trigger, 'slot', r.slot, 'platform', r.platform, 'actor', r.actor,
    'max_items', r.max_items, 'token_source', r.token_source, 'apify_run_id', r.provider_run_id,
    'provider_status', r.provider_status, 'items', r.items, 'read', r.next_offset, 'events', r.events,
    'ingested', r.ingested, 'duplicates', r.duplicates, 'quarantined', r.quarantined, 'new_posts', r.new_posts,
    'cost_usd', r.cost_usd::text, 'error_code', r.error_code, 'error_detail', r.error_detail, 'is_simulated', r.is_simulated,
    'is_cancelling', r.cancel_requested_at is not null and r.finished_at is null, 'created_at', r.created_at,
    'started_at', r.started_at, 'ended_at', r.ended_at, 'finished_at', r.finished_at,
    'next_look_at', case when r.finished_at is null then r.not_before end,
    'seconds', extract(epoch from coalesce(r.finished_at, now()) - r.created_at)::numeric(12, 1),
    'requested_by', (select p.email from public.profiles as p where p.user_id = r.requested_by));
end
$$;
comment on function private.ingest_run_row is 'A run as people read it.';
grant execute on function private.ingest_run_row to authenticated;

create function public.list_ingest_runs(workspace uuid, skip int default 0, take int default 20) returns jsonb
language plpgsql stable
set search_path = ''
as $$
begin
  return (
    with page as (
      select * from public.ingest_runs as r
      where r.workspace_id = workspace and r.workspace_id = any (array(select private.my_workspaces()))
      order by r.created_at desc, r.id limit take offset skip
    )
    select jsonb_build_object(
      'total', (select count(*) from public.ingest_runs as r
        where r.workspace_id = workspace and r.workspace_id = any (array(select private.my_workspaces()))),
      'items', coalesce((
        select jsonb_agg(private.ingest_run_row(page::public.ingest_runs) order by page.created_at desc, page.id) from page), '[]')));
end
$$;
comment on function public.list_ingest_runs is 'A page of a workspace''s ingest runs, newest first: {total, items}.';

create function public.ingest_run(run uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
begin
  return (
    select private.ingest_run_row(r) || jsonb_build_object(
      'workspace_id', r.workspace_id, 'input', r.input,
      'quarantine_open', (select count(*) from public.ingest_quarantine as q
        where q.workspace_id = r.workspace_id and q.run_id = r.id and q.resolved_at is null))
    from public.ingest_runs as r
    where r.id = run and r.workspace_id = any (array(select private.my_workspaces())));
end
$$;
comment on function public.ingest_run is 'One run with its progress. Null: there is none that the caller may see.';

create function public.list_quarantine(run uuid, skip int default 0, take int default 50) returns jsonb
language plpgsql stable
set search_path = ''
as $$
begin
  return (
    with held as materialized (
      select q.* from public.ingest_quarantine as q
      where q.run_id = run and q.workspace_id = any (array(select private.my_workspaces()))
        and q.workspace_id = (select r.workspace_id from public.ingest_runs as r where r.id = run)
    ), page as (
      select * from held order by (held.resolved_at is not null), held.id limit take offset skip
    )
    select jsonb_build_object('total', (select count(*) from held),
      'open', (select count(*) from held where held.resolved_at is null),
      'items', coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', page.id, 'raw_event_id', page.raw_event_id, 'code', page.code, 'field', page.field, 'found', page.found,
          'expected', page.expected, 'detail', page.detail, 'created_at', page.created_at, 'resolved_at', page.resolved_at)
          order by (page.resolved_at is not null), page.id)
        from page), '[]')));
end
$$;
comment on function public.list_quarantine is 'A page of what a run''s items were quarantined for, open ones first: {total, open, items}.';

create function public.ingest_settings_of(workspace uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'actor', s.actor, 'input', s.input, 'template', s.template, 'max_items', s.max_items, 'is_scheduled', s.is_scheduled,
      'token_hint', s.token_hint, 'token_set_at', s.token_set_at, 'updated_at', s.updated_at,
      'updated_by', (select p.email from public.profiles as p where p.user_id = s.updated_by))
    from public.ingest_settings as s
    where s.workspace_id = workspace and s.workspace_id = any (array(select private.my_workspaces())));
end
$$;
comment on function public.ingest_settings_of is 'A workspace''s settings of ingest. Null: it has none of its own.';

create function public.ingest_status(workspace uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  last public.ingest_runs;
begin
  if workspace <> all (array(select private.my_workspaces())) then
    return null;
  end if;
  -- Of runs that ended at one moment the largest.
  select * into last from public.ingest_runs as r
  where r.workspace_id = workspace and r.events > 0 order by r.ended_at desc, r.events desc, r.id limit 1;
  return jsonb_build_object(
    'last_scraped_at', last.ended_at, 'last_apify_run_id', last.provider_run_id, 'events_last_run', coalesce(last.events, 0),
    'total_raw_events', (select count(*) from public.raw_events as e where e.workspace_id = workspace and e.observed_at is not null),
    'latest_state_count', (select count(*) from private.ingest_posts as i where i.workspace_id = workspace),
    'reels_published_last_7d', (
      select count(*) from public.posts as p
      where p.workspace_id = workspace and p.published_at >= now() - interval '7 days' and p.published_at <= now()
        and exists (select from private.ingest_posts as i where i.post_id = p.id)),
    'is_scheduled', coalesce((select s.is_scheduled from public.ingest_settings as s where s.workspace_id = workspace), false),
    'next_slot_at', private.full_slot(now()) + interval '6 hours',
    'runs', public.list_ingest_runs(workspace, 0, 20) -> 'items');
end
$$;
comment on function public.ingest_status is
  'How ingest stands: {last_scraped_at, last_apify_run_id, events_last_run, total_raw_events, latest_state_count, reels_published_last_7d, is_scheduled, next_slot_at, runs}. Null for strangers.';
create index ingest_runs_last_idx on public.ingest_runs (workspace_id, ended_at desc) where events > 0;
grant execute on function private.full_slot to authenticated;

grant execute on function public.list_ingest_runs, public.ingest_run, public.list_quarantine, public.ingest_settings_of,
  public.ingest_status to authenticated;
