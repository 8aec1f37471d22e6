-- A workspace owns everything else. People are in it with a role; row level
-- security compares each row's workspace with the caller's workspaces.
create type public.workspace_role as enum ('viewer', 'member', 'admin', 'owner');
comment on type public.workspace_role is
  'In rising order: viewers read, members upload and run, admins manage members, owners delete.';

create table public.workspaces (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(btrim(name)) between 1 and 80),
  time_zone text not null default 'UTC',
  created_at timestamptz not null default now()
);
comment on table public.workspaces is 'A team and its numbers. Everything belongs to exactly one workspace.';
comment on column public.workspaces.time_zone is 'IANA name. Pages show times in it; stored times are UTC.';

create table public.workspace_members (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role public.workspace_role not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, user_id)
);
comment on table public.workspace_members is 'Who is in a workspace, and what they may do. There is always an owner.';
create index workspace_members_user_idx on public.workspace_members (user_id);

create table public.profiles (
  user_id uuid primary key references auth.users (id) on delete cascade,
  email text not null,
  active_workspace_id uuid references public.workspaces (id) on delete set null
);
comment on table public.profiles is 'What fellow members may know of a person, and the workspace they last chose.';
create index profiles_active_workspace_idx on public.profiles (active_workspace_id);

-- Definer: policies ask for memberships while reading memberships.
create function private.my_workspaces() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
  select workspace_id from public.workspace_members where user_id = (select auth.uid());
$$;
comment on function private.my_workspaces is 'Ids of the workspaces the caller is in. Use as `= any (array(select private.my_workspaces()))`.';

-- Definer: as above.
create function private.my_role(workspace uuid) returns public.workspace_role
language sql stable security definer
set search_path = ''
as $$
  select role from public.workspace_members
  where workspace_id = workspace and user_id = (select auth.uid());
$$;
comment on function private.my_role is 'The caller''s role in a workspace, null for a stranger.';

create function private.require_role(workspace uuid, needed public.workspace_role) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  mine public.workspace_role := private.my_role(workspace);
begin
  if mine is null then
    perform private.fail(404, 'There is no such workspace, or you are not in it.');
  elsif mine < needed then
    perform private.fail(403, format(
      'Your role here is %s; this needs %s. Ask an admin of the workspace.', mine, needed));
  end if;
end
$$;
comment on function private.require_role is 'Raises 404 for strangers and 403 for a lower role than asked.';

-- A user's fellow members, for profiles. Definer: as above.
create function private.my_people() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
  select user_id from public.workspace_members
  where workspace_id in (select private.my_workspaces())
  union select auth.uid();
$$;
comment on function private.my_people is 'Ids of everyone who shares a workspace with the caller, and the caller.';

grant execute on function private.my_workspaces, private.my_role, private.require_role, private.my_people
  to authenticated, service_role;

alter table public.workspaces enable row level security;
alter table public.workspace_members enable row level security;
alter table public.profiles enable row level security;

grant select, delete on public.workspaces to authenticated;
grant update (name, time_zone) on public.workspaces to authenticated;
grant select, delete on public.workspace_members to authenticated;
grant update (role) on public.workspace_members to authenticated;
grant select on public.profiles to authenticated;
grant update (active_workspace_id) on public.profiles to authenticated;
grant select on public.workspaces, public.workspace_members, public.profiles to service_role;

create policy "Members read their workspaces" on public.workspaces
  for select to authenticated
  using (id = any (array(select private.my_workspaces())));
create policy "Admins rename their workspace" on public.workspaces
  for update to authenticated
  using (private.my_role(id) >= 'admin') with check (private.my_role(id) >= 'admin');
create policy "Owners delete their workspace" on public.workspaces
  for delete to authenticated
  using (private.my_role(id) = 'owner');

create policy "Members see who is in their workspaces" on public.workspace_members
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces())));
create policy "Admins change roles up to their own" on public.workspace_members
  for update to authenticated
  using (private.my_role(workspace_id) >= greatest(role, 'admin'))
  with check (private.my_role(workspace_id) >= greatest(role, 'admin'));
create policy "People leave, admins remove up to their own role" on public.workspace_members
  for delete to authenticated
  using (user_id = (select auth.uid()) or private.my_role(workspace_id) >= greatest(role, 'admin'));

create policy "People see themselves and fellow members" on public.profiles
  for select to authenticated
  using (user_id = any (array(select private.my_people())));
create policy "People choose among their workspaces" on public.profiles
  for update to authenticated
  using (user_id = (select auth.uid()))
  with check (
    user_id = (select auth.uid())
    and active_workspace_id = any (array(select private.my_workspaces()))
  );

-- The lock makes two owners who demote each other at once wait for each other.
create function private.keep_an_owner() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform from public.workspaces where id = old.workspace_id for update;
  if found and not exists (
    select from public.workspace_members
    where workspace_id = old.workspace_id and role = 'owner'
  ) then
    perform private.fail(409, 'A workspace always has an owner. Make somebody else owner first.');
  end if;
  return null;
