-- What a rule may say, and who may say it: members make, change and delete
-- rules, as they do runs; viewers read them and have an inbox of their own.
create function private.number_between(value jsonb, low numeric, high numeric, whole boolean) returns boolean
language sql immutable
set search_path = ''
as $$
  select case when jsonb_typeof(value) = 'number' then
    value::text::numeric between low and high and (not whole or value::text::numeric % 1 = 0) else false end
$$;
comment on function private.number_between is 'Whether it is a number, within both ends, and a whole one where that is asked.';

create function private.alert_condition_problem(kind text, condition jsonb) returns text
language sql immutable
set search_path = ''
as $$
  select case
    when jsonb_typeof(condition) is distinct from 'object' then 'condition: expected an object.'
    when condition - (case kind when 'metric' then '{of, metric, test, value, window_days, least}'
        when 'breakout' then '{score, window_days}' when 'source' then '{runs, intervals}' else '{days_ahead}' end)::text[] <> '{}'
      then format('condition: a rule on a %s has other fields.', kind)
    when kind = 'metric' then case
      when (condition ->> 'of' in ('post', 'account', 'workspace')) is not true
        then 'condition.of: expected post, account or workspace.'
      when (condition ->> 'metric' in ('views', 'engagement', 'followers')) is not true
        then 'condition.metric: expected views, engagement or followers.'
      when condition ->> 'of' = 'post' and condition ->> 'metric' = 'followers'
        then 'condition.metric: a post has no followers. Choose an account or the workspace.'
      when (condition ->> 'test' in ('above', 'below', 'rises', 'falls')) is not true
        then 'condition.test: expected above, below, rises or falls.'
      when condition ->> 'of' = 'post' and condition ->> 'test' in ('below', 'falls')
        then 'condition.test: of a post, expected above or rises.'
      when condition ->> 'test' in ('above', 'below') and not private.number_between(condition -> 'value', 1, 9e15, true)
        then 'condition.value: expected a whole number from 1.'
      when condition ->> 'test' = 'rises' and not private.number_between(condition -> 'value', 1, 100000, false)
        or condition ->> 'test' = 'falls' and not private.number_between(condition -> 'value', 1, 100, false)
        then 'condition.value: expected per cent from 1, of a fall at most 100.'
      when not private.number_between(condition -> 'window_days', 1, 90, true) then 'condition.window_days: expected 1 to 90.'
      when condition ? 'least' and not private.number_between(condition -> 'least', 0, 9e15, true)
        then 'condition.least: expected a whole number from 0.' end
    when kind = 'breakout' then case
      when not private.number_between(condition -> 'score', 50, 100, false) then 'condition.score: expected 50 to 100.'
      when not private.number_between(condition -> 'window_days', 1, 90, true) then 'condition.window_days: expected 1 to 90.' end
    when kind = 'source' then case
      when not private.number_between(condition -> 'runs', 1, 10, true) then 'condition.runs: expected 1 to 10.'
      when not private.number_between(condition -> 'intervals', 2, 50, true) then 'condition.intervals: expected 2 to 50.' end
    when kind = 'token' then case
      when not private.number_between(condition -> 'days_ahead', 0, 30, true) then 'condition.days_ahead: expected 0 to 30.' end
    else 'kind: expected metric, breakout, source or token.' end
$$;
comment on function private.alert_condition_problem is 'What is wrong with a rule''s condition, as a sentence; null: nothing. lib/alerts/schema.ts says the same to forms.';
alter table public.alert_rules
  add constraint a_condition_says_something check (private.alert_condition_problem(kind, condition) is null);

-- Whose turn it is to be evaluated: whoever was called for, and everybody once an hour.
create table private.alert_checks (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  checked_at timestamptz not null default '-infinity',
  problem text
);
comment on table private.alert_checks is 'When each workspace''s rules were last evaluated; whoever evaluates holds its row.';
comment on column private.alert_checks.problem is 'What broke the last evaluation. Null: nothing.';
create index alert_checks_checked_idx on private.alert_checks (checked_at);
create table private.alert_calls (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  called_at timestamptz not null default clock_timestamp()
);
comment on table private.alert_calls is 'Something changed that a rule may watch. Many rows, so that whoever settles work never waits for an evaluation.';
create index alert_calls_workspace_idx on private.alert_calls (workspace_id);
alter table private.alert_checks enable row level security;
alter table private.alert_calls enable row level security;

