-- The queue of ingest: a worker leases a run for one step (start it, look after
-- it, read a page), asks the provider, settles. Runs longer than a worker lives
-- are no special case. Workspaces take turns: the one served longest ago first.
create function private.ingest_credential(workspace uuid) returns text
language sql stable security definer
set search_path = ''
as $$ select credential from private.ingest_tokens where workspace_id = workspace $$;
comment on function private.ingest_credential is 'Definer: a worker needs the name of the budget before it needs the token.';

create function private.ingest_token(workspace uuid) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select jsonb_build_object('ciphertext', ciphertext, 'version', version) from private.ingest_tokens
  where workspace_id = workspace
$$;
comment on function private.ingest_token is 'Definer: nobody has a grant on tokens.';

create function private.ingest_tokens_to_reseal(current_key text, take int, after_workspace uuid) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(t), '[]') from (
    select workspace_id, ciphertext, version from private.ingest_tokens
    where key_id <> current_key and (after_workspace is null or workspace_id > after_workspace)
    order by workspace_id limit take) as t
$$;
comment on function private.ingest_tokens_to_reseal is 'Definer: as ingest_token.';

create function private.reseal_ingest_token(workspace uuid, sealed_version int, token jsonb) returns boolean
language plpgsql security definer
set search_path = ''
as $$
begin
  update private.ingest_tokens set ciphertext = token ->> 'ciphertext', key_id = token ->> 'key_id'
  where workspace_id = workspace and version = sealed_version;
  return found;
end
$$;
comment on function private.reseal_ingest_token is 'Definer: as ingest_token.';

create function public.take_ingest_token(workspace uuid) returns jsonb
language sql stable set search_path = '' as $$ select private.ingest_token(workspace); $$;
comment on function public.take_ingest_token is 'A workspace''s own encrypted token {ciphertext, version}. Null: it has none.';
create function public.ingest_tokens_to_reseal(current_key text, take int default 200, after_workspace uuid default null)
returns jsonb
language sql stable set search_path = '' as $$ select private.ingest_tokens_to_reseal(current_key, take, after_workspace); $$;
comment on function public.ingest_tokens_to_reseal is
  'Tokens sealed with an older key, by workspace, from behind one on: [{workspace_id, ciphertext, version}].';
create function public.reseal_ingest_token(workspace uuid, sealed_version int, token jsonb) returns boolean
language sql set search_path = '' as $$ select private.reseal_ingest_token(workspace, sealed_version, token); $$;
comment on function public.reseal_ingest_token is 'Keeps the same token {ciphertext, key_id} under another key. False: it was changed meanwhile.';

create function private.ingest_platform(actor text) returns public.platform
language plpgsql immutable
set search_path = ''
as $$ begin return case when actor ilike '%tiktok%' then 'tiktok' else 'instagram' end; end $$;
comment on function private.ingest_platform is 'Whose posts an actor brings, by its name.';

create function public.plan_ingest(catching_up boolean default false) returns jsonb
language plpgsql
set search_path = ''
as $$
#variable_conflict use_column
declare
  this_slot constant timestamptz := private.full_slot(private.schedule_clock());
  planned int;
begin
  -- A run still under way takes its workspace's turn; the slot is then tried again.
  with run as (
    insert into public.ingest_runs (workspace_id, slot, trigger, platform, actor, input, max_items, token_source)
    select s.workspace_id, this_slot, 'schedule', private.ingest_platform(s.actor), s.actor, s.input, s.max_items,
      case when s.token_hint is null then 'server' else 'workspace' end
    from public.ingest_settings as s
    where s.is_scheduled and (not catching_up or s.scheduled_at <= this_slot)
      and not exists (
        select from public.ingest_runs as r where r.workspace_id = s.workspace_id and r.slot = this_slot)
    order by s.workspace_id
    on conflict do nothing
    returning id
  )
  select count(*) into planned from run;
  return jsonb_build_object('slot', this_slot, 'planned', planned);
end
$$;
comment on function public.plan_ingest is
  'One run a workspace with a schedule and slot, however often it is called. Catching up: only for schedules older than the slot. Returns {slot, planned}.';

-- What dead workers left behind, and what came to an end by itself.
create function private.recover_ingest() returns int
language plpgsql
set search_path = ''
as $$
declare
  recovered int;
