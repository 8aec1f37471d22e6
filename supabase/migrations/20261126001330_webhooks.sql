-- Where else messages go: webhooks, set by admins, each with a secret that signs
-- what is sent. It is shown once and kept encrypted, with a key the database
-- never sees.
create table public.webhooks (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  url text not null check (url ~ '^https?://[^\s]+$' and char_length(url) <= 2000),
  secret_hint text not null check (char_length(secret_hint) <= 4),
  is_on boolean not null default true,
  failures int not null default 0,
  disabled_at timestamptz,
  disabled_reason text,
  set_by uuid references auth.users (id) on delete set null,
  set_at timestamptz not null default now(),
  unique (workspace_id, id)
);
comment on table public.webhooks is 'Addresses that incidents are sent to, signed. Read by admins alone: an address may be a secret itself.';
comment on column public.webhooks.secret_hint is 'The last four characters of its secret.';
comment on column public.webhooks.failures is 'Failed attempts in a row. At 25 it is switched off, with a message in the inbox.';
comment on column public.webhooks.disabled_at is 'When it was switched off because of failures. Null: it was not.';
create index webhooks_workspace_idx on public.webhooks (workspace_id, set_at);
create index webhooks_set_by_idx on public.webhooks (set_by);

create table private.webhook_secrets (
  webhook_id uuid primary key,
  workspace_id uuid not null,
  ciphertext text not null,
  key_id text not null,
  version int not null default 1,
  foreign key (workspace_id, webhook_id) references public.webhooks (workspace_id, id) on delete cascade
);
comment on table private.webhook_secrets is 'Encrypted secrets (JWE, A256GCM), one a webhook. Granted to nobody: a function hands one out to a worker.';
create index webhook_secrets_key_idx on private.webhook_secrets (key_id);
create index webhook_secrets_workspace_idx on private.webhook_secrets (workspace_id, webhook_id);
alter table private.webhook_secrets enable row level security;

create table public.alert_deliveries (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  incident_id uuid not null,
  channel text not null check (channel in ('email', 'webhook')),
  user_id uuid references auth.users (id) on delete cascade,
  webhook_id uuid,
  recipient text not null,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed')),
  attempts int not null default 0,
  lost int not null default 0,
  lease_token uuid,
  leased_until timestamptz,
  not_before timestamptz,
  error text,
  http_status int,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  unique nulls not distinct (incident_id, webhook_id, user_id),
  foreign key (workspace_id, incident_id) references public.alert_incidents (workspace_id, id) on delete cascade,
  foreign key (workspace_id, webhook_id) references public.webhooks (workspace_id, id) on delete cascade,
  constraint one_recipient check ((channel = 'email') = (user_id is not null) and (channel = 'webhook') = (webhook_id is not null)),
  constraint a_lease_has_an_end check ((state = 'sending') = (lease_token is not null and leased_until is not null)),
  constraint an_end_has_a_time check ((state in ('sent', 'failed')) = (finished_at is not null))
);
comment on table public.alert_deliveries is 'One message on its way to one address: sent at least once. A worker leases it, sends it, settles it.';
comment on column public.alert_deliveries.recipient is 'The e-mail address, or the webhook''s host, at that time.';
comment on column public.alert_deliveries.lost is 'How often a worker ended while it held this. Four times: failed.';
create index alert_deliveries_queue_idx on public.alert_deliveries (coalesce(not_before, created_at), id) where state = 'queued';
create index alert_deliveries_lease_idx on public.alert_deliveries (leased_until) where state = 'sending';
create index alert_deliveries_workspace_idx on public.alert_deliveries (workspace_id, created_at desc, id);
create index alert_deliveries_incident_idx on public.alert_deliveries (workspace_id, incident_id);
create index alert_deliveries_webhook_idx on public.alert_deliveries (workspace_id, webhook_id);
create index alert_deliveries_user_idx on public.alert_deliveries (user_id);

alter table public.webhooks enable row level security;
alter table public.alert_deliveries enable row level security;
grant select on public.webhooks, public.alert_deliveries to authenticated, service_role;
create policy "Admins see webhooks" on public.webhooks
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces_as('admin'))));
create policy "Members see what was sent" on public.alert_deliveries
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));

create function private.host_of(url text) returns text
language sql immutable
set search_path = ''
as $$ select substring(url from '^https?://(?:[^/?#@]*@)?([^/?#]+)') $$;
comment on function private.host_of is 'The host of an address: the rest of it may be a secret.';

