create function public.list_removals(workspace uuid, take int default 12) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(to_jsonb(night) order by last_at desc, what), '[]') from (
    select r.what, sum(r.rows)::text as rows, max(r.removed_at) as last_at
    from public.removals as r
    where r.workspace_id = list_removals.workspace and r.workspace_id = any (array(select private.my_workspaces()))
    group by r.what, (r.removed_at at time zone 'UTC')::date
    order by last_at desc, r.what limit take
  ) as night
$$;
comment on function public.list_removals is 'What retention removed of a workspace, summed by UTC day and kind, newest first: [{what, rows, last_at}].';
grant execute on function public.list_removals to authenticated;