create function private.begin_alerts(workspace uuid) returns void
language sql
set search_path = ''
as $$
  insert into private.alert_checks (workspace_id) values (workspace) on conflict do nothing;
  insert into public.alert_rules (workspace_id, kind, name, condition) values
    (workspace, 'source', 'An account or ingest fails', '{"runs": 3, "intervals": 3}'),
    (workspace, 'token', 'A sign-in ends soon or has ended', '{"days_ahead": 3}')
$$;
comment on function private.begin_alerts is 'The rules that every workspace begins with, into its inbox alone.';

create function private.begin_alerts_of_new() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.begin_alerts(new.id);
  return null;
end
$$;
comment on function private.begin_alerts_of_new is 'Definer: nobody writes rules by hand.';
create trigger begin_alerts after insert on public.workspaces
  for each row execute function private.begin_alerts_of_new();
select private.begin_alerts(id) from public.workspaces;

create function private.call_alerts() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into private.alert_calls (workspace_id) values (new.workspace_id);
  return null;
end
$$;
comment on function private.call_alerts is 'Has the workspace''s rules evaluated soon. Definer: who settles work may not touch the queue of alerts.';
create trigger call_alerts after update of status on public.refresh_runs
  for each row when (old.status = 'running' and new.status <> 'running') execute function private.call_alerts();
create trigger call_alerts after update of finished_at on public.ingest_runs
  for each row when (old.finished_at is null and new.finished_at is not null) execute function private.call_alerts();
create trigger call_alerts after update of status on public.jobs
  for each row when (old.status <> new.status and new.status = 'completed') execute function private.call_alerts();
create trigger call_alerts after update of status on public.accounts
  for each row when (old.status <> new.status) execute function private.call_alerts();

-- Definer, like all that follows: nobody writes rules by hand.
create function private.save_alert_rule(workspace uuid, rule uuid, given jsonb) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  most constant int := 50;
  old public.alert_rules;
  new public.alert_rules;
  problem text;
  twin text;
begin
  perform private.require_role(workspace, 'member');
  -- Before rules and incidents, as an evaluation takes them. And two who add the fiftieth at once wait for each other.
  perform from private.alert_checks as c where c.workspace_id = workspace for update;
  if rule is null then
    if (select count(*) from public.alert_rules as r where r.workspace_id = workspace) >= most then
      perform private.fail(409, format('There are %s rules. Delete one first.', most));
    end if;
    new.id := gen_random_uuid();
    new.workspace_id := workspace;
    new.created_by := auth.uid();
    new.created_at := now();
    new.is_on := true;
    new.by_email := false;
    new.by_webhook := false;
  else
    select * into old from public.alert_rules as r where r.workspace_id = workspace and r.id = rule for update;
    if not found then
      perform private.fail(404, 'There is no such rule. It may have been deleted.');
    end if;
    new := old;
  end if;
  new := jsonb_populate_record(new, (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(given)
    where key in ('name', 'condition', 'platform', 'account_id', 'is_on', 'by_email', 'by_webhook') or rule is null and key = 'kind'));
  new.name := btrim(new.name);
  new.updated_at := now();
  problem := case
    when new.kind is null then 'kind: expected metric, breakout, source or token.'
    when char_length(new.name) between 1 and 80 is not true then 'name: expected 1 to 80 characters.'
    when new.account_id is not null and not exists (
      select from public.accounts as a where a.workspace_id = workspace and a.id = new.account_id)
      then 'account_id: there is no such account in this workspace.'
    when new.kind = 'metric' and new.condition ->> 'of' = 'workspace' and new.account_id is not null
      then 'account_id: a rule on the whole workspace is not about one account. Choose "each account".'
    else private.alert_condition_problem(new.kind, new.condition) end;
  if problem is not null then
    perform private.fail(422, problem);
  end if;
  -- Twins that are there already may still be switched off.
  if (new.condition, new.platform, new.account_id) is distinct from (old.condition, old.platform, old.account_id) then
    select r.name into twin from public.alert_rules as r
    where r.workspace_id = workspace and r.id <> new.id and r.kind = new.kind and r.condition = new.condition
      and (r.platform, r.account_id) is not distinct from (new.platform, new.account_id)
    order by r.created_at, r.id limit 1;
    if found then
      perform private.fail(409, format('The rule "%s" watches for the same. Change that one, or watch for something else.', twin));
    end if;
  end if;
  if rule is null then
    insert into public.alert_rules select new.*;
  else
    -- It watches for something else, or again: what is so by then is no news.
    if (new.condition, new.platform, new.account_id) is distinct from (old.condition, old.platform, old.account_id)
        or new.is_on and not old.is_on then
      new.watched_since := null;
      update public.alert_incidents as i set closed_at = clock_timestamp()
      where i.workspace_id = workspace and i.rule_id = rule and i.kind in ('metric', 'breakout') and i.closed_at is null;
    end if;
    update public.alert_rules as r set
      name = new.name, condition = new.condition, platform = new.platform, account_id = new.account_id, is_on = new.is_on,
      by_email = new.by_email, by_webhook = new.by_webhook, watched_since = new.watched_since, updated_at = new.updated_at
    where r.workspace_id = workspace and r.id = rule;
  end if;
  insert into private.alert_calls (workspace_id) values (workspace);
  perform private.audit(workspace, case when rule is null then 'alert_made' else 'alert_changed' end, new.name, new.id::text,
    private.changes(case when rule is null then '{}' else to_jsonb(old) end,
      to_jsonb(new) - '{id,workspace_id,created_by,created_at,updated_at,watched_since}'::text[]));
  return new.id;