begin
  with lost as (
    select id from public.ingest_runs
    where finished_at is null and leased_until < clock_timestamp() order by id for update skip locked
  ), overdue as (
    select id from public.ingest_runs
    where state = 'unclear' and started_at < clock_timestamp() - interval '60 minutes' and lease_token is null
    order by id for update skip locked
  )
  update public.ingest_runs as r set
    lease_token = null, leased_until = null, lost = r.lost + (r.leased_until is not null)::int,
    state = case when r.state = 'unclear' and r.leased_until is null or r.lost >= 3 and r.state <> 'starting' then 'failed'
      when r.state = 'starting' then 'unclear' else r.state end,
    finished_at = case when r.state = 'unclear' and r.leased_until is null or r.lost >= 3 and r.state <> 'starting' then clock_timestamp() end,
    error_code = case when r.state in ('starting', 'unclear') then 'unclear' when r.lost >= 3 then 'internal' else r.error_code end,
    error_detail = case
      when r.state = 'unclear' and r.leased_until is null then
        'Whether Apify started this run was never learnt: its answer was lost, and it sent no word of it within 60 minutes. Look at console.apify.com before starting another one.'
      when r.state in ('starting', 'unclear') then
        'The answer of Apify to the start was lost. The run is not started again; it goes on when Apify sends word of it, else it fails after 60 minutes.'
      when r.lost >= 3 then 'Four workers ended while they held this run.' else r.error_detail end
  where r.id in (select id from lost union all select id from overdue);
  get diagnostics recovered = row_count;
  return recovered;
end
$$;
comment on function private.recover_ingest is
  'Frees runs whose worker died: a start of which nothing is known is unclear, never tried again. Ends what stayed unclear for an hour.';

create function private.next_ingest_in_seconds() returns double precision
language sql stable
set search_path = ''
as $$
  select case when min(at) is not null then greatest(0.01, extract(epoch from min(at) - clock_timestamp())) end from (
    select case
      when leased_until is not null then leased_until
      when state = 'unclear' then started_at + interval '60 minutes'
      else coalesce(not_before, clock_timestamp()) end as at
    from public.ingest_runs where finished_at is null
  ) as times
$$;

create function public.claim_ingest(defaults jsonb, budget jsonb, lease_seconds int) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  r public.ingest_runs;
  seen uuid[] := '{}';
  own text;
  wait timestamptz;
begin
  perform private.recover_ingest();
  loop
    select * into r from public.ingest_runs
    where finished_at is null and lease_token is null and id <> all (seen)
      and (state in ('queued', 'running', 'collecting') and (
          not_before is null or not_before <= clock_timestamp()
          or hinted_at > claimed_at and state = 'running'
          or cancel_requested_at is not null and abort_sent_at is null and state = 'running')
        or state = 'unclear' and hinted_at > claimed_at and hinted_run_id is not null)
    order by coalesce(claimed_at, created_at), id limit 1
    for update skip locked;
    exit when not found;
    seen := seen || r.id;

    own := case when r.token_source = 'workspace' then private.ingest_credential(r.workspace_id) end;
    -- Two for an adoption: the run, and the actor that it names.
    wait := private.reserve_exactly(
      budget || case when own is null then '{}' else jsonb_build_object('credential', own) end,
      case when r.state = 'unclear' then 2 else 1 end);
    if wait is not null then
      update public.ingest_runs set not_before = wait where id = r.id and workspace_id = r.workspace_id and state <> 'unclear';
      continue;
    end if;

    update public.ingest_runs set
      state = case when state = 'queued' then 'starting' else state end,
      started_at = case when state = 'queued' then clock_timestamp() else started_at end,
      actor = coalesce(actor, defaults ->> 'actor'), input = coalesce(input, defaults -> 'input'),
      max_items = coalesce(max_items, (defaults ->> 'max_items')::int),
      platform = private.ingest_platform(coalesce(actor, defaults ->> 'actor', '')),
      claimed_at = clock_timestamp(), lease_token = gen_random_uuid(), not_before = null,
      leased_until = clock_timestamp() + make_interval(secs => lease_seconds)
    where id = r.id and workspace_id = r.workspace_id returning * into r;
    return jsonb_build_object('run', jsonb_build_object(
      'run_id', r.id, 'workspace_id', r.workspace_id, 'lease_token', r.lease_token, 'state', r.state, 'trigger', r.trigger,
      'platform', r.platform, 'actor', r.actor, 'input', r.input, 'max_items', r.max_items,
      'token_source', r.token_source, 'credential', own, 'provider_run_id', r.provider_run_id, 'dataset_id', r.dataset_id,
      'next_offset', r.next_offset, 'page_items', r.page_items, 'attempts', r.attempts, 'started_at', r.started_at,
      'hinted_run_id', r.hinted_run_id,
      'is_abort_due', r.cancel_requested_at is not null and r.abort_sent_at is null), 'next_in_seconds', 0);
  end loop;
  return jsonb_build_object('run', null, 'next_in_seconds', private.next_ingest_in_seconds());
end
$$;
comment on function public.claim_ingest is
  'Leases the next run for one step: {run, next_in_seconds}. Defaults {actor, input, max_items} are for workspaces without settings; the budget is the server''s, with another credential that of a workspace''s own token.';

