-- How many followed an account over time, for its page and for programs.
create function public.follower_history(workspace uuid, account uuid, from_at timestamptz, until_at timestamptz) returns json
language plpgsql stable
set search_path = ''
as $$
declare
  answer json;
begin
  -- An observation of each day at most, the last: a line of a year stays short.
  with told as (
    select distinct on ((f.measured_at at time zone w.time_zone)::date) (f.measured_at at time zone w.time_zone)::date as day,
      f.measured_at, f.followers, f.is_rounded, f.source, f.is_simulated
    from public.follower_counts as f join public.workspaces as w on w.id = f.workspace_id
    where f.workspace_id = follower_history.workspace and f.account_id = follower_history.account
      and f.measured_at >= from_at and f.measured_at < until_at
    order by (f.measured_at at time zone w.time_zone)::date, f.measured_at desc
  )
  select json_build_object(
    'account_id', a.id, 'platform', a.platform, 'name', a.name, 'reason', a.followers_reason, 'detail', a.followers_detail,
    'asked_at', a.followers_asked_at,
    'points', (select coalesce(json_agg(json_build_object('day', t.day, 'measured_at', t.measured_at, 'followers', t.followers::text,
      'is_rounded', t.is_rounded, 'source', t.source, 'is_simulated', t.is_simulated) order by t.measured_at), '[]') from told as t))
  into answer
  from public.accounts as a
  where a.workspace_id = follower_history.workspace and a.id = follower_history.account
    and a.workspace_id = any (array(select private.my_workspaces()));
  return answer;
end
$$;
comment on function public.follower_history is
  'How many followed an account in a period, the last observation of each day in the workspace''s time zone: {account_id, platform, name, reason, detail, asked_at, points: [{day, measured_at, followers, is_rounded, source, is_simulated}]}. A day without one is not invented. reason: why the last reading brought none, as accounts.followers_reason. Counts are decimal text. Null for strangers.';
grant execute on function public.follower_history to authenticated;

create function public.list_followers(workspace uuid, days int default 30) returns json
language plpgsql stable
set search_path = ''
as $$
declare
  since constant timestamptz := now() - make_interval(days => days);
begin
  return (
    select coalesce(json_agg(json_build_object(
      'account_id', a.id, 'followers', newest.followers::text, 'is_rounded', newest.is_rounded, 'is_simulated', newest.is_simulated,
      'measured_at', newest.measured_at, 'source', newest.source,
      -- From the observation that stands nearest to the period's beginning.
      'before', base.followers::text, 'before_at', base.measured_at, 'before_is_rounded', base.is_rounded,
      'reason', a.followers_reason, 'detail', a.followers_detail, 'asked_at', a.followers_asked_at,
      'points', line.points) order by a.id), '[]')
    from public.accounts as a
    left join lateral (
      select f.* from public.follower_counts as f where f.workspace_id = a.workspace_id and f.account_id = a.id
      order by f.measured_at desc limit 1) as newest on true
    left join lateral (
      select f.* from public.follower_counts as f where f.workspace_id = a.workspace_id and f.account_id = a.id
        and f.measured_at >= since - interval '2 days' and f.measured_at < newest.measured_at
      order by abs(extract(epoch from f.measured_at - since)), f.measured_at limit 1) as base on true
    left join lateral (
      select json_agg(json_build_array(d.measured_at, d.followers::text) order by d.measured_at) as points from (
        select distinct on (f.measured_at::date) f.measured_at, f.followers from public.follower_counts as f
        where f.workspace_id = a.workspace_id and f.account_id = a.id and f.measured_at >= since
        order by f.measured_at::date, f.measured_at desc) as d) as line on true
    where a.workspace_id = list_followers.workspace and a.workspace_id = any (array(select private.my_workspaces())));
end
$$;
comment on function public.list_followers is
  'Each account''s newest follower count beside the one of so many days before, or the nearest to it: [{account_id, followers, is_rounded, is_simulated, measured_at, source, before, before_at, before_is_rounded, reason, detail, asked_at, points: [[measured_at, followers]]}], a point a day at most. Nulls: never told, reason says why. Counts are decimal text. Strangers get an empty list.';
grant execute on function public.list_followers to authenticated;
