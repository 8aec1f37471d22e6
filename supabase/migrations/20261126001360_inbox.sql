-- Reading: everybody's own inbox, and what was sent.
create function public.list_inbox(workspace uuid, filter jsonb default '{}', skip int default 0, take int default 50) returns jsonb
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  since timestamptz;
begin
  select m.created_at into since from public.workspace_members as m
  where m.workspace_id = workspace and m.user_id = (select auth.uid());
  if since is null then
    return jsonb_build_object('total', 0, 'unread', 0, 'items', '[]'::jsonb);
  end if;
  return (
    with message as materialized (
      select i.id, i.opened_at, i.opened_at < since or r.incident_id is not null as is_read
      from public.alert_incidents as i
      left join public.alert_reads as r on r.user_id = (select auth.uid()) and r.incident_id = i.id
      where i.workspace_id = workspace and not i.is_quiet
        and (not filter ? 'kind' or i.kind = filter ->> 'kind')
        and (not filter ? 'rule' or i.rule_id = (filter ->> 'rule')::uuid)
    ), shown as (
      select * from message as m where filter ->> 'state' is distinct from 'unread' or not m.is_read
    )
    select jsonb_build_object(
      'total', (select count(*) from shown), 'unread', (select count(*) from message as m where not m.is_read),
      'items', coalesce((
        select jsonb_agg(private.incident_row(i) || jsonb_build_object('is_read', page.is_read) order by page.opened_at desc, page.id)
        from (select * from shown as s order by s.opened_at desc, s.id limit take offset skip) as page
        join public.alert_incidents as i on i.id = page.id), '[]')));
end
$$;
comment on function public.list_inbox is
  'The caller''s messages, newest first: {total, unread, items}. filter: {state: unread, kind, rule}. unread counts those of the kind and rule. Empty for strangers.';

create function public.list_incidents(workspace uuid, filter jsonb default '{}', skip int default 0, take int default 50) returns jsonb
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
begin
  return (
    with found as materialized (
      select i.id, i.opened_at from public.alert_incidents as i
      where i.workspace_id = workspace and not i.is_quiet and i.workspace_id = any (array(select private.my_workspaces()))
        and (not filter ? 'kind' or i.kind = filter ->> 'kind')
        and (not filter ? 'rule' or i.rule_id = (filter ->> 'rule')::uuid)
        and (not filter ? 'state' or (i.closed_at is null) = (filter ->> 'state' = 'open'))
    )
    select jsonb_build_object('total', (select count(*) from found), 'items', coalesce((
      select jsonb_agg(private.incident_row(i) order by i.opened_at desc, i.id)
      from public.alert_incidents as i
      where i.id in (select f.id from found as f order by f.opened_at desc, f.id limit take offset skip)), '[]')));
end
$$;
comment on function public.list_incidents is
  'The incidents of a workspace, newest first, whoever read them: {total, items}. filter: {state: open|closed, kind, rule}. Empty for strangers.';

create function private.mark_read(workspace uuid, incidents uuid[], is_read boolean) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  marked int;
begin
  perform private.require_role(workspace, 'viewer');
  if is_read then
    insert into public.alert_reads (workspace_id, user_id, incident_id)
    select i.workspace_id, auth.uid(), i.id from public.alert_incidents as i
    join public.workspace_members as m on m.workspace_id = i.workspace_id and m.user_id = auth.uid()
    where i.workspace_id = workspace and not i.is_quiet
      and (i.id = any (incidents) or incidents is null and i.opened_at >= m.created_at)
    on conflict do nothing;
  else
    delete from public.alert_reads as r
    where r.workspace_id = workspace and r.user_id = auth.uid() and r.incident_id = any (incidents);
  end if;
  get diagnostics marked = row_count;
  return marked;
end
$$;
comment on function private.mark_read is 'Definer: only ever for the caller.';
grant execute on function private.mark_read to authenticated;
create function public.mark_read(workspace uuid, incidents uuid[] default null, is_read boolean default true) returns int
language sql set search_path = '' as $$ select private.mark_read(workspace, incidents, is_read) $$;
comment on function public.mark_read is
  'Marks messages as read by the caller, or as unread; without ids all as read. Returns how many changed. 404 for strangers.';

create function public.alert_channels(workspace uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
begin
  if private.my_role(workspace) is null then
    return null;
  end if;
  return jsonb_build_object(
    'i_want_emails', coalesce((select p.by_email from public.alert_preferences as p
      where p.workspace_id = workspace and p.user_id = (select auth.uid())), false),
    'emails_wanted', (select count(*) from public.alert_preferences as p where p.workspace_id = workspace and p.by_email),
    'members', (select count(*) from public.workspace_members as m where m.workspace_id = workspace),
    'webhooks', case when private.my_role(workspace) >= 'admin' then (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', w.id, 'url', w.url, 'secret_hint', w.secret_hint, 'is_on', w.is_on, 'failures', w.failures,
        'disabled_at', w.disabled_at, 'disabled_reason', w.disabled_reason, 'set_at', w.set_at) order by w.set_at, w.id), '[]')
      from public.webhooks as w where w.workspace_id = workspace) end,
    'deliveries', (
      select coalesce(jsonb_agg(private.delivery_row(d) order by d.created_at desc, d.id), '[]') from (
        select * from public.alert_deliveries as each where each.workspace_id = workspace
        order by each.created_at desc, each.id limit 20) as d));
end
$$;
comment on function public.alert_channels is
  'Where messages go besides the inbox: who wants e-mails, webhooks (for admins; else null), and the last 20 deliveries. Null for strangers.';

create function private.delivery_row(d public.alert_deliveries) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', d.id, 'incident_id', d.incident_id, 'channel', d.channel, 'recipient', d.recipient, 'state', d.state, 'attempts', d.attempts,
    'error', d.error, 'http_status', d.http_status, 'next_attempt_at', case when d.state = 'queued' then coalesce(d.not_before, d.created_at) end,
    'created_at', d.created_at, 'finished_at', d.finished_at,
    'rule_name', i.rule_name, 'subject_name', i.subject_name, 'is_test', i.is_test)
  from public.alert_incidents as i where i.workspace_id = d.workspace_id and i.id = d.incident_id
$$;
comment on function private.delivery_row is 'A delivery as people read it.';

create function public.deliveries_of(incident uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(private.delivery_row(d) order by d.channel, d.recipient, d.id), '[]') from public.alert_deliveries as d
    where d.incident_id = incident and d.workspace_id = any (array(select private.my_workspaces())));
end
$$;
comment on function public.deliveries_of is 'Where a message was sent, and what became of it. Empty for strangers.';
grant execute on function private.delivery_row to authenticated;
grant execute on function public.list_inbox, public.list_incidents, public.mark_read, public.alert_channels, public.deliveries_of
  to authenticated;
