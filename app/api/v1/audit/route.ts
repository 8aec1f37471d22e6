import { userRoute } from "@/lib/api/route";
import { requireAuditor } from "@/lib/audit/export-audit";
import { listAudit } from "@/lib/audit/queries";
import { auditQuery } from "@/lib/audit/schema";
import { auditSentence } from "@/lib/audit/sentence";

// GET /api/v1/audit - for admins: who changed what, newest first; `next_before` is the next page's `before`
export const GET = userRoute({ query: auditQuery }, async ({ scope, query }) => {
  requireAuditor(scope);
  const { before, limit, ...filter } = query;
  const found = await listAudit(scope, filter, { before, take: limit });
  const items = found.map((entry) => ({ ...entry, sentence: auditSentence(entry) }));
  return { items, next_before: items.length === limit ? (items.at(-1)?.id ?? null) : null };
});
