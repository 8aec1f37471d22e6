import type { AuditFilter } from "@/lib/audit/schema";
import { searchString } from "@/lib/search";

type Asked = AuditFilter & { before?: number | undefined };

/** The page of the log with these filters. */
export function auditHref(asked: Asked) {
  return `/settings/audit${searchString(asked)}`;
}

/** The same entries as a file. */
export function auditFileHref(format: "csv" | "jsonl" | "xlsx", filter: AuditFilter) {
  return `/api/v1/audit/export.${format}${searchString(filter)}`;
}
