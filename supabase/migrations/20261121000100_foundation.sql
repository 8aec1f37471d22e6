-- The ground rules: nothing is granted unless a migration grants it, helpers
-- live in a schema the API does not expose, partitions in another.
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;
alter default privileges revoke execute on functions from public;

create schema private;
create schema partitions;
comment on schema private is 'Helpers and queue state. Not exposed by the API.';
comment on schema partitions is 'Monthly partitions of post_metrics. Not exposed: query public.post_metrics.';
revoke all on schema private, partitions from public;
grant usage on schema private to authenticated, service_role;

-- Our errors carry an HTTP status (PT404 answers 404) and a sentence for the person.
create function private.fail(status int, sentence text) returns void
language plpgsql
set search_path = ''
as $$
begin
  raise exception using errcode = 'PT' || status, message = sentence;
end
$$;
comment on function private.fail is 'Raises a sentence meant for the person, with the HTTP status the API answers.';
grant execute on function private.fail to authenticated, service_role;
