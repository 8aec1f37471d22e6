-- How a worker gets a token that is good for its work. One worker at a time
-- refreshes it; what it got is committed before anybody uses it; a dead one
-- stops the account with one notice.
create function private.take_token(workspace uuid, account uuid, fresh_seconds int, refused_version int) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  t private.account_tokens;
  instant timestamptz := clock_timestamp();
  fresh boolean;
  fence uuid;
begin
  select * into t from private.account_tokens
  where account_id = account and workspace_id = workspace for update;
  -- Of a dead one nobody asks the OAuth server again.
  if not found or exists (
    select from public.accounts
    where id = account and workspace_id = workspace and status in ('needs_reconnect', 'disconnected')) then
    return jsonb_build_object('state', 'none');
  end if;
  fresh := t.version is distinct from refused_version
    and (t.access_expires_at is null or t.access_expires_at > instant + make_interval(secs => fresh_seconds));
  if fresh then
    return jsonb_build_object('state', 'ready', 'ciphertext', t.ciphertext, 'version', t.version);
  end if;
  -- While it still works, nobody waits for the one who refreshes it.
  if t.refreshing_until > instant or t.retry_at > instant then
    if t.version is distinct from refused_version and t.access_expires_at > instant + interval '1 minute' then
      return jsonb_build_object('state', 'ready', 'ciphertext', t.ciphertext, 'version', t.version);
    end if;
    return jsonb_build_object('state', 'busy', 'wait_seconds',
      greatest(0.05, extract(epoch from greatest(t.retry_at, least(t.refreshing_until, instant + interval '250 ms')) - instant)));
  end if;
  fence := gen_random_uuid();
  update private.account_tokens set refreshing = fence, refreshing_until = instant + interval '40 seconds'
  where account_id = account;
  return jsonb_build_object('state', 'refresh', 'ciphertext', t.ciphertext, 'version', t.version, 'fence', fence);
end
$$;

create function private.save_token(workspace uuid, account uuid, fence uuid, token jsonb) returns boolean
language plpgsql security definer
set search_path = ''
as $$
begin
  update private.account_tokens set
    ciphertext = token ->> 'ciphertext', key_id = token ->> 'key_id', version = version + 1,
    access_expires_at = (token ->> 'access_expires_at')::timestamptz,
    refreshing = null, refreshing_until = null, failures = 0, retry_at = null
  where account_id = account and workspace_id = workspace and refreshing = fence;
  if not found then
    return false;
  end if;
  update public.accounts set
    access_expires_at = (token ->> 'access_expires_at')::timestamptz,
    reconnect_by = (token ->> 'reconnect_by')::timestamptz,
    scopes = array(select jsonb_array_elements_text(token -> 'scopes'))
  where id = account and workspace_id = workspace;
  return true;
end
$$;

-- A version that is not the newest any more proves nothing about the newest.
create function private.fail_token(workspace uuid, account uuid, failed_version int, why text, detail text)
returns boolean
language plpgsql security definer
set search_path = ''
as $$
begin
  update private.account_tokens set refreshing = null, refreshing_until = null
  where account_id = account and workspace_id = workspace and version = failed_version;
  if not found then
    return false;
  end if;
  update public.accounts set status = 'needs_reconnect', problem = why, problem_detail = detail, problem_at = now()
  where id = account and workspace_id = workspace and status in ('connected', 'disabled');
  if found then
    insert into public.notices (workspace_id, account_id, kind) values (workspace, account, 'needs_reconnect')
    on conflict do nothing;
  end if;
  return true;
end
$$;

create function private.postpone_token(workspace uuid, account uuid, fence uuid, after_seconds double precision)
returns int
language sql security definer
set search_path = ''
as $$
  update private.account_tokens set
    refreshing = null, refreshing_until = null, failures = failures + 1,
    retry_at = clock_timestamp() + make_interval(
      secs => greatest(after_seconds, least(3600, 5 * 2 ^ least(failures, 10))))
  where account_id = account and workspace_id = workspace and refreshing = fence
  returning failures
$$;

create function private.tokens_to_reseal(current_key text, take int, after_account uuid) returns jsonb
language sql security definer stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(t), '[]') from (
    select account_id, workspace_id, ciphertext, version from private.account_tokens
    where key_id <> current_key and (after_account is null or account_id > after_account)
    order by account_id limit take) as t
$$;

create function private.reseal_token(workspace uuid, account uuid, sealed_version int, token jsonb) returns boolean
language plpgsql security definer
set search_path = ''
as $$
begin
  update private.account_tokens set ciphertext = token ->> 'ciphertext', key_id = token ->> 'key_id'
  where account_id = account and workspace_id = workspace and version = sealed_version;
  return found;
end
$$;

grant execute on function private.take_token, private.save_token, private.fail_token, private.postpone_token,
  private.tokens_to_reseal, private.reseal_token to service_role;

create function public.take_token(workspace uuid, account uuid, fresh_seconds int, refused_version int default null)
returns jsonb
language sql set search_path = '' as $$ select private.take_token(workspace, account, fresh_seconds, refused_version); $$;
comment on function public.take_token is
  'An encrypted grant: {state: ready, ciphertext, version}; {state: refresh, …, fence} to the one who must refresh it; {state: busy, wait_seconds}; {state: none}. refused_version: the platform did not take that one.';

create function public.save_token(workspace uuid, account uuid, fence uuid, token jsonb) returns boolean
language sql set search_path = '' as $$ select private.save_token(workspace, account, fence, token); $$;
comment on function public.save_token is
  'Keeps a refreshed grant {ciphertext, key_id, access_expires_at, reconnect_by, scopes}. False: another was quicker.';

create function public.fail_token(workspace uuid, account uuid, failed_version int, why text, detail text) returns boolean
language sql set search_path = '' as $$ select private.fail_token(workspace, account, failed_version, why, detail); $$;
comment on function public.fail_token is
  'The account needs to be reconnected, with one notice. False: there is a newer grant, which may be good.';

create function public.postpone_token(workspace uuid, account uuid, fence uuid, after_seconds double precision) returns int
language sql set search_path = '' as $$ select private.postpone_token(workspace, account, fence, after_seconds); $$;
comment on function public.postpone_token is
  'The OAuth server did not answer: refresh again later, each time twice as late, up to an hour. Returns failures in a row.';

create function public.tokens_to_reseal(current_key text, take int default 200, after_account uuid default null)
returns jsonb
language sql stable set search_path = '' as $$ select private.tokens_to_reseal(current_key, take, after_account); $$;
comment on function public.tokens_to_reseal is
  'Grants sealed with an older key, by account, from behind one on: [{account_id, workspace_id, ciphertext, version}].';

create function public.reseal_token(workspace uuid, account uuid, sealed_version int, token jsonb) returns boolean
language sql set search_path = '' as $$ select private.reseal_token(workspace, account, sealed_version, token); $$;
comment on function public.reseal_token is 'Keeps the same grant {ciphertext, key_id} under another key. False: it was renewed meanwhile.';

grant execute on function public.take_token, public.save_token, public.fail_token, public.postpone_token,
  public.tokens_to_reseal, public.reseal_token to service_role;