create function public.settle_ingest(batch jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  r public.ingest_runs := private.held_ingest(batch);
  step constant text := batch ->> 'step';
  given_up constant boolean := step = 'again' and (batch ->> 'counts')::boolean and case
    when r.state = 'starting' then r.attempts + 1 >= 5
    -- Paid for: given a day.
    else r.attempts + 1 >= 5 and r.started_at < clock_timestamp() - interval '24 hours' end;
  is_over constant boolean := step = 'read' and batch ->> 'status' in ('SUCCEEDED', 'FAILED', 'TIMED-OUT', 'ABORTED');
begin
  update public.ingest_runs as run set lease_token = null, leased_until = null
  where run.id = r.id and run.workspace_id = r.workspace_id;
  if step = 'read' then
    update public.ingest_runs as run set
      state = case when is_over then 'collecting' else 'running' end,
      provider_run_id = batch ->> 'provider_run_id', dataset_id = batch ->> 'dataset_id',
      provider_status = batch ->> 'status', attempts = 0, lost = 0,
      cost_usd = coalesce((batch ->> 'cost_usd')::numeric, run.cost_usd),
      ended_at = case when is_over then coalesce((batch ->> 'ended_at')::timestamptz, clock_timestamp()) end,
      abort_sent_at = case when (batch ->> 'is_abort_sent')::boolean then clock_timestamp() else run.abort_sent_at end,
      is_simulated = (batch ->> 'is_simulated')::boolean,
      -- A tenth of its age, between ten seconds and five minutes.
      not_before = case when not is_over then clock_timestamp() + make_interval(secs => least(300, greatest(10,
        extract(epoch from clock_timestamp() - run.started_at) / 10))) end,
      error_code = case when is_over and batch ->> 'status' <> 'SUCCEEDED' then 'provider_failed' end,
      error_detail = case when is_over and batch ->> 'status' <> 'SUCCEEDED' then
        format('Apify ended the run as %s%s. What it had found by then is kept.', batch ->> 'status',
          coalesce(' (' || nullif(rtrim(batch ->> 'message', '.'), '') || ')', '')) end
    where run.id = r.id and run.workspace_id = r.workspace_id;
  elsif step = 'again' and not given_up then
    update public.ingest_runs as run set
      state = case when run.state = 'starting' then case when run.cancel_requested_at is null then 'queued' else 'cancelled' end else run.state end,
      finished_at = case when run.state = 'starting' and run.cancel_requested_at is not null then clock_timestamp() end,
      attempts = run.attempts + (batch ->> 'counts')::boolean::int,
      page_items = coalesce((batch ->> 'page_items')::int, run.page_items), error_code = batch ->> 'code', error_detail = batch ->> 'detail',
      not_before = clock_timestamp() + make_interval(secs => (batch ->> 'after_seconds')::double precision)
    where run.id = r.id and run.workspace_id = r.workspace_id;
  elsif step = 'unclear' then
    update public.ingest_runs as run set
      state = case when run.cancel_requested_at is null then 'unclear' else 'cancelled' end,
      finished_at = case when run.cancel_requested_at is not null then clock_timestamp() end,
      error_code = 'unclear', error_detail = batch ->> 'detail'
    where run.id = r.id and run.workspace_id = r.workspace_id;
  else
    update public.ingest_runs as run set
      state = case when run.cancel_requested_at is null then 'failed' else 'cancelled' end, finished_at = clock_timestamp(), error_code = batch ->> 'code', error_detail = batch ->> 'detail'
    where run.id = r.id and run.workspace_id = r.workspace_id;
  end if;
  perform private.report_ingest(batch);
  return jsonb_build_object('state', (
    select run.state from public.ingest_runs as run where run.id = r.id and run.workspace_id = r.workspace_id));
end
$$;
comment on function public.settle_ingest is
  'Records one step of a leased run. read: {provider_run_id, dataset_id, status, message, ended_at, cost_usd, is_abort_sent}; again: {code, detail, after_seconds, counts, page_items}; unclear: {detail}; failed: {code, detail}. 409 when the lease was lost.';

create function public.hint_ingest(run uuid, provider_run text default null) returns boolean
language plpgsql
set search_path = ''
as $$
begin
  update public.ingest_runs as r set hinted_at = clock_timestamp(), hinted_run_id = coalesce(provider_run, r.hinted_run_id)
  where r.id = run and r.state in ('starting', 'unclear', 'running');
  return found;
end
$$;
comment on function public.hint_ingest is
  'The provider says that a run changed: it is looked at soon. Believed in nothing else. False: there is no such run under way.';

grant execute on function private.ingest_credential, private.ingest_token, private.ingest_tokens_to_reseal,
  private.reseal_ingest_token, private.ingest_platform, private.recover_ingest, private.next_ingest_in_seconds,
  public.take_ingest_token, public.ingest_tokens_to_reseal, public.reseal_ingest_token, public.plan_ingest,
  public.claim_ingest, public.settle_ingest, public.hint_ingest to service_role;
