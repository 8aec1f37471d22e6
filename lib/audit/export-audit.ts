import "server-only";
import { type AuditEntry, listAudit } from "@/lib/audit/queries";
import { recordExport } from "@/lib/audit/record-export";
import type { AuditFilter } from "@/lib/audit/schema";
import { actorName, auditSentence } from "@/lib/audit/sentence";
import { AppError } from "@/lib/errors";
import type { Column, Row } from "@/lib/exports/column";
import { download, type Format } from "@/lib/exports/download";
import type { Scope } from "@/lib/supabase/server";
import { mayAs } from "@/lib/workspaces/schema";

const PAGE_ENTRIES = 1000;

const COLUMNS = (
  [
    ["id", "count"],
    ["at", "datetime"],
    ["actor", "text"],
    ["actor_email", "text"],
    ["actor_id", "text"],
    ["action", "text"],
    ["sentence", "text"],
    ["subject", "text"],
    ["subject_id", "text"],
    ["detail", "json"],
  ] as const
).map(([key, type]): Column => ({ key, header: key, type }));

/** Row level security shows others an empty log; here they are told so. */
export function requireAuditor({ role }: Scope) {
  if (mayAs(role, "admin")) return;
  throw new AppError("forbidden", "Only admins and owners read the audit log.");
}

/** The filtered log as a download, newest first, streamed. Taking it is the newest entry in it. */
export async function exportAudit(scope: Scope, filter: AuditFilter, format: Format) {
  requireAuditor(scope);
  await recordExport(scope, "the audit log", format, filter);
  return download(format, "audit-log", COLUMNS, entryPages(scope, filter));
}

async function* entryPages(scope: Scope, filter: AuditFilter): AsyncGenerator<Row[]> {
  let before: number | undefined;
  for (;;) {
    const entries = await listAudit(scope, filter, { before, take: PAGE_ENTRIES });
    if (entries.length > 0) yield entries.map(cellsOf);
    if (entries.length < PAGE_ENTRIES) return;
    before = entries.at(-1)?.id;
  }
}

function cellsOf(entry: AuditEntry): Row {
  return [
    String(entry.id),
    entry.at,
    actorName(entry),
    entry.actor_email,
    entry.actor_id,
    entry.action,
    `${actorName(entry)} ${auditSentence(entry)}`,
    entry.subject,
    entry.subject_id,
    JSON.stringify(entry.detail),
  ];
}
