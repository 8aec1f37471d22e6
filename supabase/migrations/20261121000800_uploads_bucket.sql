-- Files above the host's body limit wait here until they are read. The first
-- folder is the workspace, so that the usual rule applies.
insert into storage.buckets (id, name, public, file_size_limit)
values ('uploads', 'uploads', false, 10485760)
on conflict (id) do nothing;

-- Definer: as my_workspaces. Text, because a folder can be called anything.
create function private.my_upload_folders() returns setof text
language sql stable security definer
set search_path = ''
as $$
  select workspace_id::text from public.workspace_members
  where user_id = (select auth.uid()) and role >= 'member';
$$;
comment on function private.my_upload_folders is 'The workspaces the caller may upload to, as folder names.';
grant execute on function private.my_upload_folders to authenticated;

create policy "Members put uploads into their workspace" on storage.objects
  for insert to authenticated
  with check (
    bucket_id = 'uploads'
    and (storage.foldername(name))[1] = any (array(select private.my_upload_folders()))
  );
create policy "Members read uploads of their workspace" on storage.objects
  for select to authenticated
  using (
    bucket_id = 'uploads'
    and (storage.foldername(name))[1] = any (array(select private.my_upload_folders()))
  );
create policy "Members remove uploads of their workspace" on storage.objects
  for delete to authenticated
  using (
    bucket_id = 'uploads'
    and (storage.foldername(name))[1] = any (array(select private.my_upload_folders()))
  );
