-- What people may ask of measuring, and what they read of it.
-- How many posts one call asks for. As lib/platforms has it: a test compares.
create function private.batch_size(source text) returns int
language sql immutable
set search_path = ''
as $$
  select case source
    when 'youtube_channel' then 50 when 'tiktok_user' then 20 when 'instagram_page' then 49 when 'instagram_user' then 25
    when 'facebook_page' then 33 when 'linkedin_organization' then 20 when 'linkedin_member' then 5
    when 'public_youtube' then 50 else 20 end
$$;
comment on function private.batch_size is 'Posts in a unit that was asked for, by account kind or public_<platform>.';

create function private.request_refresh(workspace uuid, accounts uuid[], posts bigint[], force boolean) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  a public.accounts;
  run public.refresh_runs;
  recent timestamptz;
  wanted bigint[];
begin
  perform private.require_role(workspace, 'member');
  if cardinality(accounts) > 0 then
    for a in select * from public.accounts where workspace_id = workspace and id = any (request_refresh.accounts) order by id for update loop
      if a.status <> 'connected' then
        perform private.fail(409, format('%s is not connected: %s', a.name, case a.status
          when 'needs_reconnect' then 'reconnect it first.' when 'disabled' then 'choose "Measure" first.'
          else 'connect it again first.' end));
      end if;
      select r.id, r.slot into run.id, run.slot from public.refresh_runs as r
      join public.refresh_units as u on u.workspace_id = r.workspace_id and u.run_id = r.id
      where r.workspace_id = workspace and u.account_id = a.id and r.status = 'running' and r.trigger = 'account'
      order by r.created_at desc limit 1;
      if found then
        return jsonb_build_object('run_id', run.id, 'already', true);
      end if;
      select max(r.created_at) into recent from public.refresh_runs as r
      join public.refresh_units as u on u.workspace_id = r.workspace_id and u.run_id = r.id
      where r.workspace_id = workspace and u.account_id = a.id and r.trigger = 'account'
        and r.created_at > now() - interval '2 minutes' and a.connected_at < r.created_at;
      if recent is not null then
        perform private.fail(429, format(
          '%s was refreshed less than two minutes ago. Its numbers do not change that fast: try again in a moment.', a.name));
      end if;
    end loop;
    if not found then
      perform private.fail(404, 'There is no such account in this workspace.');
    end if;
    insert into public.refresh_runs (workspace_id, trigger, slot, requested_by)
    values (workspace, 'account', date_trunc('second', clock_timestamp()), auth.uid()) returning * into run;
    insert into public.refresh_units (workspace_id, run_id, account_id, platform, kind, task, slot)
    select workspace, run.id, acc.id, acc.platform, acc.kind, 'list', run.slot
    from public.accounts as acc where acc.workspace_id = workspace and acc.id = any (request_refresh.accounts);
    return jsonb_build_object('run_id', run.id, 'already', false);
  end if;

  -- Two who ask at once get one run.
  perform pg_advisory_xact_lock(hashtextextended('refresh of ' || workspace, 0));
  select array_agg(p.id order by p.id) into wanted from public.posts as p
  where p.workspace_id = workspace and p.id = any (request_refresh.posts);
  if wanted is null then
    perform private.fail(404, 'There is no such post in this workspace.');
  elsif cardinality(wanted) > 500 then
    perform private.fail(422, format('posts: found %s, expected at most 500 at once.', cardinality(wanted)));
  end if;
  -- Every call comes out of a quota that the whole server shares.
  if cardinality(wanted) + coalesce((
    select sum(r.planned) from public.refresh_runs as r
    where r.workspace_id = workspace and r.trigger = 'post' and r.created_at > now() - interval '1 hour'), 0) > 2000 then
    perform private.fail(429, 'More than 2,000 posts were measured on demand within an hour. The schedule goes on by itself; ask again later.');
  end if;
  -- Asked twice in a minute, the platform would say the same.
  select max(l.captured_at) into recent from public.post_latest as l
  where l.workspace_id = workspace and l.post_id = any (wanted);
  if not force and cardinality(wanted) = 1 and recent > now() - interval '1 minute' then
    return jsonb_build_object('run_id', null, 'already', true, 'measured_at', recent);
  end if;
  select r.id into run.id from public.refresh_runs as r
  join public.refresh_units as u on u.workspace_id = r.workspace_id and u.run_id = r.id
  where r.workspace_id = workspace and r.trigger = 'post' and r.status = 'running' and u.post_ids = wanted limit 1;
  if found then
    return jsonb_build_object('run_id', run.id, 'already', true);
  end if;
  insert into public.refresh_runs (workspace_id, trigger, slot, requested_by, planned)
  values (workspace, 'post', clock_timestamp(), auth.uid(), cardinality(wanted)) returning * into run;
  -- By the account while it is connected, else as the public sees the post.
  insert into public.refresh_units (workspace_id, run_id, account_id, platform, kind, task, turn, slot, post_ids)
  select workspace, run.id, batch.account_id, batch.platform, batch.kind, 'measure',
    -- One post is looked at by somebody who waits for it. Many take their turn.
    case when cardinality(wanted) <= 5 then -1 else batch.number end, run.slot, array_agg(batch.id order by batch.id)
  from (
    select p.id, p.platform, acc.id as account_id, acc.kind,
      (row_number() over (partition by p.platform, acc.id order by p.id) - 1)
        / private.batch_size(coalesce(acc.kind::text, 'public_' || p.platform::text)) as number
    from public.posts as p
    left join public.account_posts as ap on ap.workspace_id = p.workspace_id and ap.post_id = p.id
    left join public.accounts as acc
      on acc.workspace_id = ap.workspace_id and acc.id = ap.account_id and acc.status = 'connected'
    where p.workspace_id = workspace and p.id = any (wanted)
  ) as batch
  group by batch.platform, batch.account_id, batch.kind, batch.number;
  return jsonb_build_object('run_id', run.id, 'already', false);
