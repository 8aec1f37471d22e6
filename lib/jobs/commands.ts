import "server-only";
import { storableText } from "@/lib/storable";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";
import type { ReadUpload, RejectedRow } from "@/lib/uploads/upload";

/** What becomes a job: the rows of a file, or a single link. */
type NewJob = Pick<
  ReadUpload,
  "filename" | "sheet" | "fileRows" | "accepted" | "rejected" | "duplicates"
> & {
  kind: ReadUpload["kind"] | "link";
  columns: Pick<ReadUpload["columns"][number], "name" | "role">[];
};

/** Makes a queued job of the accepted rows, all or nothing. Returns its id. */
export async function createJob({ db, workspaceId }: Scope, upload: NewJob) {
  const kept = upload.columns.filter(({ role }) => role === "keep");
  const answer = await db.rpc("create_job", {
    upload: {
      workspace_id: workspaceId,
      source_filename: storableText(upload.filename),
      source_kind: upload.kind,
      sheet: upload.sheet && storableText(upload.sheet),
      upload_columns: upload.columns.map(({ name }) => storableText(name)),
      extra_columns: kept.map(({ name }) => storableText(name)),
      file_rows: upload.fileRows,
      rows: upload.accepted.map((row) => ({
        row_number: row.rowNumber,
        platform: row.platform,
        url: row.url,
        uploaded_url: storableText(row.uploadedUrl),
        external_id: row.externalId,
        extra: row.extra.map(storableText),
      })),
      rejected: [...upload.rejected, ...upload.duplicates].map(storableRejection),
    },
  });
  return unwrap(answer);
}

function storableRejection(row: RejectedRow) {
  return {
    row_number: row.rowNumber,
    problem: row.problem,
    field: storableText(row.field),
    found: storableText(row.found),
    expected: storableText(row.expected),
    cells: row.cells.map(storableText),
  };
}

/** Starts a queued job or resumes a cancelled one. Raises `conflict` when it runs or has ended. */
export async function runJob({ db }: Scope, id: string) {
  unwrap(await db.rpc("run_job", { job: id }));
}

/** No further row is taken. Raises `conflict` when the job has ended. */
export async function cancelJob({ db }: Scope, id: string) {
  unwrap(await db.rpc("cancel_job", { job: id }));
}

/** Queues the failed rows again, or only the given ones. Returns how many. */
export async function retryJob({ db }: Scope, id: string, rows: number[] | null) {
  return unwrap(
    await db.rpc("retry_job", rows === null ? { job: id } : { job: id, only_rows: rows }),
  );
}

/** Measures every row of an ended job anew. */
export async function rerunJob({ db }: Scope, id: string) {
  unwrap(await db.rpc("rerun_job", { job: id }));
}

/** Deletes a job with its rows; posts and their snapshots stay. */
export async function deleteJob({ db }: Scope, id: string) {
  unwrap(await db.rpc("delete_job", { job: id }));
}
