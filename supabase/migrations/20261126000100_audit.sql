-- Who changed what in a workspace, written by the change itself: a change
-- without its entry cannot be committed.
create table public.audit_log (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_email text,
  action text not null check (action in (
    'member_added', 'member_removed', 'member_left', 'role_changed', 'ownership_transferred',
    'invitation_made', 'invitation_revoked', 'invitation_accepted',
    'workspace_changed', 'account_connected', 'account_reconnected', 'account_enabled', 'account_disabled',
    'account_disconnected', 'account_removed', 'token_refused', 'ingest_changed', 'ingest_token_set', 'ingest_token_removed',
    'job_started', 'job_cancelled', 'job_deleted', 'schedule_deleted', 'campaign_deleted', 'alert_made', 'alert_changed', 'alert_deleted', 'webhook_set', 'webhook_removed',
    'export')),
  subject text,
  subject_id text,
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object')
);
comment on table public.audit_log is 'Changes of members, roles, tokens and settings, exports, deletions, and jobs that people start and stop. Append-only; goes only with its workspace.';
comment on column public.audit_log.actor_id is 'Who did it. Null: the product itself. No foreign key: an entry outlives the person.';
comment on column public.audit_log.actor_email is 'Their e-mail at that time.';
comment on column public.audit_log.subject is 'What or whom it was done to, by name at that time.';
comment on column public.audit_log.detail is 'What changed: {field: {from, to}}, or what else the action says. Never a secret.';
create index audit_log_workspace_idx on public.audit_log (workspace_id, id desc);

create trigger append_only before update or delete on public.audit_log
  for each row execute function private.refuse_change();
create trigger no_truncate before truncate on public.audit_log
  for each statement execute function private.refuse_change();

-- Definer: as my_workspaces.
create function private.my_workspaces_as(lowest public.workspace_role) returns setof uuid
language sql stable security definer
set search_path = ''
as $$
  select workspace_id from public.workspace_members where user_id = (select auth.uid()) and role >= lowest;
$$;
comment on function private.my_workspaces_as is 'Ids of the workspaces in which the caller has at least this role.';
grant execute on function private.my_workspaces_as to authenticated;

alter table public.audit_log enable row level security;
grant select on public.audit_log to authenticated;
create policy "Admins read what was changed" on public.audit_log
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces_as('admin'))));

create function private.audit(workspace uuid, action text, subject text, subject_id text, detail jsonb default '{}') returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into public.audit_log (workspace_id, actor_id, actor_email, action, subject, subject_id, detail)
  select w.id, auth.uid(), (select p.email from public.profiles as p where p.user_id = auth.uid()),
    audit.action, audit.subject, audit.subject_id, jsonb_strip_nulls(audit.detail)
  -- With its workspace everything goes: nothing is left to write to.
  from public.workspaces as w
  where w.id = workspace and not exists (select from private.workspace_removals as r where r.workspace_id = workspace);
end
$$;
comment on function private.audit is 'Writes one entry as the caller. Definer: nobody writes the log by hand.';

create function private.changes(before jsonb, after jsonb) returns jsonb
language sql immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(key, jsonb_build_object('from', before -> key, 'to', value)), '{}')
  from jsonb_each(after) where value is distinct from before -> key
$$;
comment on function private.changes is 'Fields of two rows that differ: {field: {from, to}}.';

create function private.audit_members() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  changed constant public.workspace_members := coalesce(new, old);
  email constant text := (select p.email from public.profiles as p where p.user_id = changed.user_id);
begin
  -- The first member comes with the workspace; whoever lets themselves in has an invitation, which says so.
  if tg_op = 'INSERT' and (changed.user_id = auth.uid() or not exists (
      select from public.workspace_members as m where m.workspace_id = changed.workspace_id and m.user_id <> changed.user_id)) then
    return null;
  end if;
  perform private.audit(changed.workspace_id,
    case tg_op when 'INSERT' then 'member_added' when 'UPDATE' then 'role_changed'
      else case when changed.user_id = auth.uid() then 'member_left' else 'member_removed' end end,
    email, changed.user_id::text,
    case when tg_op = 'UPDATE' then jsonb_build_object('role', jsonb_build_object('from', old.role, 'to', new.role))
      else jsonb_build_object('role', changed.role) end);
  return null;
end
$$;
comment on function private.audit_members is 'Definer: as audit.';
create trigger audit_arrivals after insert or delete on public.workspace_members
  for each row execute function private.audit_members();
create trigger audit_roles after update of role on public.workspace_members
  for each row when (old.role <> new.role) execute function private.audit_members();

create function private.audit_workspace() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.audit(new.id, 'workspace_changed', new.name, null, private.changes(to_jsonb(old), to_jsonb(new)));
  return null;
end
$$;
comment on function private.audit_workspace is 'Definer: as audit.';
create trigger audit_workspace after update on public.workspaces
  for each row when (old.* is distinct from new.*) execute function private.audit_workspace();

create function private.audit_accounts() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  changed constant public.accounts := coalesce(new, old);
begin
  perform private.audit(changed.workspace_id,
    case when tg_op = 'INSERT' then 'account_connected'
      when tg_op = 'DELETE' then 'account_removed'
      when old.connected_at <> new.connected_at then case when old.status = 'disconnected' then 'account_connected' else 'account_reconnected' end
      when new.status = 'needs_reconnect' then 'token_refused'
      when new.status = 'disconnected' then 'account_disconnected'
      when new.status = 'disabled' then 'account_disabled' else 'account_enabled' end,
    coalesce(changed.handle, changed.name), changed.id::text,
    jsonb_build_object('platform', changed.platform, 'problem', case when tg_op = 'UPDATE' then new.problem end));
  return null;
