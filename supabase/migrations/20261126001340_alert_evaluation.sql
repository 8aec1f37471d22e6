-- From what rules find to messages: one open incident a rule and subject, by the
-- index, however many evaluate at once.
create function private.alert_cool_down() returns interval
language sql immutable
set search_path = ''
as $$ select interval '6 hours' $$;
comment on function private.alert_cool_down is 'How long after its end an incident is not told again: what goes up and down is one message.';

-- Nothing is told a second time on the way: whoever opens the incident sends it.
create function private.send_incidents(workspace uuid, incidents uuid[]) returns int
language plpgsql
set search_path = ''
as $$
declare
  most_emails constant int := 20;
  made int;
begin
  insert into public.alert_deliveries (workspace_id, incident_id, channel, user_id, webhook_id, recipient)
  select i.workspace_id, i.id, to_whom.channel, to_whom.user_id, to_whom.webhook_id, to_whom.recipient
  from (
    select each.*, row_number() over (partition by each.rule_id order by each.value desc nulls last, each.id) as place
    from public.alert_incidents as each
    where each.workspace_id = workspace and each.id = any (incidents)) as i
  join public.alert_rules as r on r.workspace_id = i.workspace_id and r.id = i.rule_id
  cross join lateral (
    select 'webhook' as channel, null::uuid as user_id, w.id as webhook_id, private.host_of(w.url) as recipient
    from public.webhooks as w where w.workspace_id = i.workspace_id and w.is_on and r.by_webhook
    union all
    -- Hundreds at once, as of a first import, would be no help: the inbox has them all.
    select 'email', p.user_id, null, p.email
    from public.alert_preferences as wish
    join public.profiles as p on p.user_id = wish.user_id
    where wish.workspace_id = i.workspace_id and wish.by_email and r.by_email and i.place <= most_emails) as to_whom
  on conflict do nothing;
  get diagnostics made = row_count;
  return made;
end
$$;
comment on function private.send_incidents is 'Queues incidents for the channels of their rules: each webhook that is on, each member who wants e-mails (the 20 largest of a rule).';

create function private.evaluate_alerts(workspace uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  opened uuid[];
  closed int;
  sent int;
begin
  -- One at a time a workspace: the second sees what the first has opened.
  perform from private.alert_checks as c where c.workspace_id = workspace for update;
  if not found then
    return null;
  end if;
  delete from private.alert_calls as c where c.workspace_id = workspace;
  with fact as materialized (
    select * from private.alert_facts(workspace)
  ), ended as (
    -- What cannot be told now stays open; what is no subject any more does not.
    update public.alert_incidents as i set closed_at = clock_timestamp()
    where i.workspace_id = workspace and i.closed_at is null and i.kind <> 'webhook'
      and not exists (select from fact as f where f.rule_id = i.rule_id and f.subject = i.subject and f.holds is not false)
    returning i.id
  ), begun as (
    insert into public.alert_incidents (
      workspace_id, rule_id, rule_name, kind, subject, subject_name, platform, post_id, account_id, value, before, measured_at, source,
      detail, is_simulated, is_quiet)
    select workspace, r.id, r.name, r.kind, f.subject, f.subject_name, f.platform, f.post_id, f.account_id, f.value, f.before,
      f.measured_at, f.source, jsonb_strip_nulls(f.detail) || jsonb_build_object('condition', r.condition), f.is_simulated,
      r.kind in ('metric', 'breakout') and r.watched_since is null
    from fact as f join public.alert_rules as r on r.workspace_id = workspace and r.id = f.rule_id
    where f.holds and not exists (
      select from public.alert_incidents as i
      where i.workspace_id = workspace and i.rule_id = f.rule_id and i.subject = f.subject and not i.is_test
        and (i.closed_at is null or i.closed_at > clock_timestamp() - private.alert_cool_down()
          -- What a number was held against before the rule was changed says nothing of now.
          and (r.kind in ('source', 'token') or i.closed_at > r.watched_since)))
    on conflict (rule_id, subject) where closed_at is null do nothing
    returning id, is_quiet
  )
  select coalesce((select array_agg(id) from begun where not is_quiet), '{}'), (select count(*) from ended) into opened, closed;
  sent := private.send_incidents(workspace, opened);
  update public.alert_rules as r set watched_since = clock_timestamp()
  where r.workspace_id = workspace and r.is_on and r.watched_since is null;
  delete from public.alert_incidents as i where i.id in (
    select old.id from public.alert_incidents as old
    where old.workspace_id = workspace and old.closed_at < now() - interval '180 days' limit 1000);
  return jsonb_build_object('opened', cardinality(opened), 'closed', closed, 'deliveries', sent);
end
$$;
comment on function private.evaluate_alerts is
  'Definer: it reads the facts of reels, which are granted to nobody, and writes incidents, which nobody writes by hand.';

create function public.evaluate_alerts(workspace uuid) returns jsonb
language sql set search_path = '' as $$ select private.evaluate_alerts(workspace) $$;
comment on function public.evaluate_alerts is
  'Opens and closes the incidents of a workspace''s rules, and queues what is to be sent: {opened, closed, deliveries}. Safe to repeat and to overlap. For workers.';

create function private.evaluate_due_alerts(take int) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  due uuid;
  told jsonb;
  what_broke text;
  done int := 0;
  opened int := 0;
  closed int := 0;
  broken int := 0;
begin
  while done + broken < take loop
    select c.workspace_id into due from private.alert_checks as c
    where (c.checked_at < now() - interval '1 hour' or exists (select from private.alert_calls as called where called.workspace_id = c.workspace_id))
      -- What broke waits for its hour, so that it holds up nobody.
      and (c.problem is null or c.checked_at < now() - interval '1 hour')
      and not exists (select from private.workspace_removals as r where r.workspace_id = c.workspace_id)
    order by c.checked_at limit 1 for update skip locked;
    exit when due is null;
    what_broke := null;
    begin
      told := private.evaluate_alerts(due);
      done := done + 1;
      opened := opened + (told ->> 'opened')::int;
      closed := closed + (told ->> 'closed')::int;
    exception when others then
      what_broke := sqlerrm;
      broken := broken + 1;
    end;
    update private.alert_checks as c set checked_at = clock_timestamp(), problem = what_broke where c.workspace_id = due;
    due := null;
  end loop;
  return jsonb_build_object('workspaces', done, 'opened', opened, 'closed', closed, 'broken', broken, 'is_done', done + broken < take);
end
$$;
comment on function private.evaluate_due_alerts is 'Definer: as evaluate_alerts.';
create function public.evaluate_due_alerts(take int default 20) returns jsonb
language sql set search_path = '' as $$ select private.evaluate_due_alerts(take) $$;
comment on function public.evaluate_due_alerts is
  'Evaluates the workspaces that were called for, and those not looked at for an hour: {workspaces, opened, closed, broken, is_done}. For workers; repeat until is_done.';
grant execute on function private.evaluate_alerts, private.evaluate_due_alerts, public.evaluate_alerts, public.evaluate_due_alerts to service_role;
