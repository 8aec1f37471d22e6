-- Claiming and settling one page of one post's comments. Locks are taken in one
-- order: the post, its reading, the account's budget, the server's.
create function private.recover_comments() returns void
language plpgsql
set search_path = ''
as $$
begin
  -- A few turns later: should it be what kills workers, others come first.
  update public.comment_reads as r set
    state = case when r.lost < 3 then 'waiting' else 'failed' end, lost = r.lost + 1, turn = r.turn + 6,
    lease_token = null, leased_until = null, cursor = case when r.lost < 3 then r.cursor end,
    whole_at = case when r.lost < 3 or r.cursor is null then r.whole_at end,
    reason = case when r.lost >= 3 then 'Four workers ended while they read these comments.' end,
    next_step = case when r.lost >= 3 then 'Ask again. If it ends so again, whoever runs this server finds the reason in its log.' end
  where r.post_id in (
    select post_id from public.comment_reads where state = 'reading' and leased_until < clock_timestamp()
    order by leased_until limit 1000 for update skip locked);
end
$$;
comment on function private.recover_comments is 'Frees readings whose worker died, and gives up those that four workers died of.';

create function private.scraped_note() returns text
language sql immutable parallel safe
set search_path = ''
as $$ select 'Only a handful that the scraper saw with the post.' $$;
comment on function private.scraped_note is 'What is said of comments that came with scraped items alone.';

create function private.end_comments(r public.comment_reads, ended_as text, reason text, next_step text) returns void
language plpgsql
set search_path = ''
as $$
declare
  -- Refused by the platform, what the scraper saw is still there.
  scraped constant boolean := ended_as = 'not_offered' and exists (
    select from public.comments as c where c.post_id = r.post_id and c.source = 'apify_instagram');
begin
  update public.comment_reads as each set
    state = case when scraped then 'open' else ended_as end,
    reason = case when scraped then private.scraped_note() else end_comments.reason end,
    next_step = end_comments.next_step, source = case when scraped then 'apify_instagram' else each.source end,
    read_at = case when ended_as in ('off', 'gone') then clock_timestamp() else each.read_at end,
    counted = case when ended_as = 'off' then each.counting else each.counted end,
    -- Broken off: what is new at the top is known now, and what is below it is not.
    whole_at = case when each.cursor is null then each.whole_at end,
    cursor = null, not_before = null, lease_token = null, leased_until = null
  where each.post_id = r.post_id;
end
$$;
comment on function private.end_comments is 'Ends a reading that found no comments to read, with the reason and what to do.';

create function private.comments_without_call(
  p public.posts, covered public.account_posts, a public.accounts, source jsonb)
returns text[]
language sql stable
set search_path = ''
as $$
  select case
    when covered.gone_at is not null then
      array['gone', coalesce(covered.gone_detail, 'The platform does not show this post any more.'), null]
    when a.status = 'needs_reconnect' then array['permission', a.problem_detail, format('Reconnect %s, then ask again.', a.name)]
    when a.status = 'connected' and a.is_simulated <> (source ->> 'simulated')::boolean then array['failed', case
      when a.is_simulated then 'This account was connected at the simulator, which is switched off here.'
      else 'This is a real account, and this server only asks the simulator.' end, 'Connect the account again.']
    when source ? 'unavailable' and a.status = 'connected' then
      array['failed', source ->> 'unavailable', 'Whoever runs this server can configure it.']
    when source ? 'unavailable' then
      array['not_offered', source ->> 'unavailable', 'Connect the account of this post, or ask whoever runs this server.']
    when source is null and p.platform = 'tiktok' then
      array['not_offered', 'TikTok''s Display API counts comments and does not show their texts.', null]
    when source is null then
      array['not_offered', 'Comments of this post can only be read through the account that it belongs to.', 'Connect that account, then ask again.']
  end
$$;

comment on function private.comments_without_call is 'Why a reading needs no call at all: [state, reason, next step]. Null: it does.';

create function private.wait_comments(workspace uuid, account uuid, until timestamptz, why text) returns void
language sql
set search_path = ''
as $$
  update public.comment_reads as r set not_before = until, reason = coalesce(r.reason, why) where r.post_id in (
    select w.post_id from public.comment_reads as w
    join public.account_posts as ap on ap.workspace_id = w.workspace_id and ap.post_id = w.post_id
    where w.workspace_id = workspace and ap.account_id = account and w.state = 'waiting'
    order by w.post_id for update of w skip locked)
$$;
comment on function private.wait_comments is 'Lets all that waits for an account wait until then.';

create function public.claim_comments(sources jsonb, lease_seconds int) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  r public.comment_reads;
  p public.posts;
  covered public.account_posts;
  a public.accounts;
  source jsonb;
  key text;
  ended text[];
  wait jsonb;
  blocked jsonb := '{}';
  next_at timestamptz;
