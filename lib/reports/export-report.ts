import "server-only";
import { recordExport } from "@/lib/audit/record-export";
import type { Pages, Row } from "@/lib/exports/column";
import { download } from "@/lib/exports/download";
import { downloadWorkbook } from "@/lib/exports/workbook";
import { aboutTable } from "@/lib/reports/about-table";
import { type ReportQuery, reportDays, TABLES, type TableName } from "@/lib/reports/period";
import { readReport } from "@/lib/reports/read-report";
import { SHEET_NAMES, TABLE_OF } from "@/lib/reports/tables";
import type { Scope } from "@/lib/supabase/server";

/** One table of the report as a file. */
export async function exportTable(
  scope: Scope,
  { table, ...query }: ReportQuery & { table: TableName },
  format: "csv" | "xlsx",
) {
  const { columns, rows } = TABLE_OF[table](await wholeReport(scope, query));
  await recordExport(scope, `the report's ${SHEET_NAMES[table].toLowerCase()}`, format, query);
  return download(format, fileName(scope, query, table), columns, onePage(rows));
}

/** The whole report as a workbook: a sheet each, and one that says of what it is. */
export async function exportReport(scope: Scope, query: ReportQuery) {
  const report = await wholeReport(scope, query);
  await recordExport(scope, "the report", "xlsx", query);
  return downloadWorkbook(fileName(scope, query, "report"), [
    aboutTable(scope, report, query.platform),
    ...TABLES.map((table) => ({ name: SHEET_NAMES[table], ...TABLE_OF[table](report) })),
  ]);
}

/** A file has all of its parts or is not made. */
async function wholeReport(scope: Scope, query: ReportQuery) {
  const parts = readReport(scope, query);
  const [periods, people, hashtags, posts, growing, times] = await Promise.all([
    parts.periods,
    parts.people,
    parts.hashtags,
    parts.posts,
    parts.growing,
    parts.times,
  ]);
  return { periods, people, hashtags, posts, growing, times };
}

function fileName({ timeZone }: Scope, query: ReportQuery, what: string) {
  const { from, until } = reportDays(query, timeZone);
  return `${what} ${from} to ${until}${query.platform ? ` ${query.platform}` : ""}`;
}

async function* onePage(rows: Row[]): Pages {
  yield rows;
}
