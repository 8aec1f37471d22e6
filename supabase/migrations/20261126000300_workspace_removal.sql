-- Deleting a workspace: nobody is in it from that moment on; its files and rows
-- then go in portions, by whoever comes next, and its own row goes last. Killed
-- at any point, the rest is still there to be removed.
create table private.workspace_removals (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  asked_at timestamptz not null default now()
);
comment on table private.workspace_removals is 'Workspaces that were deleted and still have rows or files. Nobody is in them.';
alter table private.workspace_removals enable row level security;
grant select on private.workspace_removals to service_role;

create or replace function private.keep_an_owner() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  -- Rows that are added to the workspace meanwhile (each locks its key) neither wait nor hold this up.
  perform from public.workspaces where id = old.workspace_id for no key update;
  if found and not exists (select from public.workspace_members where workspace_id = old.workspace_id and role = 'owner')
      and not exists (select from private.workspace_removals where workspace_id = old.workspace_id) then
    perform private.fail(409, 'A workspace always has an owner. Make somebody else owner first.');
  end if;
  return null;
end
$$;

create function private.delete_workspace(workspace uuid, typed_name text) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  called text;
begin
  perform private.require_role(workspace, 'owner');
  -- People, links, workspace: as who leaves and who comes in by a link take them. Who is coming in is waited for, and then
  -- removed with the others; not for the key alone, which every row that workers add locks until they have ended.
  perform from public.workspace_members as m where m.workspace_id = workspace order by m.user_id for update;
  perform from public.invitations as i where i.workspace_id = workspace order by i.id for update;
  select name into called from public.workspaces where id = workspace for no key update;
  -- Another owner may have deleted it while this one waited.
  perform private.require_role(workspace, 'owner');
  if typed_name is distinct from called then
    perform private.fail(422, format('confirmation: found "%s", expected the name of the workspace, "%s".', typed_name, called));
  end if;
  insert into private.workspace_removals (workspace_id) values (workspace);
  delete from public.invitations where workspace_id = workspace;
  delete from public.workspace_members where workspace_id = workspace;
  -- Nothing is asked of a platform for it any more, and no token of it is kept.
  delete from private.account_tokens where workspace_id = workspace;
  delete from private.ingest_tokens where workspace_id = workspace;
  delete from public.ingest_settings where workspace_id = workspace;
  delete from public.job_lanes where workspace_id = workspace;
  -- Nor is anything told of it: the secrets and what waits to be sent go along.
  delete from public.webhooks where workspace_id = workspace;
end
$$;
comment on function private.delete_workspace is 'Definer: removes the caller too, who may then see nothing of it.';

create function private.refuse_arrivals() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  -- Whoever is deleting it has ended by then, or waits until this has.
  perform from public.workspaces where id = new.workspace_id for share;
  if exists (select from private.workspace_removals where workspace_id = new.workspace_id) then
    perform private.fail(404, 'There is no such workspace. It was deleted a moment ago.');
  end if;
  return null;
end
$$;
comment on function private.refuse_arrivals is 'Nobody comes into a workspace that was deleted, also not at the same moment. Definer: as keep_an_owner.';
create trigger refuse_arrivals after insert on public.workspace_members
  for each row execute function private.refuse_arrivals();
grant execute on function private.delete_workspace to authenticated;
create function public.delete_workspace(workspace uuid, typed_name text) returns void
language sql set search_path = '' as $$ select private.delete_workspace(workspace, typed_name) $$;
comment on function public.delete_workspace is
  'Deletes a workspace for its owner, once its name is typed: nobody is in it from now on, and everything of it is removed soon. 403, 404 or 422 with a sentence.';
grant execute on function public.delete_workspace to authenticated;
drop policy "Owners delete their workspace" on public.workspaces;
revoke delete on public.workspaces from authenticated;

-- As retention, the only role that may remove payloads.
create function private.remove_events(workspace uuid, take int) returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  removed int;
begin
  delete from public.raw_events where id in (select id from public.raw_events where workspace_id = workspace limit take);
  get diagnostics removed = row_count;
  return removed;
end
$$;
comment on function private.remove_events is 'Definer, owned by retention: removes payloads of a deleted workspace. Returns how many.';
grant create on schema private to retention;
alter function private.remove_events owner to retention;
revoke create on schema private from retention;
grant execute on function private.remove_events to current_user;