begin
  perform private.recover_comments();
  for looked in 1..50 loop
    select * into r from public.comment_reads
    where state = 'waiting' and (not_before is null or not_before <= clock_timestamp())
      and (source_key is null or not blocked ? source_key)
    order by turn, requested_at, post_id limit 1
    for update skip locked;
    exit when not found;

    covered := null;
    a := null;
    select * into p from public.posts where workspace_id = r.workspace_id and id = r.post_id;
    select * into covered from public.account_posts where workspace_id = r.workspace_id and post_id = r.post_id;
    select * into a from public.accounts
    where workspace_id = r.workspace_id and id = covered.account_id and status in ('connected', 'needs_reconnect');
    key := case when a.status = 'connected' then a.kind::text else 'public_' || p.platform::text end;
    source := null;
    select value into source from jsonb_array_elements(sources) where value ->> 'key' = key;
    ended := private.comments_without_call(p, covered, a, source);
    if ended is not null then
      perform private.end_comments(r, ended[1], ended[2], ended[3]);
      continue;
    end if;
    -- Measuring goes first: of a day's quota the schedule leaves it a fifth.
    if r.requested_by is null and private.quota_used(source -> 'app') > 0.8 then
      update public.comment_reads set not_before = clock_timestamp() + interval '1 hour', source_key = key,
        reason = 'What is left of the day''s quota is kept for measuring.'
      where post_id in (
        select post_id from public.comment_reads
        where state = 'waiting' and requested_by is null and (source_key = key or post_id = r.post_id) for update skip locked);
      continue;
    end if;
    wait := private.reserve_both(source, case when a.status = 'connected' then a.id end, (source ->> 'calls')::int);
    if wait is not null then
      next_at := least(next_at, (wait ->> 'until')::timestamptz);
      update public.comment_reads set source_key = key where post_id = r.post_id;
      if wait ->> 'whose' = 'account' then
        perform private.wait_comments(
          r.workspace_id, a.id, (wait ->> 'until')::timestamptz, 'The platform''s limit for this account is used up for now.');
      else
        blocked := blocked || jsonb_build_object(key, wait -> 'until');
      end if;
      continue;
    end if;

    update public.comment_reads as each set
      state = 'reading', lease_token = gen_random_uuid(), leased_until = clock_timestamp() + make_interval(secs => lease_seconds),
      not_before = null, reason = null, source_key = key,
      counting = case when each.cursor is null then (
        select l.comments from public.post_latest as l where l.workspace_id = r.workspace_id and l.post_id = r.post_id)
        else each.counting end
    where each.post_id = r.post_id returning * into r;
    return jsonb_build_object('next_in_seconds', 0, 'order', jsonb_build_object(
      'post_id', r.post_id, 'lease_token', r.lease_token, 'workspace_id', r.workspace_id, 'platform', p.platform,
      'kind', case when a.status = 'connected' then a.kind end, 'cursor', r.cursor, 'attempts', r.attempts,
      'reserved', (source ->> 'calls')::int, 'api_id', coalesce(covered.api_id, p.external_id), 'external_id', p.external_id,
      'media_kind', p.media_kind, 'published_at', p.published_at,
      'account', case when a.status = 'connected' then jsonb_build_object(
        'id', a.id, 'external_id', a.external_id, 'connection', a.connection) end));
  end loop;

  select least(next_at, min(at)) into next_at from (
    select min(leased_until) as at from public.comment_reads where state = 'reading'
    union all
    select min(coalesce(not_before, clock_timestamp())) from public.comment_reads
    where state = 'waiting' and (source_key is null or not blocked ? source_key)
  ) as times;
  return jsonb_build_object('order', null, 'next_in_seconds',
    case when next_at is not null then greatest(0.01, extract(epoch from next_at - clock_timestamp())) end);
end
$$;
comment on function public.claim_comments is
  'Leases the next page of comments: {order, next_in_seconds}. Sources are {key, calls, simulated, app: budget, account: budget} or {key, unavailable}; key is the account kind, or public_<platform>.';

-- Last, and the account's before the server's: as claims take them. A page takes as many calls as it has replies:
-- what it took beyond what was reserved is taken now, what it left is given back.
create function private.report_comments(account text, batch jsonb) returns void
language plpgsql
set search_path = ''
as $$
declare
  beyond constant int := (batch ->> 'calls')::int - (batch ->> 'reserved')::int;
  report jsonb;
begin
  for report in
    select value from jsonb_array_elements(coalesce(batch -> 'reports', '[]')) with ordinality as r (value, number)
    order by r.value ->> 'credential' = account desc, r.number
  loop
    update private.provider_budgets as b set tokens = b.tokens - beyond, quota_spent = greatest(0, b.quota_spent + beyond)
    where beyond <> 0 and b.provider = report ->> 'provider' and b.credential = report ->> 'credential';
    perform private.report_calls(report);
  end loop;
end
$$;
comment on function private.report_comments is 'Records in the budgets what the calls of a page came to.';

create function private.settle_page(r public.comment_reads, batch jsonb) returns text
language plpgsql
set search_path = ''
as $$
declare
  told constant jsonb := coalesce(batch -> 'comments', '[]');
  kept jsonb;
  seen_now constant int := r.seen + jsonb_array_length(told);
  circular_now int := r.circular;
  is_news boolean := true;
  is_end boolean := batch ->> 'cursor' is null;
  is_full boolean := seen_now >= private.comments_a_reading();
