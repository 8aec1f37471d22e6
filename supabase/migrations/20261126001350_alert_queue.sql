-- Sending. A worker leases one delivery, sends it, settles it. One that dies in
-- between has perhaps sent it: it is sent again, under the same id.
create function private.webhook_secret(workspace uuid, webhook uuid) returns text
language sql stable security definer
set search_path = ''
as $$ select s.ciphertext from private.webhook_secrets as s where s.workspace_id = workspace and s.webhook_id = webhook $$;
comment on function private.webhook_secret is 'Definer: the secrets are granted to nobody.';
grant execute on function private.webhook_secret to service_role;

create function private.delivery_delay(attempts int) returns interval
language sql volatile
set search_path = ''
as $$ select least(interval '4 hours', interval '30 seconds' * 4 ^ (attempts - 1)) * (0.75 + random() / 2) $$;
comment on function private.delivery_delay is 'How long a message waits after so many attempts: 30 s, 2 min, 8 min, 32 min, 2 h, then 4 h, each by a quarter more or less.';

create function private.delivery_attempts() returns int
language sql immutable
set search_path = ''
as $$ select 8 $$;
comment on function private.delivery_attempts is 'How often a message is tried: over about half a day.';

create function private.recover_deliveries() returns void
language sql
set search_path = ''
as $$
  update public.alert_deliveries as d set
    lost = d.lost + 1, lease_token = null, leased_until = null,
    state = case when d.lost >= 3 then 'failed' else 'queued' end,
    finished_at = case when d.lost >= 3 then clock_timestamp() end,
    error = case when d.lost >= 3 then 'The worker that sent it ended, four times in a row.' else d.error end
  where d.id in (
    select e.id from public.alert_deliveries as e where e.state = 'sending' and e.leased_until < clock_timestamp()
    order by e.id for update skip locked)
$$;
comment on function private.recover_deliveries is 'Puts back what a worker left behind.';

create function private.claim_delivery(lease_seconds int) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  d public.alert_deliveries;
  w public.webhooks;
  next_at timestamptz;
begin
  perform private.recover_deliveries();
  loop
    select * into d from public.alert_deliveries as each
    where each.state = 'queued' and coalesce(each.not_before, each.created_at) <= clock_timestamp()
    order by coalesce(each.not_before, each.created_at), each.id limit 1 for update skip locked;
    exit when not found;
    w := null;
    select * into w from public.webhooks as each where each.workspace_id = d.workspace_id and each.id = d.webhook_id;
    if d.channel = 'webhook' and not w.is_on then
      update public.alert_deliveries as each set
        state = 'failed', error = 'The webhook was switched off before this was sent.', finished_at = clock_timestamp()
      where each.id = d.id;
      continue;
    end if;
    -- Who left the workspace meanwhile is told nothing of it; the wish goes with the membership.
    if d.channel = 'email' and not exists (select from public.alert_preferences as p
        where p.workspace_id = d.workspace_id and p.user_id = d.user_id and p.by_email) then
      update public.alert_deliveries as each set
        state = 'failed', error = 'They left the workspace, or want no e-mails any more.', finished_at = clock_timestamp()
      where each.id = d.id;
      continue;
    end if;
    update public.alert_deliveries as each set
      state = 'sending', lease_token = gen_random_uuid(), leased_until = clock_timestamp() + make_interval(secs => lease_seconds),
      attempts = each.attempts + 1
    where each.id = d.id returning * into d;
    return jsonb_build_object('next_in_seconds', 0, 'order', (
      select jsonb_build_object(
        'delivery_id', d.id, 'lease_token', d.lease_token, 'workspace_id', d.workspace_id, 'workspace_name', space.name,
        'time_zone', space.time_zone, 'channel', d.channel, 'attempts', d.attempts, 'email', case when d.channel = 'email' then d.recipient end,
        'webhook', case when d.channel = 'webhook' then jsonb_build_object(
          'id', w.id, 'url', w.url, 'ciphertext', private.webhook_secret(w.workspace_id, w.id)) end,
        'incident', private.incident_row(i))
      from public.workspaces as space
      join public.alert_incidents as i on i.workspace_id = space.id and i.id = d.incident_id
      where space.id = d.workspace_id));
  end loop;
  select min(at) into next_at from (
    select min(each.leased_until) as at from public.alert_deliveries as each where each.state = 'sending'
    union all
    select min(coalesce(each.not_before, each.created_at)) from public.alert_deliveries as each where each.state = 'queued') as times;
  return jsonb_build_object('order', null, 'next_in_seconds',
    case when next_at is not null then greatest(0.01, extract(epoch from next_at - clock_timestamp())) end);
end
$$;
comment on function private.claim_delivery is 'Definer: nobody writes deliveries by hand.';
create function public.claim_delivery(lease_seconds int) returns jsonb
language sql set search_path = '' as $$ select private.claim_delivery(lease_seconds) $$;
comment on function public.claim_delivery is 'Leases the next message to send, with the webhook''s encrypted secret: {order, next_in_seconds}. For workers.';

create function private.incident_row(i public.alert_incidents) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', i.id, 'rule_id', i.rule_id, 'rule_name', i.rule_name, 'kind', i.kind, 'subject', i.subject, 'subject_name', i.subject_name,
    'platform', i.platform, 'post_id', i.post_id, 'account_id', i.account_id, 'value', trim_scale(i.value)::text,
    'before', trim_scale(i.before)::text, 'measured_at', i.measured_at, 'source', i.source,
    'source_name', (select s.name from public.metric_sources as s where s.source = i.source), 'detail', i.detail,
    'is_simulated', i.is_simulated, 'is_test', i.is_test, 'opened_at', i.opened_at, 'closed_at', i.closed_at)
