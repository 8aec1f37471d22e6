-- Connected accounts: what a workspace may read of its own numbers, and the
-- tokens for it. Tokens are encrypted before they come here, with a key the
-- database never sees, and no API role can read the table they are in.
create type public.account_kind as enum (
  'youtube_channel', 'tiktok_user', 'instagram_page', 'instagram_user', 'facebook_page',
  'linkedin_organization', 'linkedin_member');
comment on type public.account_kind is 'What is connected: each has its own API. instagram_page: behind a Facebook Page; instagram_user: by Instagram Login.';

create type public.account_status as enum ('connected', 'needs_reconnect', 'disabled', 'disconnected');
comment on type public.account_status is
  'disabled: found but not measured, until somebody wants it. disconnected: tokens deleted, history kept.';

create table public.accounts (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  platform public.platform not null,
  kind public.account_kind not null,
  connection text not null check (connection in ('youtube', 'tiktok', 'instagram', 'instagram_login', 'facebook', 'linkedin')),
  external_id text not null check (external_id <> ''),
  handle text,
  name text not null,
  avatar_url text,
  url text,
  status public.account_status not null,
  problem text,
  problem_detail text,
  problem_at timestamptz,
  scopes text[] not null default '{}' check (array_position(scopes, null) is null),
  access_expires_at timestamptz,
  reconnect_by timestamptz,
  rejected_metrics jsonb not null default '{}',
  listed_at timestamptz,
  connected_by uuid references auth.users (id) on delete set null,
  connected_at timestamptz not null default now(),
  is_simulated boolean not null,
  unique (workspace_id, platform, external_id),
  unique (workspace_id, id),
  constraint problems_have_a_reason check ((status = 'needs_reconnect') = (problem is not null))
);
comment on table public.accounts is 'An account of a platform that the workspace connected. Its tokens are elsewhere.';
comment on column public.accounts.connection is 'How it was connected: the button to press again. See lib/platforms/connected.ts.';
comment on column public.accounts.external_id is 'The platform''s id: channel id, open id, Instagram user id, Page id, URN.';
comment on column public.accounts.problem is 'Why it needs to be reconnected: a code of lib/accounts/token-problems.ts.';
comment on column public.accounts.problem_detail is 'The platform''s own sentence, without secrets.';
comment on column public.accounts.scopes is 'What was granted, in the platform''s words.';
comment on column public.accounts.access_expires_at is 'When the access token ends. It is refreshed ahead of that, unless the platform has no way to.';
comment on column public.accounts.reconnect_by is 'When somebody has to sign in again whatever is refreshed. Null: never.';
comment on column public.accounts.rejected_metrics is
  'Metrics the platform refused by name: {name: {metric, detail, at}}. Left out for a day, then asked for again.';
comment on column public.accounts.listed_at is 'When all its posts of 30 days were last listed.';
comment on column public.accounts.is_simulated is 'Connected at the simulator. Only the simulator is ever asked for it.';
create index accounts_connected_by_idx on public.accounts (connected_by);

create table private.account_tokens (
  account_id uuid primary key,
  workspace_id uuid not null,
  ciphertext text not null,
  key_id text not null,
  version int not null default 1,
  access_expires_at timestamptz,
  refreshing uuid,
  refreshing_until timestamptz,
  failures int not null default 0,
  retry_at timestamptz,
  foreign key (workspace_id, account_id) references public.accounts (workspace_id, id) on delete cascade
);
comment on table private.account_tokens is
  'Encrypted grants (JWE, A256GCM), one an account. Granted to nobody: the functions below hand one out to a worker.';
comment on column private.account_tokens.version is 'Counts up with each new grant. A worker that failed with an older one tries the newer.';
comment on column private.account_tokens.refreshing is 'The worker that refreshes it now; until then nobody else does.';
create index account_tokens_key_idx on private.account_tokens (key_id);
alter table private.account_tokens enable row level security;

create table private.connection_attempts (
  state_hash bytea primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  connection text not null,
  code_verifier text not null,
  expires_at timestamptz not null default now() + interval '10 minutes'
);
comment on table private.connection_attempts is
  'A way to an OAuth server that has begun: who, for which workspace, where to. Good once, for ten minutes.';
comment on column private.connection_attempts.state_hash is 'SHA-256 of the state that travels. The state itself is not kept.';
create index connection_attempts_user_idx on private.connection_attempts (user_id);
create index connection_attempts_workspace_idx on private.connection_attempts (workspace_id);
alter table private.connection_attempts enable row level security;

create table public.notices (
  id bigint generated always as identity primary key,
  workspace_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('needs_reconnect')),
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  foreign key (workspace_id, account_id) references public.accounts (workspace_id, id) on delete cascade
);
comment on table public.notices is 'What people have to know until it is mended. One open notice an account and kind.';
create unique index one_open_notice on public.notices (account_id, kind) where resolved_at is null;
create index notices_workspace_idx on public.notices (workspace_id, account_id);

alter table public.accounts enable row level security;
alter table public.notices enable row level security;
grant select on public.accounts, public.notices to authenticated, service_role;
create policy "Members read their accounts" on public.accounts
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "Members read their notices" on public.notices
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));

-- Definer, like all of this file: nobody has grants on what it writes.
create function private.begin_connection(workspace uuid, way text, state text, verifier text) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role(workspace, 'member');
  delete from private.connection_attempts where expires_at < now() or user_id = auth.uid() and connection = way;
  insert into private.connection_attempts (state_hash, user_id, workspace_id, connection, code_verifier)
  values (sha256(convert_to(state, 'UTF8')), auth.uid(), workspace, way, verifier);
