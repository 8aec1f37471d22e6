import type { Supabase } from "../../support/supabase.ts";

/** Tables and views of the exposed schema. */
export async function listRelations(supabase: Supabase) {
  const found = await supabase.sql<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
     order by relname`,
  );
  return found.map(({ name }) => name);
}

/** Functions of the exposed schema, with the types of their arguments. */
export async function listFunctions(supabase: Supabase) {
  const found = await supabase.sql<{ name: string }>(
    `select format('%s(%s)', proname, oidvectortypes(proargtypes)) as name from pg_proc
     where pronamespace = 'public'::regnamespace order by 1`,
  );
  return found.map(({ name }) => name);
}

/** Each column of a table or view that a statement may set to its own value. */
export async function listSettableColumns(supabase: Supabase, relation: string) {
  const found = await supabase.sql<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = format('public.%I', $1::text)::regclass and attnum > 0
       and not attisdropped and attidentity <> 'a' and attgenerated = ''
     order by attnum`,
    [relation],
  );
  return found.map(({ name }) => name);
}

/**
 * Who may do what, one line a right: `<role> <right> <object>`. PUBLIC counts as a role, because
 * everybody is in it. Columns are listed where they have a grant of their own.
 */
export async function listGrants(supabase: Supabase) {
  const found = await supabase.sql<{ line: string }>(
    `with granted as (
       select (aclexplode(nspacl)).*, 'schema ' || nspname as object
       from pg_namespace where nspname in ('public', 'private', 'partitions')
       union all
       select (aclexplode(coalesce(relacl, acldefault('r', relowner)))).*, oid::regclass::text
       from pg_class
       where relnamespace::regnamespace::text in ('public', 'private', 'partitions')
         and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
       union all
       select (aclexplode(attacl)).*, format('%s.%I', attrelid::regclass, attname)
       from pg_attribute join pg_class on pg_class.oid = attrelid
       where relnamespace::regnamespace::text in ('public', 'private', 'partitions')
       union all
       select (aclexplode(coalesce(proacl, acldefault('f', proowner)))).*,
         format('%s(%s)', oid::regproc, oidvectortypes(proargtypes))
       from pg_proc where pronamespace::regnamespace::text in ('public', 'private', 'partitions')
     )
     select distinct format('%s %s %s', case grantee when 0 then 'PUBLIC' else grantee::regrole::text end,
       lower(privilege_type), object) as line
     from granted
     where grantee = 0 or grantee in ('anon'::regrole, 'authenticated'::regrole, 'retention'::regrole)
     order by 1`,
  );
  return found.map(({ line }) => line);
}
