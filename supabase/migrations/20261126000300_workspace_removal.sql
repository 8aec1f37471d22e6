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
  perform from public.workspaces where id = old.workspace_id for update;
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
  select name into called from public.workspaces where id = workspace for update;
  if typed_name is distinct from called then
    perform private.fail(422, format('confirmation: found "%s", expected the name of the workspace, "%s".', typed_name, called));
  end if;
  insert into private.workspace_removals (workspace_id) values (workspace);
  delete from public.workspace_members where workspace_id = workspace;
end
$$;
comment on function private.delete_workspace is 'Definer: removes the caller too, who may then see nothing of it.';
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
alter function private.remove_events owner to retention;

create function public.remove_workspaces(take int) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  gone uuid;
  -- What holds most rows, children before parents; the rest goes with the workspace.
  large constant text[] := '{refresh_units,job_rows,job_rejections,engagements,comment_reads,comments,post_days,posts}';
  part text;
  removed int;
  files jsonb;
begin
  select r.workspace_id into gone from private.workspace_removals as r order by r.asked_at limit 1 for update skip locked;
  if gone is null then
    return jsonb_build_object('workspace_id', null);
  end if;
  select jsonb_agg(name) into files from (
    select name from storage.objects where bucket_id = 'uploads' and name like gone || '/%' order by name limit 500) as kept;
  if files is not null then
    return jsonb_build_object('workspace_id', gone, 'files', files);
  end if;
  removed := private.remove_events(gone, take);
  foreach part in array large loop
    exit when removed > 0;
    execute format('delete from public.%I where ctid = any (array(select ctid from public.%1$I where workspace_id = $1 limit $2))', part)
      -- A post takes its snapshots with it.
      using gone, case part when 'posts' then 1 + (take) / 50 else take end;
    get diagnostics removed = row_count;
  end loop;
  if removed = 0 then
    delete from public.workspaces where id = gone;
  end if;
  return jsonb_build_object('workspace_id', gone, 'files', '[]'::jsonb, 'is_done', removed = 0);
end
$$;
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
end
$$;
comment on function private.transfer_ownership is 'Definer: both changes are made together, or none.';
grant execute on function private.transfer_ownership to authenticated;
create function public.transfer_ownership(workspace uuid, person uuid) returns void
language sql set search_path = '' as $$ select private.transfer_ownership(workspace, person) $$;
comment on function public.transfer_ownership is 'Makes another member owner and the caller, an owner, admin. 403 or 404 with a sentence.';
grant execute on function public.transfer_ownership to authenticated;