end
$$;
comment on function private.keep_an_owner is 'Refuses to leave a workspace without an owner. Definer: it must see and lock rows the caller may not.';

create trigger keep_an_owner after update or delete on public.workspace_members
  for each row when (old.role = 'owner') execute function private.keep_an_owner();

create function private.check_time_zone() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform now() at time zone new.time_zone;
  return new;
exception when invalid_parameter_value then
  perform private.fail(422, format('time_zone: found "%s", expected an IANA name such as Europe/Berlin.', new.time_zone));
end
$$;
comment on function private.check_time_zone is 'Refuses a time zone that PostgreSQL does not know.';

create trigger check_time_zone before insert or update of time_zone on public.workspaces
  for each row execute function private.check_time_zone();

-- Definer: a workspace and its first member are made together, before the caller is in it.
create function private.create_workspace(caller uuid, workspace_name text) returns uuid
language sql security definer
set search_path = ''
as $$
  with workspace as (
    insert into public.workspaces (name) values (btrim(workspace_name)) returning id
  ), owner as (
    insert into public.workspace_members (workspace_id, user_id, role)
    select id, caller, 'owner' from workspace
  ), chosen as (
    update public.profiles set active_workspace_id = workspace.id from workspace
    where profiles.user_id = caller
  )
  select id from workspace;
$$;

create function private.create_my_workspace(workspace_name text) returns uuid
language plpgsql security definer
set search_path = ''
as $$
begin
  if auth.uid() is null then
    perform private.fail(401, 'Sign in first.');
  end if;
  return private.create_workspace(auth.uid(), workspace_name);
end
$$;
comment on function private.create_my_workspace is 'Definer: see create_workspace. Only ever for the caller.';
grant execute on function private.create_my_workspace to authenticated;

create function public.create_workspace(workspace_name text) returns uuid
language sql
set search_path = ''
as $$ select private.create_my_workspace(workspace_name); $$;
comment on function public.create_workspace is 'Makes a workspace owned by the caller, and makes it the active one. Returns its id.';
grant execute on function public.create_workspace to authenticated;

-- Definer: looks a person up by e-mail, which the caller may not.
create function private.add_member(workspace uuid, member_email text, member_role public.workspace_role)
returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  person uuid;
begin
  perform private.require_role(workspace, greatest(member_role, 'admin'));
  select user_id into person from public.profiles where lower(email) = lower(btrim(member_email));
  if person is null then
    perform private.fail(404, format(
      'There is no account with the e-mail %s. Ask them to sign up first, then add them.', btrim(member_email)));
  end if;
  insert into public.workspace_members (workspace_id, user_id, role)
  values (workspace, person, member_role)
  on conflict do nothing;
  if not found then
    perform private.fail(409, format('%s is already in this workspace.', btrim(member_email)));
  end if;
end
$$;
grant execute on function private.add_member to authenticated;

create function public.add_member(workspace uuid, member_email text, member_role public.workspace_role)
returns void
language sql
set search_path = ''
as $$ select private.add_member(workspace, member_email, member_role); $$;
comment on function public.add_member is 'Adds a person who has an account. For admins, up to their own role. Raises 403, 404 or 409 with a sentence.';
grant execute on function public.add_member to authenticated;

-- Every new user gets a profile and a workspace of their own.
create function private.welcome_user() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into public.profiles (user_id, email) values (new.id, coalesce(new.email, ''));
  perform private.create_workspace(
    new.id, left(coalesce(nullif(split_part(new.email, '@', 1), ''), 'My'), 60) || '''s workspace');
  return new;
end
$$;
comment on function private.welcome_user is 'Definer: the sign-up role may not write these tables.';

create function private.follow_email() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  update public.profiles set email = coalesce(new.email, '') where user_id = new.id;
  return new;
end
$$;
comment on function private.follow_email is 'Keeps profiles.email equal to the sign-in e-mail. Definer: as welcome_user.';

create trigger welcome_user after insert on auth.users
  for each row execute function private.welcome_user();
create trigger follow_email after update of email on auth.users
  for each row execute function private.follow_email();

create function public.my_scope(workspace uuid default null)
returns table (user_id uuid, email text, workspace_id uuid, workspace_name text, time_zone text, role public.workspace_role)
language sql stable
set search_path = ''
as $$
  select profile.user_id, profile.email, space.id, space.name, space.time_zone, member.role
  from public.profiles as profile
  join public.workspace_members as member on member.user_id = profile.user_id
  join public.workspaces as space on space.id = member.workspace_id
  where profile.user_id = (select auth.uid())
    and (my_scope.workspace is null or space.id = my_scope.workspace)
  order by (space.id = profile.active_workspace_id) desc nulls last, member.created_at, space.id
  limit 1;
$$;
comment on function public.my_scope is 'The caller, and the workspace they act in: the one asked for, else the active one, else their first. No row: not a member.';
grant execute on function public.my_scope to authenticated;
