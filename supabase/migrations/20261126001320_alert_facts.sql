-- What each rule finds, for all its subjects at once. holds null: cannot be told
-- now, and then nothing opens and nothing closes; a missing number is not 0.
create type private.alert_fact as (
  rule_id uuid, subject text, holds boolean, subject_name text, platform public.platform, post_id bigint, account_id uuid,
  value numeric, before numeric, measured_at timestamptz, source text, is_simulated boolean, detail jsonb
);
comment on type private.alert_fact is 'What a rule finds of one subject; as in public.alert_incidents.';

create function private.account_name(a public.accounts) returns text
language sql immutable
set search_path = ''
as $$ select coalesce('@' || nullif(ltrim(a.handle, '@'), ''), a.name) $$;
comment on function private.account_name is 'What an account is called in a sentence.';

create function private.alert_token_facts(workspace uuid) returns setof private.alert_fact
language sql stable
set search_path = ''
as $$
  select r.id, 'account:' || a.id,
    a.status = 'needs_reconnect' or a.reconnect_by < now() + make_interval(days => (r.condition ->> 'days_ahead')::int) is true,
    private.account_name(a), a.platform, null::bigint, a.id, null::numeric, null::numeric, coalesce(a.problem_at, now()), null::text, a.is_simulated,
    jsonb_build_object('problem', a.problem, 'problem_detail', a.problem_detail, 'reconnect_by', a.reconnect_by)
  from public.alert_rules as r
  join public.accounts as a on a.workspace_id = r.workspace_id and a.status in ('connected', 'needs_reconnect')
  where r.workspace_id = workspace and r.kind = 'token' and r.is_on
    and (r.platform is null or r.platform = a.platform) and (r.account_id is null or r.account_id = a.id)
$$;
comment on function private.alert_token_facts is 'Accounts whose token is refused, or that somebody has to connect again within so many days.';

-- An account is measured every six hours. One that has not been connected for
-- longer than a rule waits cannot be late.
create function private.alert_account_facts(workspace uuid) returns setof private.alert_fact
language sql stable
set search_path = ''
as $$
  with judged as (
    select r.id as rule_id, a, last.*, good.at as good_at,
      make_interval(hours => 6 * (r.condition ->> 'intervals')::int) + interval '10 minutes' as patience
    from public.alert_rules as r
    join public.accounts as a on a.workspace_id = r.workspace_id and a.status = 'connected'
    cross join lateral (
      -- The last runs that did something for it: failed is one of which nothing went well.
      select count(*) as runs, bool_and(run.failed) as all_failed, (array_agg(run.detail order by run.newest desc))[1] as detail
      from (
        select bool_and(u.status = 'failed') as failed, max(u.id) as newest,
          (array_agg(u.error_detail order by u.id desc) filter (where u.status = 'failed'))[1] as detail
        from (
          select * from public.refresh_units as each
          where each.workspace_id = workspace and each.account_id = a.id and each.status in ('done', 'failed')
            and each.finished_at > a.connected_at
          order by each.id desc limit 200) as u
        group by u.run_id order by 2 desc limit (r.condition ->> 'runs')::int) as run) as last
    left join lateral (
      select u.finished_at as at from public.refresh_units as u
      where u.workspace_id = workspace and u.account_id = a.id and u.status = 'done'
        -- As in public.source_freshness: a single post that was measured says nothing of the account.
        and exists (select from public.refresh_runs as run where run.id = u.run_id and run.trigger <> 'post')
      order by u.id desc limit 1) as good on true
    where r.workspace_id = workspace and r.kind = 'source' and r.is_on
      and (r.platform is null or r.platform = a.platform) and (r.account_id is null or r.account_id = a.id)
  ), told as (
    select j.*, r.condition, j.runs >= (r.condition ->> 'runs')::int and j.all_failed as fails,
      greatest(j.good_at, (j.a).connected_at) < now() - j.patience as is_late
    from judged as j join public.alert_rules as r on r.id = j.rule_id
  )
  select t.rule_id, 'account:' || (t.a).id, t.fails or t.is_late, private.account_name(t.a), (t.a).platform, null::bigint, (t.a).id,
    null::numeric, null::numeric, t.good_at, null::text, (t.a).is_simulated,
    jsonb_build_object('why', case when t.fails then 'failing' else 'stale' end, 'runs', (t.condition ->> 'runs')::int,
      'hours', floor(extract(epoch from now() - t.good_at) / 3600), 'problem_detail', t.detail)
  from told as t
$$;
comment on function private.alert_account_facts is 'Connected accounts whose last runs all failed, or that were not measured for so many intervals.';