end
$$;

create function private.cancel_refresh(run uuid) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  workspace uuid := (select workspace_id from public.refresh_runs where id = run);
  left_over int;
begin
  perform private.require_role(workspace, 'member');
  left_over := private.skip_units(array(
    select u.id from public.refresh_units as u
    where u.workspace_id = workspace and u.run_id = run and u.status = 'queued' order by u.id), 'cancelled', null);
  update public.refresh_runs set status = 'cancelled', finished_at = coalesce(finished_at, clock_timestamp())
  where id = run and workspace_id = workspace and (status = 'running' or left_over > 0);
  return left_over;
end
$$;

create function private.disconnect_account(account uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  a public.accounts;
begin
  select * into a from public.accounts where id = account;
  perform private.require_role(a.workspace_id, case when a.connected_by = auth.uid() then 'member' else 'admin' end::public.workspace_role);
  -- Units before the account, as a worker that settles one locks them.
  perform private.skip_units(array(
    select u.id from public.refresh_units as u
    where u.workspace_id = a.workspace_id and u.account_id = account and u.status in ('queued', 'running') order by u.id),
    'cancelled', 'The account was disconnected.');
  delete from private.account_tokens where account_id = account;
  update public.accounts set
    status = 'disconnected', problem = null, problem_detail = null, problem_at = null, access_expires_at = null,
    reconnect_by = null, scopes = '{}'
  where id = account;
  update public.notices set resolved_at = now() where account_id = account and resolved_at is null;
end
$$;
grant execute on function private.request_refresh, private.cancel_refresh, private.disconnect_account to authenticated;

create function public.request_refresh(
  workspace uuid, accounts uuid[] default '{}', posts bigint[] default '{}',
  force boolean default false)
returns jsonb
language sql set search_path = '' as $$ select private.request_refresh(workspace, accounts, posts, force); $$;
comment on function public.request_refresh is
  'Measures accounts (lists their posts first) or single posts now: {run_id, already, measured_at}. No run when the post was measured within the minute, unless by force. 403, 404, 409, 422 or 429 with a sentence.';

create function public.cancel_refresh(run uuid) returns int
language sql set search_path = '' as $$ select private.cancel_refresh(run); $$;
comment on function public.cancel_refresh is 'No further unit of the run is begun. Returns how many were left.';

create function public.disconnect_account(account uuid) returns void
language sql set search_path = '' as $$ select private.disconnect_account(account); $$;
comment on function public.disconnect_account is
  'Deletes the account''s tokens at once and keeps its history. For who connected it, and for admins.';
grant execute on function public.request_refresh, public.cancel_refresh, public.disconnect_account to authenticated;

create function public.list_accounts(workspace uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(item order by item.platform, item.connected_at, item.id), '[]') from (
    select a.id, a.platform, a.kind, a.connection, a.external_id, a.handle, a.name, a.avatar_url, a.url, a.status,
      a.problem, a.problem_detail, a.problem_at, a.scopes, a.access_expires_at, a.reconnect_by,
      -- Asked for again after a day, in the slot that follows: what is refused still is newer than this.
      (select coalesce(jsonb_object_agg(r.key, r.value), '{}') from jsonb_each(a.rejected_metrics) as r
        where (r.value ->> 'at')::timestamptz > now() - interval '36 hours') as rejected_metrics,
      a.connected_at, a.is_simulated, profile.email as connected_by,
      a.status = 'connected' and a.reconnect_by < now() + interval '7 days' as expires_soon,
      coalesce(posts.covered, 0) as posts_covered, coalesce(posts.recent, 0) as posts_recent,
      coalesce(posts.gone, 0) as posts_gone, coalesce(posts.failing, 0) as posts_failing,
      last.run_id as last_run_id, last.finished_at as last_refresh_at, last.measured as last_measured,
      coalesce(last.errors, '[]') as last_errors,
      case when a.status = 'connected' then
        date_bin('6 hours', now(), '2000-01-01 00:00:00+00') + interval '6 hours' end as next_refresh_at,
      exists (select from public.refresh_units as u
        where u.workspace_id = a.workspace_id and u.account_id = a.id and u.status in ('queued', 'running')) as is_refreshing
    from public.accounts as a
    left join public.profiles as profile on profile.user_id = a.connected_by
    left join lateral (
      select count(*)::int as covered, count(*) filter (where p.published_at > now() - interval '30 days')::int as recent,
        count(ap.gone_at)::int as gone, count(*) filter (where ap.failures > 0)::int as failing
      from public.account_posts as ap
      join public.posts as p on p.workspace_id = ap.workspace_id and p.id = ap.post_id
      where ap.workspace_id = a.workspace_id and ap.account_id = a.id
    ) as posts on true
    left join lateral (
      select u.run_id, max(u.finished_at) as finished_at, sum(u.measured)::int as measured,
        jsonb_agg(distinct jsonb_build_object('code', u.error_code, 'detail', u.error_detail))
          filter (where u.status in ('failed', 'skipped')) as errors
      from public.refresh_units as u
      where u.workspace_id = a.workspace_id and u.account_id = a.id and u.finished_at is not null
        and u.run_id = (
          select newest.run_id from public.refresh_units as newest
          where newest.workspace_id = a.workspace_id and newest.account_id = a.id and newest.finished_at is not null
            -- A single post that was measured says nothing of the account.
            and exists (select from public.refresh_runs as r where r.id = newest.run_id and r.trigger <> 'post')
          order by newest.id desc limit 1)
      group by u.run_id
    ) as last on true
    where a.workspace_id = list_accounts.workspace
      and a.workspace_id = any (array(select private.my_workspaces()))
  ) as item
$$;
comment on function public.list_accounts is
  'The workspace''s accounts with what they cover, their last and next refresh, and the errors of the last one.';

create function public.list_runs(workspace uuid, only_trigger text default null, skip int default 0, take int default 20)
returns jsonb
language sql stable
set search_path = ''
as $$
  with wanted as materialized (
    select * from public.refresh_runs as r
    where r.workspace_id = list_runs.workspace and r.workspace_id = any (array(select private.my_workspaces()))
      and (only_trigger is null or r.trigger = only_trigger)
  ), page as (
    select * from wanted order by created_at desc, id limit take offset skip
  )
  select jsonb_build_object('total', (select count(*) from wanted), 'items', coalesce((
    select jsonb_agg(to_jsonb(page) - 'requested_by' || jsonb_build_object(
      'requested_by', profile.email,
      'seconds', extract(epoch from coalesce(page.finished_at, now()) - page.created_at)::numeric(12, 1),
      'units_open', units.open, 'units_done', units.done, 'errors', coalesce(units.errors, '[]'),
      'accounts', coalesce(units.accounts, '[]'))
      order by page.created_at desc, page.id)
    from page
    left join public.profiles as profile on profile.user_id = page.requested_by
    left join lateral (
      select count(*) filter (where u.status in ('queued', 'running'))::int as open,
        count(*) filter (where u.status not in ('queued', 'running'))::int as done,
        jsonb_agg(distinct jsonb_build_object('account', a.name, 'platform', u.platform, 'code', u.error_code,
          'detail', u.error_detail, 'status', u.status)) filter (where u.error_code is not null) as errors,
        jsonb_agg(distinct jsonb_build_object('platform', u.platform, 'name', a.name))
          filter (where page.trigger = 'account' and a.id is not null) as accounts
      from public.refresh_units as u
      left join public.accounts as a on a.workspace_id = u.workspace_id and a.id = u.account_id
      where u.workspace_id = page.workspace_id and u.run_id = page.id
    ) as units on true), '[]'))
$$;
comment on function public.list_runs is 'A page of a workspace''s runs, newest first, with progress, errors, and the accounts that were asked for: {total, items}.';

create function public.run_progress(run uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', r.id, 'workspace_id', r.workspace_id, 'status', r.status, 'trigger', r.trigger, 'slot', r.slot, 'planned', r.planned, 'measured', r.measured,
    'gone', r.gone, 'failed', r.failed, 'found', r.found, 'calls', r.calls, 'created_at', r.created_at,
    'finished_at', r.finished_at, 'skipped', r.skipped,
    'units_open', count(*) filter (where u.status in ('queued', 'running')),
    'waits_until', min(u.not_before) filter (where u.status = 'queued' and u.not_before > now()),
    'errors', coalesce(jsonb_agg(distinct jsonb_build_object('code', u.error_code, 'detail', u.error_detail))
      filter (where u.error_code is not null), '[]'))
  from public.refresh_runs as r
  left join public.refresh_units as u on u.workspace_id = r.workspace_id and u.run_id = r.id
  where r.id = run and r.workspace_id = any (array(select private.my_workspaces()))
  group by r.id
$$;
comment on function public.run_progress is 'How far a run is, and what it waits for. Null for strangers.';
grant execute on function public.list_accounts, public.list_runs, public.run_progress to authenticated;

create function public.refresh_summary(slot timestamptz, only_workspace uuid default null) returns jsonb
language sql stable
set search_path = ''
as $$
  with run as (
    select * from public.refresh_runs as r
    where r.trigger = 'schedule' and r.slot = refresh_summary.slot
      and (only_workspace is null or r.workspace_id = only_workspace)
  ), unit as (
    select u.*, a.name as account_name from run
    join public.refresh_units as u on u.workspace_id = run.workspace_id and u.run_id = run.id
    left join public.accounts as a on a.workspace_id = u.workspace_id and a.id = u.account_id
  ), detail as (
    select platform, workspace_id, sum(measured + gone + failed)::int as processed, sum(measured)::int as updated,
      array_agg(distinct coalesce(account_name, platform::text) || ': ' || coalesce(error_detail, error_code))
        filter (where error_code is not null and status in ('failed', 'skipped')) as messages,
      (sum(failed) + count(*) filter (where status in ('failed', 'skipped') and failed = 0))::int as errors
    from unit group by platform, workspace_id
  )
  select jsonb_build_object(
    'remaining', (select count(*) from unit where status in ('queued', 'running')),
    'processed', coalesce(sum(processed), 0), 'updated', coalesce(sum(updated), 0), 'errors', coalesce(sum(errors), 0),
    'connections', count(*),
    'byPlatform', coalesce((
      select jsonb_object_agg(platform, jsonb_build_object('processed', p, 'updated', u, 'errors', e)) from (
        select platform, sum(processed) as p, sum(updated) as u, sum(errors) as e from detail group by platform) as by), '{}'),
    'details', coalesce((
      select jsonb_agg(jsonb_build_object('platform', platform, 'workspaceId', workspace_id, 'postsProcessed', processed,
        'metricsUpdated', updated, 'errors', coalesce(to_jsonb(messages), '[]')) order by workspace_id, platform)
      from (select * from detail order by workspace_id, platform limit 1000) as first), '[]'))
  from detail
$$;
comment on function public.refresh_summary is
  'What a slot came to so far, for the cron''s answer; details of at most 1,000 connections. For the service.';
grant execute on function public.refresh_summary to service_role;

-- Nothing but counts and times: anybody may know whether the service works.
create function private.health() returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'database', true,
    'accounts', exists (select from public.accounts where status = 'connected'),
    'last_success_at', max(r.finished_at),
    'ok', coalesce(max(r.finished_at) > now() - interval '7 hours', false) or not exists (
      select from public.accounts where status = 'connected' and connected_at < now() - interval '7 hours'))
  from (
    select run.finished_at from public.refresh_runs as run
    where run.trigger = 'schedule' and run.status = 'completed' and (run.measured > 0
      -- With nothing to measure a run succeeds too, but not when that is for want of a platform's answer.
      or run.planned = 0 and not run.skipped ?| array['backed_off', 'needs_reconnect', 'superseded'] and not exists (
        select from public.refresh_units as u
        where u.workspace_id = run.workspace_id and u.run_id = run.id and u.status in ('failed', 'skipped')))
    order by run.finished_at desc limit 1) as r
$$;
comment on function private.health is 'Definer: for everybody, over all workspaces. See public.health.';
grant execute on function private.health to anon, authenticated, service_role;
grant usage on schema private to anon;
create function public.health() returns jsonb
language sql stable set search_path = '' as $$ select private.health(); $$;
comment on function public.health is
  'Whether measuring works: {database, accounts, last_success_at, ok}. Not ok: accounts are connected and no run succeeded for 7 hours.';
grant execute on function public.health to anon, authenticated, service_role;
