-- Links that let one person into a workspace, once, until they expire. The
-- link's secret is shown to who makes it and kept nowhere: here is its hash.
create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  role public.workspace_role not null,
  email text check (email ~ '^[^@\s]+@[^@\s]+$' and char_length(email) <= 320),
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  made_by uuid references auth.users (id) on delete set null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  accepted_by uuid references auth.users (id) on delete set null,
  accepted_at timestamptz,
  constraint expires_within_a_month check (expires_at > made_at and expires_at <= made_at + interval '30 days'),
  constraint used_or_revoked check (revoked_at is null or accepted_at is null)
);
comment on table public.invitations is 'Who may come into a workspace by a link, with which role. A link is good once.';
comment on column public.invitations.email is 'Whose e-mail the link is for; nobody else can use it. Null: whoever holds it.';
comment on column public.invitations.secret_hash is 'SHA-256 of the secret in the link. The secret itself is not kept.';
create index invitations_workspace_idx on public.invitations (workspace_id, made_at desc);
create index invitations_made_by_idx on public.invitations (made_by);
create index invitations_accepted_by_idx on public.invitations (accepted_by);

alter table public.invitations enable row level security;
grant select (id, workspace_id, role, email, made_by, made_at, expires_at, revoked_at, accepted_by, accepted_at)
  on public.invitations to authenticated;
create policy "Admins see invitations" on public.invitations
  for select to authenticated
  using (workspace_id = any (array(select private.my_workspaces_as('admin'))));

create function private.invite(workspace uuid, role public.workspace_role, email text, days int, secret text) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  address constant text := nullif(lower(btrim(email)), '');
  made uuid;
begin
  perform private.require_role(workspace, greatest(invite.role, 'admin'));
  if days between 1 and 30 is not true then
    perform private.fail(422, format('days: found %s, expected 1 to 30.', coalesce(days::text, 'nothing')));
  elsif char_length(secret) >= 32 is not true then
    perform private.fail(422, 'secret: expected at least 32 characters.');
  end if;
  if exists (select from public.workspace_members as m join public.profiles as p on p.user_id = m.user_id
      where m.workspace_id = workspace and lower(p.email) = address) then
    perform private.fail(409, format('%s is already in this workspace.', address));
  end if;
  if (select count(*) from public.invitations as i
      where i.workspace_id = workspace and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()) >= 100 then
    perform private.fail(409, 'A hundred invitations are open. Revoke one first.');
  elsif (select count(*) from public.invitations as i where i.workspace_id = workspace and i.made_at > now() - interval '1 day') >= 200 then
    perform private.fail(429, 'Two hundred invitations were made within a day. Go on tomorrow.');
  end if;
  insert into public.invitations (workspace_id, role, email, secret_hash, made_by, expires_at)
  values (workspace, invite.role, address, sha256(convert_to(secret, 'UTF8')), auth.uid(), now() + make_interval(days => days))
  returning id into made;
  perform private.audit(workspace, 'invitation_made', address, made::text, jsonb_build_object('role', invite.role, 'days', days));
  return made;
end
$$;
comment on function private.invite is 'Definer: nobody writes invitations by hand.';

