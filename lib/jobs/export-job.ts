import "server-only";
import { recordExport } from "@/lib/audit/record-export";
import { download, type Format } from "@/lib/exports/download";
import { exportColumns } from "@/lib/jobs/export-columns";
import { exportRows } from "@/lib/jobs/export-rows";
import { getJob } from "@/lib/jobs/queries";
import type { ResultFilter } from "@/lib/jobs/schema";
import type { Scope } from "@/lib/supabase/server";

/** A job's rows as a download, streamed. A job that has not ended is marked partial in name and rows. */
export async function exportJob(scope: Scope, id: string, filter: ResultFilter, format: Format) {
  const job = await getJob(scope, id);
  const complete = job.status === "completed";
  await recordExport(scope, `rows of the job ${job.source_filename}`, format, filter);
  return download(
    format,
    `job_${id}_results${complete ? "" : "_partial"}`,
    exportColumns(job.extra_columns),
    exportRows(scope, job, filter),
    { "x-export-state": complete ? "complete" : "partial" },
  );
}