-- Definer, as all that follows: nobody writes webhooks by hand.
create function private.set_webhook(workspace uuid, webhook uuid, given jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  most constant int := 5;
  address constant text := btrim(given ->> 'url');
  old public.webhooks;
  new public.webhooks;
begin
  perform private.require_role(workspace, 'admin');
  if address is not null and (address ~ '^https?://[^\s]+$' and char_length(address) <= 2000) is not true then
    perform private.fail(422, 'url: expected an address that begins with https://.');
  end if;
  perform from private.alert_checks as c where c.workspace_id = workspace for update;
  select * into old from public.webhooks as w where w.workspace_id = workspace and w.id = webhook for update;
  if found then
    update public.webhooks as w set
      url = coalesce(address, w.url), is_on = coalesce((given ->> 'is_on')::boolean, w.is_on),
      secret_hint = coalesce(given #>> '{secret,hint}', w.secret_hint),
      -- Whoever changes it has a reason to think that it works now.
      failures = 0, disabled_at = null, disabled_reason = null, set_by = auth.uid(), set_at = now()
    where w.id = webhook returning * into new;
    update public.alert_incidents as i set closed_at = clock_timestamp()
    where i.workspace_id = workspace and i.subject = 'webhook:' || webhook and i.closed_at is null;
  elsif address is null or not given ? 'secret' then
    perform private.fail(404, 'There is no such webhook. It may have been removed.');
  elsif (select count(*) from public.webhooks as w where w.workspace_id = workspace) >= most then
    perform private.fail(409, format('There are %s webhooks. Remove one first.', most));
  else
    insert into public.webhooks (id, workspace_id, url, secret_hint, set_by)
    values (webhook, workspace, address, given #>> '{secret,hint}', auth.uid()) returning * into new;
  end if;
  if given ? 'secret' then
    insert into private.webhook_secrets as s (webhook_id, workspace_id, ciphertext, key_id)
    values (webhook, workspace, given #>> '{secret,ciphertext}', given #>> '{secret,key_id}')
    on conflict (webhook_id) do update set ciphertext = excluded.ciphertext, key_id = excluded.key_id, version = s.version + 1;
  end if;
  perform private.audit(workspace, 'webhook_set', private.host_of(new.url), webhook::text, jsonb_build_object(
    'is_new', old.id is null, 'is_on', new.is_on, 'url', case when old.url <> new.url then 'changed' end,
    'secret', case when given ? 'secret' and old.id is not null then 'renewed' end));
end
$$;
comment on function private.set_webhook is 'Makes a webhook of an id that is new, or changes what is given of one.';

create function private.remove_webhook(workspace uuid, webhook uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  address text;
begin
  perform private.require_role(workspace, 'admin');
  delete from public.webhooks as w where w.workspace_id = workspace and w.id = webhook returning w.url into address;
  if not found then
    perform private.fail(404, 'There is no such webhook. It may have been removed.');
  end if;
  update public.alert_incidents as i set closed_at = clock_timestamp()
  where i.workspace_id = workspace and i.subject = 'webhook:' || webhook and i.closed_at is null;
  perform private.audit(workspace, 'webhook_removed', private.host_of(address), webhook::text);
end
$$;
comment on function private.remove_webhook is 'Removes a webhook with its secret and what waits for it.';

create function private.want_alert_emails(workspace uuid, wanted boolean) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role(workspace, 'viewer');
  insert into public.alert_preferences as p (workspace_id, user_id, by_email) values (workspace, auth.uid(), wanted)
  on conflict (workspace_id, user_id) do update set by_email = excluded.by_email;
end
$$;
comment on function private.want_alert_emails is 'Definer: only ever for the caller.';
grant execute on function private.set_webhook, private.remove_webhook, private.want_alert_emails to authenticated;

create function public.set_webhook(workspace uuid, webhook uuid, given jsonb) returns void
language sql set search_path = '' as $$ select private.set_webhook(workspace, webhook, given) $$;
comment on function public.set_webhook is
  'Makes a webhook of a new id with {url, secret: {ciphertext, key_id, hint}}, or changes {url, is_on, secret} of one. Changing switches failures back to none. For admins. 403, 404, 409 or 422 with a sentence.';
create function public.remove_webhook(workspace uuid, webhook uuid) returns void
language sql set search_path = '' as $$ select private.remove_webhook(workspace, webhook) $$;
comment on function public.remove_webhook is 'Removes a webhook. For admins. 403 or 404 with a sentence.';
create function public.want_alert_emails(workspace uuid, wanted boolean) returns void
language sql set search_path = '' as $$ select private.want_alert_emails(workspace, wanted) $$;
comment on function public.want_alert_emails is 'Whether the caller wants e-mails of rules that send them.';
grant execute on function public.set_webhook, public.remove_webhook, public.want_alert_emails to authenticated;

create function private.webhook_secrets_to_reseal(current_key text, take int, after_webhook uuid) returns jsonb
language sql security definer stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(t), '[]') from (
    select webhook_id, workspace_id, ciphertext, version from private.webhook_secrets
    where key_id <> current_key and (after_webhook is null or webhook_id > after_webhook)
    order by webhook_id limit take) as t
$$;
create function private.reseal_webhook_secret(workspace uuid, webhook uuid, sealed_version int, secret jsonb) returns boolean
language plpgsql security definer
set search_path = ''
as $$
begin
  update private.webhook_secrets set ciphertext = secret ->> 'ciphertext', key_id = secret ->> 'key_id'
  where webhook_id = webhook and workspace_id = workspace and version = sealed_version;
  return found;
end
$$;
comment on function private.webhook_secrets_to_reseal is 'Definer: the secrets are granted to nobody.';
comment on function private.reseal_webhook_secret is 'Definer: as above.';
grant execute on function private.webhook_secrets_to_reseal, private.reseal_webhook_secret to service_role;
create function public.webhook_secrets_to_reseal(current_key text, take int default 200, after_webhook uuid default null) returns jsonb
language sql stable set search_path = '' as $$ select private.webhook_secrets_to_reseal(current_key, take, after_webhook) $$;
comment on function public.webhook_secrets_to_reseal is 'Secrets sealed with an older key, from behind one on: [{webhook_id, workspace_id, ciphertext, version}]. For workers.';
create function public.reseal_webhook_secret(workspace uuid, webhook uuid, sealed_version int, secret jsonb) returns boolean
language sql set search_path = '' as $$ select private.reseal_webhook_secret(workspace, webhook, sealed_version, secret) $$;
comment on function public.reseal_webhook_secret is 'Keeps the same secret {ciphertext, key_id} under another key. False: it was renewed meanwhile.';
grant execute on function public.webhook_secrets_to_reseal, public.reseal_webhook_secret to service_role;