end
$$;

create function private.take_connection(state text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  attempt private.connection_attempts;
begin
  -- Gone whoever asks: a state that was seen by a second person is burnt.
  delete from private.connection_attempts
  where state_hash = sha256(convert_to(state, 'UTF8')) returning * into attempt;
  if attempt.user_id is distinct from auth.uid() or attempt.expires_at < now() then
    return null;
  end if;
  perform private.require_role(attempt.workspace_id, 'member');
  return jsonb_build_object(
    'workspace_id', attempt.workspace_id, 'connection', attempt.connection, 'code_verifier', attempt.code_verifier);
end
$$;

create function private.connect_accounts(workspace uuid, opened jsonb) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  each jsonb;
  kept public.accounts;
  result jsonb := '[]';
begin
  perform private.require_role(workspace, 'member');
  for each in select value from jsonb_array_elements(opened) order by value ->> 'external_id' loop
    -- Tokens are locked before accounts, as a worker that refreshes one does.
    perform from private.account_tokens as t
    where t.workspace_id = connect_accounts.workspace and t.account_id = (each ->> 'id')::uuid for update;
    insert into public.accounts as a (
      id, workspace_id, platform, kind, connection, external_id, handle, name, avatar_url, url, status, scopes,
      access_expires_at, reconnect_by, connected_by, is_simulated)
    values (
      (each ->> 'id')::uuid, workspace, (each ->> 'platform')::public.platform, (each ->> 'kind')::public.account_kind,
      each ->> 'connection', each ->> 'external_id', each ->> 'handle', each ->> 'name', each ->> 'avatar_url',
      each ->> 'url',
      -- Of several, each person chooses which to measure.
      case when jsonb_array_length(opened) > 1 then 'disabled'::public.account_status else 'connected' end,
      array(select jsonb_array_elements_text(each -> 'scopes')), (each ->> 'access_expires_at')::timestamptz,
      (each ->> 'reconnect_by')::timestamptz, auth.uid(), (each ->> 'is_simulated')::boolean)
    on conflict (workspace_id, platform, external_id) do update set
      kind = excluded.kind, connection = excluded.connection, handle = excluded.handle, name = excluded.name,
      avatar_url = excluded.avatar_url, url = excluded.url, scopes = excluded.scopes,
      status = case when a.status = 'needs_reconnect' then 'connected'
        -- Alone it was meant; of several, each keeps what was chosen.
        when a.status = 'disconnected' or excluded.status = 'connected' then excluded.status else a.status end,
      problem = null, problem_detail = null, problem_at = null, rejected_metrics = '{}',
      access_expires_at = excluded.access_expires_at, reconnect_by = excluded.reconnect_by,
      connected_by = excluded.connected_by, connected_at = now(), is_simulated = excluded.is_simulated
    returning * into kept;
    if kept.id <> (each ->> 'id')::uuid then
      perform private.fail(409, 'Somebody else connected this account at the same time. Connect it again.');
    end if;
    insert into private.account_tokens as t (account_id, workspace_id, ciphertext, key_id, access_expires_at)
    values (kept.id, workspace, each ->> 'ciphertext', each ->> 'key_id', kept.access_expires_at)
    on conflict (account_id) do update set
      ciphertext = excluded.ciphertext, key_id = excluded.key_id, access_expires_at = excluded.access_expires_at,
      version = t.version + 1, refreshing = null, refreshing_until = null, failures = 0, retry_at = null;
    update public.notices set resolved_at = now() where account_id = kept.id and resolved_at is null;
    result := result || jsonb_build_object('id', kept.id, 'status', kept.status);
  end loop;
  return result;
end
$$;

create function private.enable_account(account uuid, enabled boolean) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  workspace uuid := (select workspace_id from public.accounts where id = account);
begin
  perform private.require_role(workspace, 'member');
  update public.accounts set status = case when enabled then 'connected'::public.account_status else 'disabled' end
  where id = account and status in ('connected', 'disabled');
  if not found then
    perform private.fail(409, 'This account is not connected. Connect it again first.');
  end if;
end
$$;

grant execute on function private.begin_connection, private.take_connection, private.connect_accounts,
  private.enable_account to authenticated;

create function public.begin_connection(workspace uuid, way text, state text, verifier text) returns void
language sql set search_path = '' as $$ select private.begin_connection(workspace, way, state, verifier); $$;
comment on function public.begin_connection is
  'Remembers that the caller goes to an OAuth server: bound to them, the workspace and the way, once, for ten minutes.';

create function public.take_connection(state text) returns jsonb
language sql set search_path = '' as $$ select private.take_connection(state); $$;
comment on function public.take_connection is
  'What begin_connection remembered, once and only for the same person: {workspace_id, connection, code_verifier}. Null: unknown, used or too late.';

create function public.connect_accounts(workspace uuid, found jsonb) returns jsonb
language sql set search_path = '' as $$ select private.connect_accounts(workspace, found); $$;
comment on function public.connect_accounts is
  'Keeps accounts with their encrypted grants, or renews them. One alone is connected at once; several wait as disabled. Returns [{id, status}].';

create function public.enable_account(account uuid, enabled boolean) returns void
language sql set search_path = '' as $$ select private.enable_account(account, enabled); $$;
comment on function public.enable_account is 'Begins or stops measuring a connected account. For members. 404, 403 or 409 with a sentence.';

grant execute on function public.begin_connection, public.take_connection, public.connect_accounts,
  public.enable_account to authenticated;
