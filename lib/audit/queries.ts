import "server-only";
import { z } from "zod";
import { AUDIT_ACTIONS, type AuditAction, type AuditFilter } from "@/lib/audit/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const entry = z.object({
  id: z.number(),
  at: z.string(),
  actor_id: z.string().nullable(),
  actor_email: z.string().nullable(),
  actor_name: z.string().nullable(),
  action: z.custom<AuditAction>((name) => typeof name === "string" && name in AUDIT_ACTIONS),
  subject: z.string().nullable(),
  subject_id: z.string().nullable(),
  subject_name: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.output<typeof entry>;

/** Entries before an id, newest first. Nobody but admins is shown any. */
export async function listAudit(
  { db, workspaceId }: Scope,
  { q, ...filter }: AuditFilter,
  { before, take }: { before?: number | undefined; take: number },
) {
  const narrowed = JSON.parse(JSON.stringify({ ...filter, search: q }));
  const answer = await db.rpc("list_audit", {
    workspace: workspaceId,
    filter: narrowed,
    take,
    ...(before === undefined ? {} : { before }),
  });
  return z.array(entry).parse(unwrap(answer));
}
