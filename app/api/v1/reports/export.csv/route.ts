import { userRoute } from "@/lib/api/route";
import { exportTable } from "@/lib/reports/export-report";
import { tableQuery } from "@/lib/reports/period";

// GET /api/v1/reports/export.csv?table= - one table of the report
export const GET = userRoute({ query: tableQuery }, ({ scope, query }) =>
  exportTable(scope, query, "csv"),
);