end
$$;
comment on function private.audit_accounts is 'Definer: as audit.';
create trigger audit_accounts after insert or delete on public.accounts
  for each row execute function private.audit_accounts();
create trigger audit_account_states after update on public.accounts
  for each row when (old.status <> new.status or old.connected_at <> new.connected_at)
  execute function private.audit_accounts();

create function private.audit_ingest() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  changed constant jsonb := private.changes(
    case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end,
    to_jsonb(new) - '{workspace_id,updated_at,updated_by,scheduled_at,token_hint,token_set_at}'::text[]);
begin
  if changed <> '{}' then
    perform private.audit(new.workspace_id, 'ingest_changed', 'Ingest', null, changed);
  end if;
  if tg_op = 'UPDATE' and old.token_set_at is distinct from new.token_set_at then
    perform private.audit(new.workspace_id,
      case when new.token_set_at is null then 'ingest_token_removed' else 'ingest_token_set' end, 'Apify token', null);
  end if;
  return null;
end
$$;
comment on function private.audit_ingest is 'Definer: as audit.';
create trigger audit_ingest after insert or update on public.ingest_settings
  for each row execute function private.audit_ingest();

create function private.audit_deleted_job() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.audit(old.workspace_id, 'job_deleted', old.source_filename, old.id::text, jsonb_build_object('rows', old.total_rows));
  return null;
end
$$;
comment on function private.audit_deleted_job is 'Definer: as audit.';
create trigger audit_deleted_job after delete on public.jobs
  for each row execute function private.audit_deleted_job();

create function private.audit_job_state() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.audit(new.workspace_id, case new.status when 'running' then 'job_started' else 'job_cancelled' end,
    new.source_filename, new.id::text, jsonb_build_object('rows', new.total_rows, 'again', case when new.status = 'running' and old.run_number > 0 then true end));
  return null;
end
$$;
comment on function private.audit_job_state is 'Definer: as audit.';
-- A single link is looked up, not started: its numbers are all there is to say.
create trigger audit_job_state after update of status on public.jobs
  for each row when (old.status <> new.status and new.status in ('running', 'cancelled') and new.source_kind <> 'link')
  execute function private.audit_job_state();

create function private.audit_deleted_schedule() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.audit(old.workspace_id, 'schedule_deleted', old.title, old.id::text);
  return null;
end
$$;
comment on function private.audit_deleted_schedule is 'Definer: as audit.';
create trigger audit_deleted_schedule after delete on public.schedules
  for each row execute function private.audit_deleted_schedule();

create function private.record_export(workspace uuid, what text, format text, filter jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role(workspace, 'viewer');
  perform private.audit(workspace, 'export', left(what, 200), null, jsonb_build_object('format', format, 'filter', nullif(filter, '{}')));
end
$$;
comment on function private.record_export is 'Definer: as audit. Only for who is in the workspace.';
grant execute on function private.record_export to authenticated;
create function public.record_export(workspace uuid, what text, format text, filter jsonb default '{}') returns void
language sql set search_path = '' as $$ select private.record_export(workspace, what, format, filter) $$;
comment on function public.record_export is 'Says in the audit log that the caller takes a file with them: what is in it, its format, and the filter. 404 for strangers.';
grant execute on function public.record_export to authenticated;

create function public.list_audit(workspace uuid, filter jsonb default '{}', before bigint default null, take int default 50)
returns table (
  id bigint, at timestamptz, actor_id uuid, actor_email text, actor_name text, action text, subject text, subject_id text,
  subject_name text, detail jsonb
)
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  zone constant text := (select w.time_zone from public.workspaces as w where w.id = workspace);
begin
  if take between 1 and 1000 is not true then
    perform private.fail(422, format('take: found %s, expected 1 to 1000.', coalesce(take::text, 'nothing')));
  end if;
  return query
  with page as (
    select l.* from public.audit_log as l
    where l.workspace_id = workspace
      and (before is null or l.id < before)
      and (not filter ? 'action' or l.action = filter ->> 'action')
      and (not filter ? 'actor' or l.actor_id is not distinct from nullif(filter ->> 'actor', 'system')::uuid)
      and (not filter ? 'from' or l.at >= (filter ->> 'from')::timestamp at time zone zone)
      and (not filter ? 'until' or l.at < ((filter ->> 'until')::date + 1)::timestamp at time zone zone)
      and (not filter ? 'search'
        or concat_ws(' ', l.subject, l.actor_email) ilike private.like_pattern(filter ->> 'search'))
    order by l.id desc limit take
  )
  select l.id, l.at, l.actor_id, l.actor_email, actor.name, l.action, l.subject, l.subject_id, about.name, l.detail
  from page as l
  left join public.profiles as actor on actor.user_id = l.actor_id
  left join public.profiles as about
    on about.user_id = case when l.action like 'member\_%' or l.action in ('role_changed', 'ownership_transferred') then l.subject_id::uuid end
  order by l.id desc;
end
$$;
comment on function public.list_audit is
  'The audit log, newest first, for admins: {action, actor, from, until, search} narrow it (actor: their id, or "system" for the product itself; days as in the workspace, the last included); `before` is the last id of the page above. Names are as people call themselves now. Nobody else sees a row. 422 with a sentence.';
grant execute on function public.list_audit to authenticated;