create function private.revoke_invitation(invitation uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  open public.invitations;
begin
  select * into open from public.invitations where id = invitation for update;
  perform private.require_role(open.workspace_id, greatest(open.role, 'admin'));
  if open.accepted_at is not null then
    perform private.fail(409, 'This invitation has been used. Remove the person instead.');
  elsif open.revoked_at is null then
    update public.invitations set revoked_at = now() where id = invitation;
    perform private.audit(open.workspace_id, 'invitation_revoked', open.email, invitation::text);
  end if;
end
$$;
comment on function private.revoke_invitation is 'Definer: as invite.';

create function private.audit_invitations() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  open public.invitations;
begin
  for open in
    update public.invitations as i set revoked_at = now()
    where i.workspace_id = old.workspace_id and i.made_by = old.user_id and i.accepted_at is null and i.revoked_at is null
      and i.expires_at > now() and (tg_op = 'DELETE' or greatest(i.role, 'admin') > new.role)
    returning i.*
  loop
    perform private.audit(open.workspace_id, 'invitation_revoked', open.email, open.id::text);
  end loop;
  return null;
end
$$;
comment on function private.audit_invitations is
  'Definer: as invite. Takes back the open links of who may not make them any more: nobody comes back in by a link of their own.';
create trigger audit_invitations after delete or update of role on public.workspace_members
  for each row execute function private.audit_invitations();

create function private.read_invitation(secret text) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return (select jsonb_build_object(
    'state', case when i.accepted_at is not null then 'used' when i.revoked_at is not null then 'revoked'
      when i.expires_at <= now() then 'expired' else 'open' end,
    'workspace_name', w.name, 'role', i.role, 'email', i.email, 'expires_at', i.expires_at,
    'invited_by', (select coalesce(p.name, p.email) from public.profiles as p where p.user_id = i.made_by),
    'is_member', exists (select from public.workspace_members as m where m.workspace_id = i.workspace_id and m.user_id = auth.uid()))
  from public.invitations as i join public.workspaces as w on w.id = i.workspace_id
  where i.secret_hash = sha256(convert_to(secret, 'UTF8')));
end
$$;
comment on function private.read_invitation is 'Definer: who holds the link is not in the workspace yet.';

create function private.accept_invitation(secret text) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  caller constant uuid := auth.uid();
  mine constant text := (select lower(p.email) from public.profiles as p where p.user_id = caller);
  open public.invitations;
begin
  if caller is null then
    perform private.fail(401, 'Sign in first, or make an account; the link stays good.');
  end if;
  -- Who comes in at this moment needs no workspace of their own: see keep_a_workspace.
  perform from public.profiles where user_id = caller for no key update;
  -- The lock makes two who use one link at once wait for each other.
  select * into open from public.invitations where secret_hash = sha256(convert_to(secret, 'UTF8')) for update;
  if open.id is null then
    perform private.fail(404, 'There is no such invitation. Ask for a new link.');
  elsif open.accepted_by = caller then
    return open.workspace_id;
  elsif open.accepted_at is not null then
    perform private.fail(409, 'This link has been used. Each is good once: ask for a new one.');
  elsif open.revoked_at is not null then
    perform private.fail(409, 'This invitation was taken back. Ask an admin of the workspace.');
  elsif open.expires_at <= now() then
    perform private.fail(409, 'This link has expired. Ask for a new one.');
  elsif open.email is not null and open.email <> mine then
    perform private.fail(403, format('This invitation is for %s; you are signed in as %s. Sign in with that e-mail.', open.email, mine));
  end if;
  insert into public.workspace_members (workspace_id, user_id, role) values (open.workspace_id, caller, open.role)
  on conflict do nothing;
  if not found then
    perform private.fail(409, 'You are already in this workspace.');
  end if;
  update public.invitations set accepted_by = caller, accepted_at = now() where id = open.id;
  update public.profiles set active_workspace_id = open.workspace_id where user_id = caller;
  perform private.audit(open.workspace_id, 'invitation_accepted', mine, open.id::text, jsonb_build_object('role', open.role));
  return open.workspace_id;
end
$$;
comment on function private.accept_invitation is 'Definer: lets the caller into a workspace they are not in yet.';
grant execute on function private.invite, private.revoke_invitation, private.accept_invitation to authenticated;
grant execute on function private.read_invitation to anon, authenticated;

create function public.invite(workspace uuid, role public.workspace_role, email text, days int, secret text) returns uuid
language sql set search_path = '' as $$ select private.invite(workspace, role, email, days, secret) $$;
comment on function public.invite is
  'Makes an invitation whose link holds `secret` (32 characters or more), good once for 1 to 30 days; e-mail null: for whoever holds it. For admins, up to their own role. Returns its id. 403, 404, 409 or 422 with a sentence.';
create function public.revoke_invitation(invitation uuid) returns void
language sql set search_path = '' as $$ select private.revoke_invitation(invitation) $$;
comment on function public.revoke_invitation is 'Takes an unused invitation back. For admins, up to their own role. Again: nothing. 403, 404 or 409 with a sentence.';
create function public.read_invitation(secret text) returns jsonb
language sql stable set search_path = '' as $$ select private.read_invitation(secret) $$;
comment on function public.read_invitation is
  'What a link leads to, for who holds it: {state: open, used, revoked or expired, workspace_name, role, email, expires_at, invited_by, is_member}. Null: no such link.';
create function public.accept_invitation(secret text) returns uuid
language sql set search_path = '' as $$ select private.accept_invitation(secret) $$;
comment on function public.accept_invitation is
  'Lets the caller in by a link and makes the workspace their active one. The same person again: the same answer. Returns its id. 401, 403, 404 or 409 with a sentence.';
grant execute on function public.invite, public.revoke_invitation, public.accept_invitation to authenticated;
grant execute on function public.read_invitation to anon, authenticated;

create or replace function private.welcome_user() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into public.profiles (user_id, email) values (new.id, coalesce(new.email, ''));
  -- Who signs up to come into a workspace is let in next. Should that fail, keep_a_workspace makes them one of their own.
  if new.raw_user_meta_data ->> 'comes_by' is distinct from 'invitation' then
    perform private.create_workspace(
      new.id, left(coalesce(nullif(split_part(new.email, '@', 1), ''), 'My'), 60) || '''s workspace');
  end if;
  return new;
end
$$;

create function private.keep_a_workspace() returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  -- Two requests at once wait for each other, and so do this and accept_invitation.
  perform from public.profiles where user_id = auth.uid() for no key update;
  if found and not exists (select from public.workspace_members where user_id = auth.uid()) then
    perform private.create_workspace(auth.uid(), 'My workspace');
  end if;
end
$$;
comment on function private.keep_a_workspace is 'Definer: see create_workspace. Only ever for the caller.';
grant execute on function private.keep_a_workspace to authenticated;
create function public.keep_a_workspace() returns void
language sql set search_path = '' as $$ select private.keep_a_workspace() $$;
comment on function public.keep_a_workspace is
  'Makes the caller a workspace of their own if they are in none, once, however many ask at once: every page needs one.';
grant execute on function public.keep_a_workspace to authenticated;