create function private.alert_ingest_facts(workspace uuid) returns setof private.alert_fact
language sql stable
set search_path = ''
as $$
  with told as (
    select r.id as rule_id, r.condition, last.*, good.at as good_at, good.is_simulated as was_simulated,
      last.runs >= (r.condition ->> 'runs')::int and last.all_failed as fails,
      s.is_scheduled and greatest(good.at, s.scheduled_at)
        < now() - make_interval(hours => 6 * (r.condition ->> 'intervals')::int) - interval '30 minutes' as is_late
    from public.alert_rules as r
    left join public.ingest_settings as s on s.workspace_id = workspace
    cross join lateral (
      select count(*) as runs, bool_and(i.state <> 'succeeded') as all_failed, (array_agg(i.error_detail order by i.created_at desc))[1] as detail,
        (array_agg(i.platform order by i.created_at desc))[1] as platform, bool_or(i.is_simulated) as is_simulated
      from (
        select * from public.ingest_runs as each
        where each.workspace_id = workspace and each.finished_at is not null and each.state <> 'cancelled'
          and (r.platform is null or r.platform = each.platform)
        order by each.created_at desc limit (r.condition ->> 'runs')::int) as i) as last
    left join lateral (
      select coalesce(i.ended_at, i.finished_at) as at, i.is_simulated from public.ingest_runs as i
      where i.workspace_id = workspace and i.state = 'succeeded' and (r.platform is null or r.platform = i.platform)
      order by i.created_at desc limit 1) as good on true
    where r.workspace_id = workspace and r.kind = 'source' and r.is_on and r.account_id is null
  )
  select t.rule_id, 'source:apify', t.fails or t.is_late is true, 'Ingest by Apify', t.platform, null::bigint, null::uuid,
    null::numeric, null::numeric, t.good_at, 'apify', coalesce(t.was_simulated, t.is_simulated, false),
    jsonb_build_object('why', case when t.fails then 'failing' else 'stale' end, 'runs', (t.condition ->> 'runs')::int,
      'hours', floor(extract(epoch from now() - t.good_at) / 3600), 'problem_detail', t.detail)
  from told as t where t.runs > 0 or t.is_late
$$;
comment on function private.alert_ingest_facts is 'Ingest whose last runs all failed, or whose schedule brought nothing for so many intervals.';

create function private.post_name(p public.posts) returns text
language sql immutable
set search_path = ''
as $$ select left(regexp_replace(coalesce(nullif(btrim(p.title), ''), nullif(btrim(p.caption), ''), p.url), '\s+', ' ', 'g'), 120) $$;
comment on function private.post_name is 'What a post is called in a sentence.';

-- Of posts only those that matter are told: that hold, or are open.
create function private.alert_breakout_facts(workspace uuid) returns setof private.alert_fact
language plpgsql stable
set search_path = ''
as $$
declare
  window_days int;
begin
  for window_days in
    select distinct (r.condition ->> 'window_days')::int from public.alert_rules as r
    where r.workspace_id = workspace and r.kind = 'breakout' and r.is_on
  loop
    return query
    select r.id, 'post:' || s.post_id,
      case when s.n >= private.fewest_ranked() then s.score >= (r.condition ->> 'score')::double precision end,
      private.post_name(p), p.platform, s.post_id, ap.account_id, s.score::numeric, (r.condition ->> 'score')::numeric,
      l.captured_at, l.source, l.is_simulated,
      jsonb_build_object('views', s.views, 'n', s.n, 'outlier_factor', s.outlier_factor::numeric, 'window_days', window_days,
        -- As in private.reel_items: a message names the same median as the page of the post.
        'baseline', case
          when s.baseline_n is not null then jsonb_build_object('of', 'author', 'hours', s.baseline_hours, 'own_views', s.baseline_own::text,
            'views', round(s.baseline_views::numeric, 1), 'low', s.baseline_low::text, 'high', s.baseline_high::text, 'n', s.baseline_n,
            'confidence', case when s.baseline_n = 5 then 0.9375 else 0.95 end)
          when s.outlier_factor is not null then jsonb_build_object('of', 'platform', 'views', round(s.part_median::numeric, 1), 'n', s.n) end)
    from private.score_reels(workspace, window_days, now()) as s
    join public.alert_rules as r on r.workspace_id = workspace and r.kind = 'breakout' and r.is_on
      and (r.condition ->> 'window_days')::int = window_days
    left join public.alert_incidents as i on i.rule_id = r.id and i.subject = 'post:' || s.post_id and i.closed_at is null
    join public.posts as p on p.workspace_id = workspace and p.id = s.post_id
    join public.post_latest as l on l.workspace_id = workspace and l.post_id = s.post_id
    left join public.account_posts as ap on ap.workspace_id = workspace and ap.post_id = s.post_id
    where (i.id is not null or s.n >= private.fewest_ranked() and s.score >= (r.condition ->> 'score')::double precision)
      and (r.platform is null or r.platform = p.platform) and (r.account_id is null or r.account_id = ap.account_id);
  end loop;
