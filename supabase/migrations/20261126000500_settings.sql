-- What a workspace and a person chose, in the one answer that every page asks first.
create type public.rate_basis as enum ('views', 'reach', 'impressions', 'followers');
alter table public.workspaces add column rate_basis public.rate_basis not null default 'impressions';
comment on column public.workspaces.rate_basis is
  'What engagement is divided by for the engagement rate of posts: views, reach or followers, each null where it is not told; impressions where told, else views. Reels'' scores and results of jobs are always by views.';
grant update (rate_basis) on public.workspaces to authenticated;

create function private.rate_base(basis public.rate_basis, views bigint, reach bigint, impressions bigint, followers bigint) returns bigint
language sql immutable
set search_path = ''
as $$
  select case basis when 'views' then views when 'reach' then reach when 'followers' then followers else coalesce(impressions, views) end
$$;
comment on function private.rate_base is 'What engagement is divided by as a workspace chose it. Null: not told.';
grant execute on function private.rate_base to authenticated, service_role;

drop function public.my_scope(uuid);
drop function private.my_scope(uuid);
create function private.my_scope(workspace uuid)
returns table (
  user_id uuid, email text, name text, single_keys boolean,
  workspace_id uuid, workspace_name text, time_zone text, rate_basis public.rate_basis, role public.workspace_role
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  session constant uuid := auth.jwt() ->> 'session_id';
begin
  -- An access token lives on for an hour after its session was ended.
  if session is not null and not exists (select from auth.sessions as s where s.id = session) then
    perform private.fail(401, 'This session was ended. Sign in again.');
  end if;
  return query
    select profile.user_id, profile.email, profile.name, profile.single_keys,
      space.id, space.name, space.time_zone, space.rate_basis, member.role
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

create function public.my_scope(workspace uuid default null)
returns table (
  user_id uuid, email text, name text, single_keys boolean,
  workspace_id uuid, workspace_name text, time_zone text, rate_basis public.rate_basis, role public.workspace_role
)
language plpgsql stable
set search_path = ''
as $$
begin
  return query select * from private.my_scope(my_scope.workspace);
end
$$;
comment on function public.my_scope is
  'The caller, what they and their workspace chose, and the workspace they act in: the one asked for, else the active one, else their first. No row: not a member.';
grant execute on function public.my_scope to authenticated;
