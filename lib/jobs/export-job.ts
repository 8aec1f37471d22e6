import "server-only";
import { csvStream } from "@/lib/exports/csv";
import { attachment, safeFileName } from "@/lib/exports/file-name";
import { jsonlStream } from "@/lib/exports/jsonl";
import { xlsxStream } from "@/lib/exports/xlsx";
import { exportColumns } from "@/lib/jobs/export-columns";
import { exportRows } from "@/lib/jobs/export-rows";
import { getJob } from "@/lib/jobs/queries";
import type { ResultFilter } from "@/lib/jobs/schema";
import type { Scope } from "@/lib/supabase/server";

const FORMATS = {
  csv: { stream: csvStream, type: "text/csv; charset=utf-8" },
  xlsx: {
    stream: xlsxStream,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  jsonl: { stream: jsonlStream, type: "application/x-ndjson; charset=utf-8" },
} as const;

/** A job's rows as a download, streamed. A job that has not ended is marked partial in name and rows. */
export async function exportJob(
  scope: Scope,
  id: string,
  filter: ResultFilter,
  format: keyof typeof FORMATS,
) {
  const job = await getJob(scope, id);
  const partial = job.status === "completed" ? "" : "_partial";
  const { stream, type } = FORMATS[format];
  const body = stream(exportColumns(job.extra_columns), exportRows(scope, job, filter));
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": attachment(safeFileName(`job_${id}_results${partial}`, format)),
      "x-export-state": job.status === "completed" ? "complete" : "partial",
    },
  });
}
