import "server-only";
import { platformNotes } from "@/lib/jobs/platform-notes";
import { fileRow } from "@/lib/uploads/file-rows";
import { groupProblems } from "@/lib/uploads/problem-groups";
import { ROW_PROBLEM_SENTENCES } from "@/lib/uploads/row-problems";
import type { ReadUpload } from "@/lib/uploads/upload";

const FIRST_ROWS = 5;

/** What a checked file looks like before anybody commits to it. */
export function previewUpload(upload: ReadUpload) {
  const platforms: Record<string, number> = {};
  for (const { platform } of upload.accepted) platforms[platform] = (platforms[platform] ?? 0) + 1;
  const { filename, kind, sheet, sheets, headerRow, fileRows, columns, rowsRead } = upload;
  return {
    filename,
    kind,
    sheet,
    sheets,
    headerRow,
    columns,
    needsLinkColumn: upload.needsLinkColumn,
    rowsRead,
    acceptedRows: upload.accepted.length,
    rejectedRows: upload.rejected.length,
    duplicateRows: upload.duplicates.length,
    platforms,
    groups: groupProblems([...upload.rejected, ...upload.duplicates]).map((group) => {
      const { title, explanation, mend } = ROW_PROBLEM_SENTENCES[group.problem];
      const examples = group.examples.map(({ rowNumber, found, expected }) => {
        return { fileRow: fileRow(fileRows, rowNumber), found, expected };
      });
      return { problem: group.problem, count: group.count, title, explanation, mend, examples };
    }),
    firstRows: upload.accepted.slice(0, FIRST_ROWS).map(({ rowNumber, platform, url, extra }) => {
      return { fileRow: fileRow(fileRows, rowNumber), platform, url, extra };
    }),
    notes: platformNotes(platforms),
  };
}
