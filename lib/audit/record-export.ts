import "server-only";
import type { Format } from "@/lib/exports/download";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/**
 * Says in the audit log that the caller takes a file with them. Every export awaits it before its
 * first byte: what cannot be recorded is not handed out.
 */
export async function recordExport(
  { db, workspaceId }: Scope,
  what: string,
  format: Format,
  filter: Record<string, unknown> = {},
) {
  const narrowed = JSON.parse(JSON.stringify(filter));
  unwrap(await db.rpc("record_export", { workspace: workspaceId, what, format, filter: narrowed }));
}
