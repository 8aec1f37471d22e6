-- Rules on sums: what the posts of an account or of the workspace gained in so
-- many whole days, and followers.
create function private.alert_parts(metric text) returns text[]
language sql immutable
set search_path = ''
as $$ select case metric when 'views' then '{views}'::text[] else '{likes, comments, shares, saves}' end $$;
comment on function private.alert_parts is 'The counts that a rule''s metric is the sum of.';

create function private.alert_gain_facts(workspace uuid) returns setof private.alert_fact
language plpgsql stable
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
declare
  today constant date := (select (now() at time zone w.time_zone)::date from public.workspaces as w where w.id = workspace);
  rolled constant date := coalesce((select s.rolled_until from private.rollup_states as s where s.workspace_id = workspace), '2000-01-01');
begin
  if not exists (select from public.alert_rules as r where r.workspace_id = workspace and r.is_on and r.kind = 'metric'
      and r.condition ->> 'of' <> 'post' and r.condition ->> 'metric' <> 'followers') then
    return;
  end if;
  return query
  with known as materialized (
    select d.* from public.workspace_days as d where d.workspace_id = workspace and d.day <= rolled and d.day >= today - 180
    union all
    select g.* from private.gains_since(workspace, rolled + 1) as g
  ), measured as materialized (
    select p.platform, ap.account_id, max(l.captured_at) as at, bool_or(l.is_simulated) as is_simulated,
      array_agg(distinct l.source) as sources, array_agg(distinct l.definition) as definitions
    from public.post_latest as l
    join public.posts as p on p.workspace_id = workspace and p.id = l.post_id
    left join public.account_posts as ap on ap.workspace_id = workspace and ap.post_id = l.post_id
    where l.workspace_id = workspace group by 1, 2
  ), subject as (
    select r.id as rule_id, r.platform, r.condition, (r.condition ->> 'window_days')::int as w, 'workspace' as subject, null::uuid as account_id,
      case when r.platform is null then 'The workspace' else 'All of one platform' end as name
    from public.alert_rules as r
    where r.workspace_id = workspace and r.is_on and r.kind = 'metric' and r.condition ->> 'of' = 'workspace'
      and r.condition ->> 'metric' <> 'followers'
    union all
    select r.id, a.platform, r.condition, (r.condition ->> 'window_days')::int, 'account:' || a.id, a.id, private.account_name(a)
    from public.alert_rules as r
    join public.accounts as a on a.workspace_id = workspace and a.status in ('connected', 'needs_reconnect')
    where r.workspace_id = workspace and r.is_on and r.kind = 'metric' and r.condition ->> 'of' = 'account'
      and r.condition ->> 'metric' <> 'followers'
      and (r.platform is null or r.platform = a.platform) and (r.account_id is null or r.account_id = a.id)
  ), summed as (
    select s.*, now_so_far.gain as so_far, whole.gain, whole.days, before.gain as gain_before, before.days as days_before, m.*
    from subject as s
    cross join lateral (
      select sum(k.gain) as gain from known as k
      where k.day > today - s.w and k.metric = any (private.alert_parts(s.condition ->> 'metric'))
        and (s.platform is null or k.platform = s.platform) and (s.account_id is null or k.account_id = s.account_id)) as now_so_far
    cross join lateral (
      select sum(k.gain) as gain, count(distinct k.day) filter (where k.gain is not null) as days from known as k
      where k.day between today - s.w and today - 1 and k.metric = any (private.alert_parts(s.condition ->> 'metric'))
        and (s.platform is null or k.platform = s.platform) and (s.account_id is null or k.account_id = s.account_id)) as whole
    cross join lateral (
      select sum(k.gain) as gain, count(distinct k.day) filter (where k.gain is not null) as days from known as k
      where k.day between today - 2 * s.w and today - s.w - 1 and k.metric = any (private.alert_parts(s.condition ->> 'metric'))
        and (s.platform is null or k.platform = s.platform) and (s.account_id is null or k.account_id = s.account_id)) as before
    cross join lateral (
      select max(each.at) as at, bool_or(each.is_simulated) as is_simulated,
        case when count(*) = 1 and cardinality(min(each.sources)) = 1 then (min(each.sources))[1] end as source,
        -- A sum over a redefinition is no comparison.
        exists (select from measured as mine join public.metric_definitions as d on d.id = any (mine.definitions)
          where (s.platform is null or mine.platform = s.platform) and (s.account_id is null or mine.account_id = s.account_id)
            and d.valid_from > today - 2 * s.w
            and exists (select from public.metric_definitions as e where e.source = d.source and e.valid_from < d.valid_from)) as is_redefined
      from measured as each
      where (s.platform is null or each.platform = s.platform) and (s.account_id is null or each.account_id = s.account_id)) as m
  ), judged as (
    select s.*, s.condition ->> 'test' as test, (s.condition ->> 'value')::numeric as asked,
      s.days >= 0.9 * s.w and s.days_before >= 0.9 * s.w and s.gain_before > 0 and not s.is_redefined as is_comparable
    from summed as s
  )
  select j.rule_id, j.subject,
    case j.test
      -- More than known can only be more; less than known may be a day that is missing.
      when 'above' then case when j.so_far >= j.asked then true when j.days >= j.w - 1 then false end
      when 'below' then case when j.days = j.w then j.gain < j.asked end
      when 'rises' then case when j.is_comparable then
        j.gain >= j.gain_before * (1 + j.asked / 100) and j.gain >= coalesce((j.condition ->> 'least')::numeric, 0) end
      when 'falls' then case when j.is_comparable then j.gain <= j.gain_before * (1 - j.asked / 100) end end,
    j.name, j.platform, null::bigint, j.account_id, case when j.test = 'above' then j.so_far else j.gain end,
    case when j.test in ('rises', 'falls') then j.gain_before else j.asked end, j.at, j.source, coalesce(j.is_simulated, false), '{}'::jsonb
  from judged as j;
