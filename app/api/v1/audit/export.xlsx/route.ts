import { userRoute } from "@/lib/api/route";
import { exportAudit } from "@/lib/audit/export-audit";
import { auditFilter } from "@/lib/audit/schema";

export const maxDuration = 300;

// GET /api/v1/audit/export.xlsx - for admins: the filtered log, streamed
export const GET = userRoute({ query: auditFilter }, ({ scope, query }) =>
  exportAudit(scope, query, "xlsx"),
);
