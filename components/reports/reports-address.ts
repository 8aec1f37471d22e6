import type { ReportQuery, TableName } from "@/lib/reports/period";
import { searchString } from "@/lib/search";

type Asked = Partial<ReportQuery>;

const DEFAULTS = { days: 30, measure: "views", by: "views" };

/** The report as a query string with its "?", without what is the default anyway. */
export function reportsQuery(asked: Asked) {
  return searchString(asked, DEFAULTS);
}

export function reportsHref(asked: Asked) {
  return `/reports${reportsQuery(asked)}`;
}

/** Where one table is a file; without one, the whole report. */
export function exportHref(asked: Asked, format: "csv" | "xlsx", table?: TableName) {
  return `/api/v1/reports/export.${format}${searchString({ ...asked, table }, DEFAULTS)}`;
}
