-- Alerts: what a workspace wants to be told of. A rule watches; an incident is
-- one time that it came true for one subject, and one message; whether somebody
-- read it is their own.
create table public.alert_rules (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  kind text not null check (kind in ('metric', 'breakout', 'source', 'token')),
  name text not null check (char_length(btrim(name)) between 1 and 80),
  condition jsonb not null,
  platform public.platform,
  account_id uuid,
  is_on boolean not null default true,
  by_email boolean not null default false,
  by_webhook boolean not null default false,
  watched_since timestamptz,
  created_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, account_id) references public.accounts (workspace_id, id) on delete cascade
);
comment on table public.alert_rules is 'What a workspace wants to be told of: always in its inbox, also by e-mail and webhook where the rule says so.';
comment on column public.alert_rules.condition is
  'By kind. metric: {of, metric, test, value, window_days}; breakout: {score, window_days}; source: {runs, intervals}; token: {days_ahead}. See private.alert_condition_problem.';
comment on column public.alert_rules.platform is 'Only what is of this platform. Null: all.';
comment on column public.alert_rules.account_id is 'Only what is of this account. Null: all.';
comment on column public.alert_rules.by_email is 'Also by e-mail, to the members who want that.';
comment on column public.alert_rules.by_webhook is 'Also to every webhook of the workspace that is on.';
comment on column public.alert_rules.watched_since is
  'When it first looked for what it says now. Null: not yet; what a metric or breakout rule finds then was so before, and is no news.';
create index alert_rules_account_idx on public.alert_rules (workspace_id, account_id);
create index alert_rules_created_by_idx on public.alert_rules (created_by);

create table public.alert_incidents (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  rule_id uuid,
  rule_name text not null,
  kind text not null check (kind in ('metric', 'breakout', 'source', 'token', 'webhook')),
  subject text not null,
  subject_name text not null,
  platform public.platform,
  post_id bigint,
  account_id uuid,
  value numeric,
  before numeric,
  measured_at timestamptz,
  source text,
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object'),
  is_simulated boolean not null default false,
  is_test boolean not null default false,
  is_quiet boolean not null default false,
  opened_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, rule_id) references public.alert_rules (workspace_id, id) on delete set null (rule_id),
  foreign key (workspace_id, post_id) references public.posts (workspace_id, id) on delete set null (post_id),
  foreign key (workspace_id, account_id) references public.accounts (workspace_id, id) on delete set null (account_id)
);
comment on table public.alert_incidents is 'One time that a rule came true for one subject: one message. Closed once that is over, kept for 180 days.';
comment on column public.alert_incidents.rule_id is 'Null: the rule was deleted since.';
comment on column public.alert_incidents.kind is 'As the rule''s; webhook: a webhook was switched off after many failures, without a rule.';
comment on column public.alert_incidents.subject is 'What it is about: post:<id>, account:<id>, source:<name>, webhook:<id> or workspace.';
comment on column public.alert_incidents.value is 'The number that was measured, in the unit of the condition. Null: it is not about a number.';
comment on column public.alert_incidents.before is 'What it is held against: the period before, or the value asked for.';
comment on column public.alert_incidents.source is 'Where the number was read: metric_sources.source, or the name of what fails.';
comment on column public.alert_incidents.detail is 'The condition as it was then, and what else the sentence needs: see lib/alerts/words.ts.';
comment on column public.alert_incidents.is_quiet is 'It was so before the rule began to watch: no message, and none until it was over once.';
comment on column public.alert_incidents.is_test is 'Made by the test button: nothing happened.';
create unique index one_open_incident on public.alert_incidents (rule_id, subject) where closed_at is null;
create index alert_incidents_workspace_idx on public.alert_incidents (workspace_id, opened_at desc, id) where not is_quiet;
create index alert_incidents_rule_idx on public.alert_incidents (workspace_id, rule_id, subject, closed_at desc);
create index alert_incidents_post_idx on public.alert_incidents (workspace_id, post_id);
create index alert_incidents_account_idx on public.alert_incidents (workspace_id, account_id);

create table public.alert_reads (
  workspace_id uuid not null,
  user_id uuid not null,
  incident_id uuid not null,
  read_at timestamptz not null default now(),
  primary key (user_id, incident_id),
  foreign key (workspace_id, user_id) references public.workspace_members (workspace_id, user_id) on delete cascade,
  foreign key (workspace_id, incident_id) references public.alert_incidents (workspace_id, id) on delete cascade
);
comment on table public.alert_reads is 'What each person has read. What is older than their membership counts as read.';
create index alert_reads_member_idx on public.alert_reads (workspace_id, user_id);
create index alert_reads_incident_idx on public.alert_reads (workspace_id, incident_id);

create table public.alert_preferences (
  workspace_id uuid not null,
  user_id uuid not null,
  by_email boolean not null,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references public.workspace_members (workspace_id, user_id) on delete cascade
);
comment on table public.alert_preferences is 'Who wants alerts by e-mail. No row: not asked for, so none are sent.';
create index alert_preferences_user_idx on public.alert_preferences (user_id);

alter table public.alert_rules enable row level security;
alter table public.alert_incidents enable row level security;
alter table public.alert_reads enable row level security;
alter table public.alert_preferences enable row level security;
grant select on public.alert_rules, public.alert_incidents, public.alert_reads, public.alert_preferences to authenticated, service_role;
create policy "Members read their alert rules" on public.alert_rules
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their incidents" on public.alert_incidents
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "People see what they have read themselves" on public.alert_reads
  for select to authenticated
  using (user_id = (select auth.uid()) and workspace_id = any (array(select private.my_workspaces())));
create policy "Members see who wants e-mails" on public.alert_preferences
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));

create function private.unread_incidents(workspace uuid) returns setof public.alert_incidents
language sql stable
set search_path = ''
as $$
  select i.* from public.alert_incidents as i
  join public.workspace_members as m on m.workspace_id = i.workspace_id and m.user_id = (select auth.uid())
  where i.workspace_id = workspace and not i.is_quiet and i.opened_at >= m.created_at
    and not exists (
      select from public.alert_reads as r where r.user_id = (select auth.uid()) and r.incident_id = i.id)
$$;
comment on function private.unread_incidents is 'The caller''s unread incidents of a workspace, as far as they may read them.';
grant execute on function private.unread_incidents to authenticated;

create function public.count_unread(workspace uuid) returns int
language plpgsql stable
set search_path = ''
as $$
begin
  return (select count(*)::int from (select from private.unread_incidents(workspace) limit 100) as unread);
end
$$;
comment on function public.count_unread is 'How many incidents the caller has not read, counted up to 100. Every page asks this.';
grant execute on function public.count_unread to authenticated;
