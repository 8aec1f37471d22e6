-- The first things to do in a workspace, ticked off by what is there, and put away by each person for themselves.
create table public.dismissed_hints (
  workspace_id uuid not null,
  user_id uuid not null,
  hint text not null check (hint in ('first_steps')),
  dismissed_at timestamptz not null default now(),
  primary key (workspace_id, user_id, hint),
  foreign key (workspace_id, user_id) references public.workspace_members (workspace_id, user_id) on delete cascade
);
comment on table public.dismissed_hints is 'What a person has put away in a workspace and does not want to see again.';
alter table public.dismissed_hints enable row level security;
grant select on public.dismissed_hints to authenticated;
create policy "People read what they put away" on public.dismissed_hints
  for select to authenticated
  using (user_id = (select auth.uid()) and workspace_id = any (array(select private.my_workspaces())));

create function private.dismiss_hint(workspace uuid, hint text) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role(workspace, 'viewer');
  insert into public.dismissed_hints (workspace_id, user_id, hint) values (workspace, auth.uid(), dismiss_hint.hint)
  on conflict do nothing;
end
$$;
comment on function private.dismiss_hint is 'Definer: rows are made by functions alone.';

create function public.dismiss_hint(workspace uuid, hint text) returns void
language sql
set search_path = ''
as $$ select private.dismiss_hint(workspace, hint) $$;
comment on function public.dismiss_hint is 'Puts a hint away for the caller alone. Safe to repeat. 404 for strangers.';
grant execute on function private.dismiss_hint, public.dismiss_hint to authenticated;

create function public.first_steps(workspace uuid) returns json
language plpgsql stable
set search_path = ''
as $$
begin
  if workspace <> all (array(select private.my_workspaces())) then
    return null;
  end if;
  return json_build_object(
    'upload', exists (select from public.jobs as j where j.workspace_id = workspace and j.source_kind <> 'link'),
    'connect', exists (select from public.accounts as a where a.workspace_id = workspace and a.status <> 'disconnected'),
    'ingest', exists (select from public.ingest_runs as r where r.workspace_id = workspace and r.state <> 'cancelled'),
    -- An open invitation counts as well, for those who may see it.
    'invite', (select count(*) > 1 from public.workspace_members as m where m.workspace_id = workspace)
      or exists (select from public.invitations as i where i.workspace_id = workspace),
    'is_empty', not exists (select from public.posts as p where p.workspace_id = workspace)
      and not exists (select from public.jobs as j where j.workspace_id = workspace)
      and not exists (select from public.accounts as a where a.workspace_id = workspace)
      and not exists (select from public.ingest_runs as r where r.workspace_id = workspace),
    'is_dismissed', exists (select from public.dismissed_hints as d
      where d.workspace_id = workspace and d.user_id = auth.uid() and d.hint = 'first_steps'));
end
$$;
comment on function public.first_steps is
  'Which of the first things were done in a workspace, {upload, connect, ingest, invite}, whether nothing at all is there yet (is_empty), and whether the caller put the list away (is_dismissed). Null for strangers.';
grant execute on function public.first_steps to authenticated;