end
$$;
comment on function private.save_alert_rule is 'Makes a rule (rule null) or changes the fields that are given.';

create function private.delete_alert_rule(workspace uuid, rule uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  called text;
begin
  perform private.require_role(workspace, 'member');
  perform from private.alert_checks as c where c.workspace_id = workspace for update;
  update public.alert_incidents as i set closed_at = clock_timestamp()
  where i.workspace_id = workspace and i.rule_id = rule and i.closed_at is null;
  delete from public.alert_rules as r where r.workspace_id = workspace and r.id = rule returning r.name into called;
  if not found then
    perform private.fail(404, 'There is no such rule. It may have been deleted.');
  end if;
  perform private.audit(workspace, 'alert_deleted', called, rule::text);
end
$$;
comment on function private.delete_alert_rule is 'Deletes a rule; its messages stay.';
grant execute on function private.save_alert_rule, private.delete_alert_rule to authenticated;

create function public.save_alert_rule(workspace uuid, rule uuid, given jsonb) returns uuid
language sql set search_path = '' as $$ select private.save_alert_rule(workspace, rule, given) $$;
comment on function public.save_alert_rule is
  'Makes a rule (rule null) of {kind, name, condition, platform, account_id, is_on, by_email, by_webhook}, or changes those that are given. For members. Returns its id. 403, 404, 409 or 422 with a sentence.';
create function public.delete_alert_rule(workspace uuid, rule uuid) returns void
language sql set search_path = '' as $$ select private.delete_alert_rule(workspace, rule) $$;
comment on function public.delete_alert_rule is 'Deletes a rule; its messages stay. For members. 403 or 404 with a sentence.';
grant execute on function public.save_alert_rule, public.delete_alert_rule to authenticated;

create function public.list_alert_rules(workspace uuid) returns jsonb
language plpgsql stable
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', r.id, 'kind', r.kind, 'name', r.name, 'condition', r.condition, 'platform', r.platform, 'account_id', r.account_id,
      'account_name', coalesce('@' || nullif(ltrim(a.handle, '@'), ''), a.name), 'is_on', r.is_on, 'by_email', r.by_email,
      'by_webhook', r.by_webhook, 'watched_since', r.watched_since, 'created_at', r.created_at, 'updated_at', r.updated_at,
      'made_by', (select p.email from public.profiles as p where p.user_id = r.created_by),
      'open', counted.open, 'quiet', counted.quiet, 'last_at', counted.last_at) order by r.created_at, r.name, r.id), '[]')
    from public.alert_rules as r
    left join public.accounts as a on a.workspace_id = r.workspace_id and a.id = r.account_id
    cross join lateral (
      select count(*) filter (where i.closed_at is null and not i.is_quiet)::int as open,
        count(*) filter (where i.closed_at is null and i.is_quiet)::int as quiet,
        max(i.opened_at) filter (where not i.is_quiet) as last_at
      from public.alert_incidents as i
      where i.workspace_id = r.workspace_id and i.rule_id = r.id and not i.is_test) as counted
    where r.workspace_id = workspace and r.workspace_id = any (array(select private.my_workspaces())));
end
$$;
comment on function public.list_alert_rules is
  'The rules of a workspace, oldest first. open: incidents that go on; quiet: those that were so before the rule began to watch. Empty for strangers.';
grant execute on function public.list_alert_rules to authenticated;
