import { fileRow } from "@/lib/uploads/file-rows";
import { ROW_PROBLEM_SENTENCES } from "@/lib/uploads/row-problems";
import type { ReadUpload, RejectedRow } from "@/lib/uploads/upload";

const PREVIEW_ROWS = 20;

/** The original's answer to an upload: `total_rows` is `valid_rows + invalid_rows`, duplicates among the latter. */
export function uploadAnswer(id: string | null, upload: ReadUpload) {
  const invalid = [...upload.rejected, ...upload.duplicates].sort(
    (a, b) => a.rowNumber - b.rowNumber,
  );
  return {
    job_id: id,
    filename: upload.filename,
    total_rows: upload.rowsRead,
    valid_rows: upload.accepted.length,
    invalid_rows: invalid.length,
    duplicate_rows: upload.duplicates.length,
    invalid_preview: invalid.slice(0, PREVIEW_ROWS).map((row) => ({
      row_index: row.rowNumber,
      file_row: fileRow(upload.fileRows, row.rowNumber),
      error_messages: [rejectionSentence(row)],
    })),
  };
}

/** One rejected row in a sentence: what is wrong where, what was found, what was expected. */
export function rejectionSentence(
  row: Pick<RejectedRow, "problem" | "field" | "found" | "expected">,
) {
  const { title, mend } = ROW_PROBLEM_SENTENCES[row.problem];
  return `${title}. ${row.field}: found "${row.found}", expected ${row.expected}. ${mend}`;
}