begin
  if jsonb_array_length(told) > 0 then
    kept := private.keep_comments(r.workspace_id, r.post_id, batch ->> 'source', (batch ->> 'is_simulated')::boolean, told);
    circular_now := circular_now + jsonb_array_length(kept -> 'in_a_circle');
    is_news := (kept ->> 'added')::int + (kept ->> 'changed')::int > 0
      -- A page of answers alone says nothing of what is newer at the top.
      or not exists (select from jsonb_array_elements(told) as t where t ->> 'parent_external_id' is null)
      or exists (
        select from jsonb_to_recordset(told) as t (external_id text, replies int)
        join public.comments as c on c.post_id = r.post_id and c.external_id = t.external_id
        where t.replies > (
          select count(*) from public.comments as reply
          where reply.workspace_id = r.workspace_id and reply.post_id = r.post_id and reply.parent_id = c.id));
  end if;
  if is_end or is_full or (batch ->> 'newest_first')::boolean and not r.reads_all and not is_news then
    update public.comment_reads as each set
      state = 'open', cursor = null, seen = seen_now, circular = circular_now, read_at = clock_timestamp(),
      whole_at = case when is_end or is_full then clock_timestamp() else each.whole_at end, counted = each.counting,
      source = batch ->> 'source', is_simulated = (batch ->> 'is_simulated')::boolean, turn = 0,
      reason = nullif(concat_ws(' ',
        case when is_full and not is_end then format('One reading stops at %s comments: %s of %s were read.',
          to_char(private.comments_a_reading(), 'FM999,999'), to_char(seen_now, 'FM999,999,999'),
          coalesce(to_char(each.counting, 'FM999,999,999,999'), 'an unknown number')) end,
        case when circular_now > 0 then format('%s that answer each other in a circle were left without a parent, or out.', circular_now) end), ''),
      next_step = null
    where each.post_id = r.post_id;
    return 'open';
  end if;
  update public.comment_reads as each set
    state = 'waiting', cursor = batch ->> 'cursor', seen = seen_now, circular = circular_now, turn = each.turn + 1
  where each.post_id = r.post_id;
  return 'waiting';
end
$$;
comment on function private.settle_page is 'Keeps one page of comments, and ends the reading or says where it goes on.';

create function public.settle_comments(batch jsonb) returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  r public.comment_reads;
  again constant jsonb := batch -> 'again';
  ended constant jsonb := batch -> 'ended';
  became text;
begin
  -- First, as whoever deletes the post or brings scraped comments of it locks it.
  perform from public.posts as p
  where p.workspace_id = (batch ->> 'workspace_id')::uuid and p.id = (batch ->> 'post_id')::bigint for no key update;
  select * into r from public.comment_reads
  where post_id = (batch ->> 'post_id')::bigint and workspace_id = (batch ->> 'workspace_id')::uuid
    and lease_token = (batch ->> 'lease_token')::uuid and leased_until > clock_timestamp()
  for update;
  if not found then
    perform private.fail(409, 'The lease on this reading was lost: another worker has it.');
  end if;
  update public.comment_reads set
    state = 'waiting', lease_token = null, leased_until = null, calls = calls + (batch ->> 'calls')::int, lost = 0,
    attempts = case when again is null then 0 else attempts + (again ->> 'counts')::boolean::int end
  where post_id = r.post_id returning * into r;
  if ended is not null then
    became := ended ->> 'state';
    perform private.end_comments(r, became, ended ->> 'reason', ended ->> 'next_step');
  elsif again is not null and r.attempts >= 5 then
    became := 'failed';
    perform private.end_comments(r, became, again ->> 'detail', 'It was tried five times. Ask again later.');
  elsif again is not null then
    became := 'waiting';
    update public.comment_reads as each set
      reason = again ->> 'detail', not_before = clock_timestamp() + make_interval(secs => (again ->> 'after_seconds')::double precision),
      -- Places in a list get lost: the second time it begins anew, and does not stop at what it has read itself.
      reads_all = each.reads_all or (again ->> 'counts')::boolean and r.attempts > 1 and each.cursor is not null,
      whole_at = case when (again ->> 'counts')::boolean and r.attempts > 1 and each.cursor is not null then null else each.whole_at end,
      cursor = case when (again ->> 'counts')::boolean and r.attempts > 1 then null else each.cursor end,
      seen = case when (again ->> 'counts')::boolean and r.attempts > 1 then 0 else each.seen end
    where each.post_id = r.post_id;
  else
    became := private.settle_page(r, batch);
  end if;
  perform private.report_comments(batch ->> 'account_id', batch);
  return jsonb_build_object('state', became);
end
$$;
comment on function public.settle_comments is
  'Records a leased page, all or nothing: {post_id, workspace_id, lease_token, calls, reserved, reports, and comments, cursor, source, newest_first, is_simulated | again: {detail, after_seconds, counts} | ended: {state, reason, next_step}}. 409 when the lease was lost.';

grant execute on function private.recover_comments, private.scraped_note, private.end_comments, private.comments_without_call,
  private.wait_comments, public.claim_comments, private.report_comments, private.settle_page, public.settle_comments to service_role;