end
$$;
comment on function private.alert_breakout_facts is 'Short videos of the last days whose score among them reaches the rule''s.';

create function private.post_value(metric text, views bigint, likes bigint, comments bigint, shares bigint, saves bigint) returns numeric
language sql immutable
set search_path = ''
as $$
  select case metric when 'views' then views::numeric
    else likes::numeric + comments + coalesce(shares, 0) + coalesce(saves, 0) end
$$;
comment on function private.post_value is
  'Views, or engagement: likes + comments + shares + saves. Null where views, likes or comments are not told; not every platform tells the others.';

create function private.value_at(
  workspace uuid, post bigint, only_source text, only_definition text, metric text, until timestamptz, since timestamptz, out value numeric)
language sql stable
set search_path = ''
as $$
  select case when m.definition = only_definition then private.post_value(metric, m.views, m.likes, m.comments, m.shares, m.saves) end
  from public.post_metrics as m
  where m.workspace_id = workspace and m.post_id = post and m.source = only_source and m.bucket_at <= until and m.bucket_at > since
  order by m.bucket_at desc limit 1
$$;
comment on function private.value_at is 'What a post had at a moment: its newest snapshot by then, no older than another moment. Null: none, not told, or defined otherwise.';


create function private.alert_post_facts(workspace uuid) returns setof private.alert_fact
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  r public.alert_rules;
  days interval;
begin
  for r in
    select * from public.alert_rules as each where each.workspace_id = workspace and each.is_on
      and each.kind = 'metric' and each.condition ->> 'of' = 'post' order by each.id
  loop
    days := make_interval(days => (r.condition ->> 'window_days')::int);
    return query
    with post as materialized (
      select p, l, ap.account_id, private.post_value(r.condition ->> 'metric', l.views, l.likes, l.comments, l.shares, l.saves) as value
      from public.posts as p
      join public.post_latest as l on l.workspace_id = workspace and l.post_id = p.id
      left join public.account_posts as ap on ap.workspace_id = workspace and ap.post_id = p.id
      where p.workspace_id = workspace
        and p.published_at > now() - case r.condition ->> 'test' when 'above' then days else interval '180 days' end
        and (r.platform is null or r.platform = p.platform) and (r.account_id is null or r.account_id = ap.account_id)
    ), judged as (
      select post.*, post.value as told, (r.condition ->> 'value')::numeric as asked,
        post.value >= (r.condition ->> 'value')::numeric as holds
      from post where r.condition ->> 'test' = 'above'
      union all
      -- Gained since one window ago, held against what was gained in the window before: one source, one definition.
      select post.*, gain.now, gain.before, case when gain.before > 0 then
        gain.now >= coalesce((r.condition ->> 'least')::numeric, 0)
        and gain.now >= gain.before * (1 + (r.condition ->> 'value')::numeric / 100) end
      from post
      cross join lateral (select post.value - one.value as now, one.value - two.value as before
        from private.value_at(workspace, (post.l).post_id, (post.l).source, (post.l).definition, r.condition ->> 'metric', now() - days, now() - 2 * days) as one,
          private.value_at(workspace, (post.l).post_id, (post.l).source, (post.l).definition, r.condition ->> 'metric', now() - 2 * days, now() - 3 * days) as two
      ) as gain
      where r.condition ->> 'test' = 'rises' and (post.l).captured_at > now() - days
        and post.value >= coalesce((r.condition ->> 'least')::numeric, 0)
    )
    select r.id, 'post:' || (j.p).id, j.holds, private.post_name(j.p), (j.p).platform, (j.p).id, j.account_id, j.told, j.asked,
      (j.l).captured_at, (j.l).source, (j.l).is_simulated, '{}'::jsonb
    from judged as j
    where j.holds or exists (
      select from public.alert_incidents as i where i.rule_id = r.id and i.subject = 'post:' || (j.p).id and i.closed_at is null);
  end loop;
end
$$;
comment on function private.alert_post_facts is 'Posts whose total reached a value within so many days, or that gained so much more than in the days before.';
