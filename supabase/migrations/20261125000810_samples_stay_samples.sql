-- Nothing real ever comes into a sample workspace: each way in refuses it.
create function private.refuse_in_samples() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if (select w.is_sample from public.workspaces as w where w.id = new.workspace_id) then
    perform private.fail(409,
      'This is a sample workspace: everything in it was made up, and nothing real comes into it. Choose another workspace for that.');
  end if;
  return new;
end
$$;
comment on function private.refuse_in_samples is 'Definer: who writes may not see the workspace.';
create trigger refuse_in_samples before insert on public.jobs
  for each row execute function private.refuse_in_samples();
create trigger refuse_in_samples before insert on public.accounts
  for each row execute function private.refuse_in_samples();
create trigger refuse_in_samples before insert on private.connection_attempts
  for each row execute function private.refuse_in_samples();
create trigger refuse_in_samples before insert on public.schedules
  for each row execute function private.refuse_in_samples();
create trigger refuse_in_samples before insert on public.ingest_settings
  for each row execute function private.refuse_in_samples();
create trigger refuse_in_samples before insert on private.ingest_tokens
  for each row execute function private.refuse_in_samples();
-- The scheduler's own come of accounts and settings, which are refused already: it never meets a sample.
create trigger refuse_in_samples before insert on public.ingest_runs
  for each row when (new.trigger <> 'schedule') execute function private.refuse_in_samples();
create trigger refuse_in_samples before insert on public.refresh_runs
  for each row when (new.trigger <> 'schedule') execute function private.refuse_in_samples();

create function private.refuse_real_comments() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if exists (
    select from public.workspaces as w
    where w.is_sample and w.id in (select n.workspace_id from new_rows as n where n.source <> 'seed')) then
    perform private.fail(409,
      'This is a sample workspace: everything in it was made up, and no real comments come into it. Choose another workspace for that.');
  end if;
  return null;
end
$$;
comment on function private.refuse_real_comments is 'Definer, as above.';
create trigger refuse_real_comments after insert on public.comments
  referencing new table as new_rows for each statement execute function private.refuse_real_comments();