create function private.removal_order() returns table (part regclass, most int)
language sql stable
set search_path = ''
as $$
  with recursive part as (
    select c.oid, exists (select from pg_catalog.pg_trigger as t where t.tgrelid = c.oid and t.tgname = 'append_only') as stays
    from pg_catalog.pg_class as c join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped
      and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
      and c.oid <> 'private.workspace_removals'::regclass
  ), link as (
    select f.conrelid as child, f.confrelid as parent from pg_catalog.pg_constraint as f
    where f.contype = 'f' and f.conparentid = 0 and f.conrelid <> f.confrelid
  ), below as (
    select part.oid, 0 as depth from part
    union
    select link.child, below.depth + 1 from below join link on link.parent = below.oid join part on part.oid = link.child
    where below.depth < 20
  )
  select part.oid::regclass,
    -- What only goes with its parent, as snapshots with their post, may be a thousand a row.
    case when exists (select from link join part as child on child.oid = link.child and child.stays where link.parent = part.oid)
      then 100 else 1 end
  from below join part using (oid) where not part.stays
  group by part.oid order by max(below.depth) desc, part.oid
$$;
comment on function private.removal_order is
  'Tables that hold rows of workspaces, children before parents, and how many times smaller their portions are. Read from the catalog, so that a new table is never forgotten. What is append-only goes with its parent.';

create function private.remove_workspaces(take int) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  gone uuid;
  files jsonb;
  part record;
  portion int;
  found_rows int;
  removed int;
begin
  select r.workspace_id into gone from private.workspace_removals as r order by r.asked_at limit 1 for update skip locked;
  if gone is null then
    return jsonb_build_object('workspace_id', null, 'files', '[]'::jsonb, 'is_done', true);
  end if;
  -- First, as whoever evaluates its alerts does: neither then waits for rows of the other.
  perform from private.alert_checks as c where c.workspace_id = gone for update;
  select jsonb_agg(name) into files from (
    select name from storage.objects where bucket_id = 'uploads' and name like gone || '/%' order by name limit 500) as kept;
  if files is not null then
    return jsonb_build_object('workspace_id', gone, 'files', files, 'is_done', false);
  end if;
  removed := private.remove_events(gone, take);
  for part in select * from private.removal_order() loop
    if removed >= take then
      return jsonb_build_object('workspace_id', gone, 'files', '[]'::jsonb, 'is_done', false);
    end if;
    portion := 1 + (take - removed) / part.most;
    -- Places are told apart within one partition only: the workspace is asked for twice.
    execute format(
      'delete from %s where workspace_id = $1 and ctid = any (array(select ctid from %1$s where workspace_id = $1 limit $2))', part.part)
      using gone, portion;
    get diagnostics found_rows = row_count;
    removed := case when found_rows >= portion then take else removed + found_rows end;
  end loop;
  if removed < take then
    delete from public.workspaces where id = gone;
  end if;
  return jsonb_build_object('workspace_id', gone, 'files', '[]'::jsonb, 'is_done', removed < take);
end
$$;
comment on function private.remove_workspaces is 'Definer: workers may remove nothing themselves, and only what was deleted by its owner is removed. See public.remove_workspaces.';
grant execute on function private.remove_workspaces to service_role;
create function public.remove_workspaces(take int) returns jsonb
language sql
set search_path = '' set statement_timeout = '60s'
as $$ select private.remove_workspaces(take) $$;
comment on function public.remove_workspaces is
  'Removes the next portion of a deleted workspace: {workspace_id, files, is_done}. Files are named, for who can remove them; rows go once no file is left. Workspace null: nothing to do. For workers.';
grant execute on function public.remove_workspaces to service_role;

create function private.transfer_ownership(workspace uuid, person uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role(workspace, 'owner');
  update public.workspace_members set role = 'owner' where workspace_id = workspace and user_id = person and person <> auth.uid();
  if not found then
    perform private.fail(404, 'Choose somebody else who is in this workspace.');
  end if;
  update public.workspace_members set role = 'admin' where workspace_id = workspace and user_id = auth.uid();
  perform private.audit(workspace, 'ownership_transferred', (select p.email from public.profiles as p where p.user_id = person), person::text);
end
$$;
comment on function private.transfer_ownership is 'Definer: both changes are made together, or none.';
grant execute on function private.transfer_ownership to authenticated;
create function public.transfer_ownership(workspace uuid, person uuid) returns void
language sql set search_path = '' as $$ select private.transfer_ownership(workspace, person) $$;
comment on function public.transfer_ownership is 'Makes another member owner and the caller, an owner, admin. 403 or 404 with a sentence.';
grant execute on function public.transfer_ownership to authenticated;
