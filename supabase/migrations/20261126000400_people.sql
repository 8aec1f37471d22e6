-- What a person chose for themselves, and where they are signed in.
alter table public.profiles
  add column name text check (char_length(btrim(name)) between 1 and 80),
  add column single_keys boolean not null default true;
comment on column public.profiles.name is 'What others see. Null: the e-mail.';
comment on column public.profiles.single_keys is 'Whether single letters are shortcuts on pages.';
grant update (name, single_keys) on public.profiles to authenticated;

create function private.my_sessions() returns table (id uuid, created_at timestamptz, seen_at timestamptz, user_agent text, ip text, is_this boolean)
language sql stable security definer
set search_path = ''
as $$
  select s.id, s.created_at, coalesce(s.refreshed_at at time zone 'UTC', s.updated_at, s.created_at), s.user_agent, host(s.ip),
    s.id::text = (auth.jwt() ->> 'session_id')
  from auth.sessions as s
  where s.user_id = (select auth.uid()) and (s.not_after is null or s.not_after > now())
  order by 6 desc, 3 desc
$$;
comment on function private.my_sessions is 'Definer: sessions are in a schema that nobody may read. Only ever the caller''s.';
create function private.end_session(session uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  delete from auth.sessions where id = session and user_id = (select auth.uid());
  if not found then
    perform private.fail(404, 'This session has ended already.');
  end if;
end
$$;
comment on function private.end_session is 'Definer: as my_sessions.';
create function private.end_other_sessions() returns int
language plpgsql security definer
set search_path = ''
as $$
declare
  ended int;
begin
  delete from auth.sessions
  where user_id = (select auth.uid()) and id::text is distinct from (auth.jwt() ->> 'session_id');
  get diagnostics ended = row_count;
  return ended;
end
$$;
comment on function private.end_other_sessions is 'Definer: as my_sessions.';
create function private.name_session(agent text) returns void
language sql security definer
set search_path = ''
as $$
  update auth.sessions set user_agent = left(agent, 500)
  where id::text = (auth.jwt() ->> 'session_id') and user_id = (select auth.uid()) and user_agent is null
$$;
comment on function private.name_session is 'Definer: as my_sessions. Not every Auth server notes the browser.';
grant execute on function private.my_sessions, private.name_session, private.end_session, private.end_other_sessions to authenticated;
create function public.my_sessions() returns table (id uuid, created_at timestamptz, seen_at timestamptz, user_agent text, ip text, is_this boolean)
language sql stable set search_path = '' as $$ select * from private.my_sessions() $$;
comment on function public.my_sessions is 'Where the caller is signed in, this session first. Times are UTC; ip and user_agent as first seen, null when not told.';
create function public.name_session(agent text) returns void
language sql set search_path = '' as $$ select private.name_session(agent) $$;
comment on function public.name_session is 'Notes the user agent of the session that asks, once, where none is known.';
create function public.end_session(session uuid) returns void
language sql set search_path = '' as $$ select private.end_session(session) $$;
comment on function public.end_session is 'Ends one of the caller''s sessions: it sees no page and no endpoint from now on. 404 with a sentence.';
create function public.end_other_sessions() returns int
language sql set search_path = '' as $$ select private.end_other_sessions() $$;
comment on function public.end_other_sessions is 'Ends all of the caller''s sessions but the one that asks. Returns how many.';
grant execute on function public.my_sessions, public.name_session, public.end_session, public.end_other_sessions to authenticated;