end
$$;
comment on function private.alert_gain_facts is 'What the posts of each account, or of all, gained in the last whole days. Not told where days are missing, or a source defined its numbers anew.';

-- The newest count of each account, and the newest by one window ago. An
-- account that told no followers within a week is missing, and so is the sum.
create function private.alert_follower_facts(workspace uuid) returns setof private.alert_fact
language plpgsql stable
set search_path = ''
as $$
begin
  return query
  with counted as (
    select r.id as rule_id, r.condition, r.platform as only_platform, a, latest.*, earlier.followers as followers_before
    from public.alert_rules as r
    join public.accounts as a on a.workspace_id = r.workspace_id and a.status in ('connected', 'needs_reconnect')
    join lateral (
      select f.followers, f.measured_at, f.source, f.is_simulated from public.follower_counts as f
      where f.workspace_id = workspace and f.account_id = a.id order by f.measured_at desc limit 1) as latest on true
    left join lateral (
      select f.followers from public.follower_counts as f
      where f.workspace_id = workspace and f.account_id = a.id
        and f.measured_at <= now() - make_interval(days => (r.condition ->> 'window_days')::int)
        and f.measured_at > now() - make_interval(days => 2 * (r.condition ->> 'window_days')::int + 1)
      order by f.measured_at desc limit 1) as earlier on true
    where r.workspace_id = workspace and r.is_on and r.kind = 'metric' and r.condition ->> 'metric' = 'followers'
      and (r.platform is null or r.platform = a.platform) and (r.account_id is null or r.account_id = a.id)
  ), summed as (
    select c.rule_id, c.condition, case when c.condition ->> 'of' = 'account' then 'account:' || (c.a).id else 'workspace' end as subject,
      case when c.condition ->> 'of' = 'account' then min(private.account_name(c.a)) else 'The workspace' end as name,
      case when c.condition ->> 'of' = 'account' then min((c.a).platform) else min(c.only_platform) end as platform,
      case when c.condition ->> 'of' = 'account' then (array_agg((c.a).id))[1] end as account_id,
      sum(c.followers) as value, sum(c.followers_before) as before, bool_and(c.followers_before is not null) as knew_before,
      bool_and(c.measured_at > now() - interval '7 days') as is_known, min(c.measured_at) as at, bool_or(c.is_simulated) as is_simulated,
      case when count(distinct c.source) = 1 then min(c.source) end as source, count(*) as accounts
    from counted as c group by 1, 2, 3, case when c.condition ->> 'of' = 'account' then (c.a).id end
  )
  select s.rule_id, s.subject,
    case when s.is_known then case s.condition ->> 'test'
      when 'above' then s.value >= (s.condition ->> 'value')::numeric
      when 'below' then s.value < (s.condition ->> 'value')::numeric
      when 'rises' then case when s.knew_before and s.before > 0 then s.value >= s.before * (1 + (s.condition ->> 'value')::numeric / 100)
        and s.value - s.before >= coalesce((s.condition ->> 'least')::numeric, 0) end
      else case when s.knew_before and s.before > 0 then s.value <= s.before * (1 - (s.condition ->> 'value')::numeric / 100) end end end,
    s.name, s.platform, null::bigint, s.account_id, s.value,
    case when s.condition ->> 'test' in ('rises', 'falls') then s.before else (s.condition ->> 'value')::numeric end,
    s.at, s.source, s.is_simulated, jsonb_build_object('accounts', s.accounts)
  from summed as s;
end
$$;
comment on function private.alert_follower_facts is 'Followers of each account, or of all together. Not told where one of them told none within a week.';

create function private.alert_facts(workspace uuid) returns setof private.alert_fact
language sql stable
set search_path = ''
as $$
  select * from private.alert_token_facts(workspace)
  union all select * from private.alert_account_facts(workspace)
  union all select * from private.alert_ingest_facts(workspace)
  union all select * from private.alert_breakout_facts(workspace)
  union all select * from private.alert_post_facts(workspace)
  union all select * from private.alert_gain_facts(workspace)
  union all select * from private.alert_follower_facts(workspace)
$$;
comment on function private.alert_facts is 'What all rules of a workspace that are on find, for all their subjects.';
