-- What a refresh found of an account's followers, and what retention removes of it.
create function public.record_followers(batch jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  a public.accounts;
  event bigint;
begin
  update public.accounts set
    followers_reason = batch ->> 'reason', followers_detail = batch ->> 'detail', followers_asked_at = now()
  where workspace_id = (batch ->> 'workspace_id')::uuid and id = (batch ->> 'account_id')::uuid
  returning * into a;
  if a.id is null or batch ->> 'followers' is null then
    return;
  end if;
  insert into public.raw_events (workspace_id, source, run_ref, external_id, is_simulated, payload, payload_hash)
  values (a.workspace_id, batch ->> 'source', 'refresh:' || (batch ->> 'run_id'), a.external_id,
    (batch ->> 'is_simulated')::boolean, (batch ->> 'payload')::json, sha256(convert_to(batch ->> 'payload', 'UTF8')))
  on conflict do nothing returning id into event;
  insert into public.follower_counts (
    workspace_id, account_id, followers, is_rounded, source, raw_event_id, is_simulated)
  values (a.workspace_id, a.id, (batch ->> 'followers')::bigint, (batch ->> 'is_rounded')::boolean, batch ->> 'source',
    event, (batch ->> 'is_simulated')::boolean)
  on conflict do nothing;
end
$$;
comment on function public.record_followers is
  'Keeps how many follow an account, {workspace_id, account_id, run_id, is_simulated, followers, is_rounded, source, payload}, or why that was not told: {reason, detail} in their place. For workers.';
grant execute on function public.record_followers to service_role;

-- YouTube's 30 days hold for subscribers as they do for posts: without the channel's consent they go.
grant select, delete on public.follower_counts to retention;
create policy "Retention sees follower counts" on public.follower_counts for select to retention using (true);
create policy "Retention removes follower counts" on public.follower_counts for delete to retention using (true);

create function private.forget_youtube_followers(take int) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  expiry constant timestamptz := now() - interval '30 days';
  strangers constant uuid[] := array(
    select a.id from public.accounts as a
    where a.platform = 'youtube' and not (a.status in ('connected', 'disabled')
      or a.status = 'needs_reconnect' and a.problem <> 'revoked' and a.problem_at > expiry));
  removed int;
begin
  with old as (
    select f.account_id, f.measured_at from public.follower_counts as f
    where f.account_id = any (strangers) and f.measured_at < expiry limit take
  ), number as (
    delete from public.follower_counts as f using old
    where f.account_id = old.account_id and f.measured_at = old.measured_at
    returning f.workspace_id, f.raw_event_id
  ), payload as (
    delete from public.raw_events where id in (select raw_event_id from number) returning workspace_id
  ), counted as (
    insert into public.removals (workspace_id, what, rows)
    select workspace_id, 'youtube_unauthorised', count(*) from (
      select workspace_id from number union all select workspace_id from payload) as gone
    group by 1 returning rows
  )
  select coalesce(sum(rows), 0) into removed from counted;
  return removed;
end
$$;
comment on function private.forget_youtube_followers is
  'Definer, owned by retention: subscribers of more than 30 days ago, and their payloads, of channels that are not connected any more. Returns how many.';

create or replace function private.forget_youtube(take int) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  numbers constant jsonb := private.forget_youtube_numbers(take);
  comments constant int := private.forget_youtube_comments(take);
  people constant int := private.forget_youtube_people(take);
  followers constant int := private.forget_youtube_followers(take);
begin
  return jsonb_build_object('removed', (numbers ->> 'removed')::int + comments + people + followers,
    'unfinished', (numbers ->> 'unfinished')::boolean or comments >= take or people >= take or followers >= take);
end
$$;
comment on function private.forget_youtube is
  'YouTube''s numbers, texts, comments, people and subscribers of more than 30 days ago that no connected channel covers. Returns {removed, unfinished}.';

-- An account that is deleted with its history takes the payloads of its followers along.
create function private.erase_follower_payloads(account uuid) returns void
language sql security definer
set search_path = ''
as $$
  delete from public.raw_events where id in (
    select f.raw_event_id from public.follower_counts as f where f.account_id = erase_follower_payloads.account)
$$;
comment on function private.erase_follower_payloads is 'Definer, owned by retention: the only role that may remove payloads.';

grant create on schema private to retention;
alter function private.forget_youtube_followers owner to retention;
alter function private.erase_follower_payloads owner to retention;
revoke create on schema private from retention;
revoke execute on function private.forget_youtube_followers, private.erase_follower_payloads from public;
grant execute on function private.erase_follower_payloads to current_user;

create or replace function private.delete_account_history(account uuid) returns int
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role((select workspace_id from public.accounts where id = account), 'owner');
  -- A run whose units go with the account would never end: end them first.
  perform private.disconnect_account(account);
  perform private.erase_follower_payloads(account);
  return private.erase_account(account);
end
$$;
