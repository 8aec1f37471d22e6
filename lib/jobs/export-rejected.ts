import "server-only";
import { recordExport } from "@/lib/audit/record-export";
import type { Column, Row } from "@/lib/exports/column";
import { csvStream } from "@/lib/exports/csv";
import { attachment, safeFileName } from "@/lib/exports/file-name";
import { getJobHead, getUploadShape, rejectedRows } from "@/lib/jobs/queries";
import { rejectionSentence } from "@/lib/jobs/upload-answer";
import type { Scope } from "@/lib/supabase/server";
import { type FileRows, fileRow } from "@/lib/uploads/file-rows";
import type { ReadUpload, RejectedRow, RowProblem } from "@/lib/uploads/upload";

type Rejection = Pick<RejectedRow, "problem" | "field" | "found" | "expected" | "cells"> & {
  rowNumber: number;
};

/** The rejected rows of a job as CSV: the file's own columns, then its row in the file and the error. */
export async function exportRejected(scope: Scope, id: string) {
  const job = await getJobHead(scope, id);
  const { names, fileRows } = await getUploadShape(scope, id);
  async function* pages() {
    for await (const rows of rejectedRows(scope, id)) {
      yield rows.map((row) =>
        rejectedCells(names.length, {
          ...row,
          rowNumber: fileRow(fileRows, row.row_number),
          // safe because create_job stored what readUpload found
          problem: row.problem as RowProblem,
        }),
      );
    }
  }
  await recordExport(scope, `rejected rows of the job ${job.source_filename}`, "csv");
  return rejectedDownload(job.source_filename, [...names, rowName(fileRows)], pages());
}

/** The same for a file that has only been checked. */
export function downloadRejected(upload: ReadUpload) {
  const names = upload.columns.map(({ name }) => name);
  const rows = [...upload.rejected, ...upload.duplicates].sort((a, b) => a.rowNumber - b.rowNumber);
  async function* pages() {
    yield rows.map((row) =>
      rejectedCells(names.length, { ...row, rowNumber: fileRow(upload.fileRows, row.rowNumber) }),
    );
  }
  return rejectedDownload(upload.filename, [...names, rowName(upload.fileRows)], pages());
}

/** Pasted links stand in no file. */
function rowName(fileRows: FileRows) {
  return fileRows ? "file_row" : "row_number";
}

function rejectedDownload(filename: string, names: string[], pages: AsyncIterable<Row[]>) {
  const columns = [...names, "error"].map(
    (name): Column => ({ key: name, header: name, type: "text" }),
  );
  const stem = filename.replace(/\.[^.]*$/, "");
  return new Response(csvStream(columns, pages), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": attachment(safeFileName(`${stem}_rejected`, "csv")),
    },
  });
}

function rejectedCells(width: number, row: Rejection): Row {
  const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? null);
  return [...cells, String(row.rowNumber), rejectionSentence(row)];
}
