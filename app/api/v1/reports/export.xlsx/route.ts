import { userRoute } from "@/lib/api/route";
import { exportReport, exportTable } from "@/lib/reports/export-report";
import { workbookQuery } from "@/lib/reports/period";

// GET /api/v1/reports/export.xlsx - the whole report, a sheet each; with ?table= that one alone
export const GET = userRoute({ query: workbookQuery }, ({ scope, query: { table, ...query } }) =>
  table ? exportTable(scope, { ...query, table }, "xlsx") : exportReport(scope, query),
);
