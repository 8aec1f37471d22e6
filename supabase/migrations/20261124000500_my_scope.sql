-- Every request asks this first. In plpgsql its plan is kept for the session; in SQL it was made at each call.
create function private.my_scope(workspace uuid)
returns table (user_id uuid, email text, workspace_id uuid, workspace_name text, time_zone text, role public.workspace_role)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query
    select profile.user_id, profile.email, space.id, space.name, space.time_zone, member.role
    from public.profiles as profile
    join public.workspace_members as member on member.user_id = profile.user_id
    join public.workspaces as space on space.id = member.workspace_id
    where profile.user_id = (select auth.uid())
      and (my_scope.workspace is null or space.id = my_scope.workspace)
    order by (space.id = profile.active_workspace_id) desc nulls last, member.created_at, space.id
    limit 1;
end
$$;
comment on function private.my_scope is
  'What public.my_scope answers. Definer: it reads the caller''s own profile and memberships only, and the policies of its three tables would look those up four times more.';
grant execute on function private.my_scope to authenticated;

create or replace function public.my_scope(workspace uuid default null)
returns table (user_id uuid, email text, workspace_id uuid, workspace_name text, time_zone text, role public.workspace_role)
language plpgsql stable
set search_path = ''
as $$
begin
  return query select * from private.my_scope(my_scope.workspace);
end
$$;