$$;
comment on function private.incident_row is 'An incident as messages tell of it: numbers as decimal text.';
grant execute on function private.incident_row to authenticated;

create function private.settle_delivery(batch jsonb) returns text
language plpgsql security definer
set search_path = ''
as $$
declare
  most_failures constant int := 25;
  d public.alert_deliveries;
  w public.webhooks;
  went_well constant boolean := batch ->> 'result' = 'sent';
begin
  -- The webhook before its messages, as removing it takes them.
  perform from public.webhooks as each where each.id = (
    select mine.webhook_id from public.alert_deliveries as mine where mine.id = (batch ->> 'delivery_id')::uuid) for no key update;
  select * into d from public.alert_deliveries as each
  where each.id = (batch ->> 'delivery_id')::uuid and each.workspace_id = (batch ->> 'workspace_id')::uuid
    and each.lease_token = (batch ->> 'lease_token')::uuid and each.leased_until > clock_timestamp()
  for update;
  if not found then
    perform private.fail(409, 'The lease on this message was lost: another worker has it.');
  end if;
  update public.alert_deliveries as each set
    lease_token = null, leased_until = null, lost = 0, error = left(batch ->> 'detail', 500), http_status = (batch ->> 'http_status')::int,
    state = case when went_well then 'sent' when batch ->> 'result' = 'failed' or each.attempts >= private.delivery_attempts() or test.is_test
      then 'failed' else 'queued' end,
    finished_at = case when went_well or batch ->> 'result' = 'failed' or each.attempts >= private.delivery_attempts() or test.is_test
      then clock_timestamp() end,
    not_before = clock_timestamp() + private.delivery_delay(each.attempts)
  -- Whoever pressed the button waits for the answer.
  from (select i.is_test from public.alert_incidents as i where i.id = d.incident_id) as test
  where each.id = d.id returning each.* into d;
  if d.webhook_id is not null then
    update public.webhooks as each set failures = case when went_well then 0 else each.failures + 1 end
    where each.id = d.webhook_id returning * into w;
    if w.is_on and w.failures >= most_failures then
      update public.webhooks as each set is_on = false, disabled_at = clock_timestamp(),
        disabled_reason = format('%s attempts in a row failed. The last one: %s', w.failures, batch ->> 'detail')
      where each.id = w.id;
      insert into public.alert_incidents (workspace_id, rule_name, kind, subject, subject_name, measured_at, value, detail)
      values (w.workspace_id, 'Webhooks', 'webhook', 'webhook:' || w.id, private.host_of(w.url), clock_timestamp(), w.failures,
        jsonb_build_object('problem_detail', batch ->> 'detail'));
    end if;
  end if;
  return d.state;
end
$$;
comment on function private.settle_delivery is 'Definer: as claim_delivery.';
create function public.settle_delivery(batch jsonb) returns text
language sql set search_path = '' as $$ select private.settle_delivery(batch) $$;
comment on function public.settle_delivery is
  'Records what became of a leased message: {delivery_id, workspace_id, lease_token, result: sent|again|failed, detail, http_status}. Returns its state; 409 when the lease was lost. After 25 failures in a row a webhook is switched off. For workers.';
grant execute on function private.claim_delivery, private.settle_delivery, public.claim_delivery, public.settle_delivery to service_role;

-- A message that says it is a test, to each channel of a rule.
create function private.test_alert_rule(workspace uuid, rule uuid) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  most_an_hour constant int := 20;
  r public.alert_rules;
  made uuid;
begin
  perform private.require_role(workspace, 'member');
  perform from private.alert_checks as c where c.workspace_id = workspace for update;
  select * into r from public.alert_rules as each where each.workspace_id = workspace and each.id = rule;
  if not found then
    perform private.fail(404, 'There is no such rule. It may have been deleted.');
  elsif (select count(*) from public.alert_incidents as i
      where i.workspace_id = workspace and i.is_test and i.opened_at > now() - interval '1 hour') >= most_an_hour then
    perform private.fail(429, format('%s test messages were sent within an hour. Try again later.', most_an_hour));
  end if;
  insert into public.alert_incidents (workspace_id, rule_id, rule_name, kind, subject, subject_name, detail, is_test, closed_at)
  values (workspace, r.id, r.name, r.kind, 'workspace', (select w.name from public.workspaces as w where w.id = workspace),
    jsonb_build_object('condition', r.condition), true, clock_timestamp())
  returning id into made;
  perform private.send_incidents(workspace, array[made]);
  return made;
end
$$;
comment on function private.test_alert_rule is 'Definer: nobody writes incidents by hand.';
grant execute on function private.test_alert_rule to authenticated;
create function public.test_alert_rule(workspace uuid, rule uuid) returns uuid
language sql set search_path = '' as $$ select private.test_alert_rule(workspace, rule) $$;
comment on function public.test_alert_rule is
  'Sends a message that is marked as a test the way a rule''s go: into the inbox, by e-mail and webhook where the rule says so. For members, 20 an hour. Returns the incident. 403, 404 or 429 with a sentence.';
grant execute on function public.test_alert_rule to authenticated;
