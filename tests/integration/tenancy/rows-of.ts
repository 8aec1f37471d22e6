import type { Supabase } from "../../support/supabase.ts";

/** Rows of a workspace in each table that has a workspace_id, partitions counted with their table. */
export async function rowsOf(supabase: Supabase, workspaceId: string) {
  const tables = await supabase.sql<{ name: string }>(
    `select attrelid::regclass::text as name from pg_attribute join pg_class on oid = attrelid
     where attname = 'workspace_id' and relkind in ('r', 'p') and not relispartition
       and relnamespace in ('public'::regnamespace, 'private'::regnamespace)
       and attrelid <> 'private.workspace_removals'::regclass`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [found] = await supabase.sql<{ rows: number }>(
      `select count(*)::int as rows from ${name} where workspace_id = $1`,
      [workspaceId],
    );
    counts[name] = found?.rows ?? 0;
  }
  return counts;
}
