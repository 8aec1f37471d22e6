import { AppError } from "../errors.ts";
import { checkRows } from "./check-rows.ts";
import { chosenRoles, detectRoles } from "./column-roles.ts";
import { readCsv } from "./csv-grid.ts";
import { decodeText } from "./decode-text.ts";
import { fileKind } from "./file-kind.ts";
import { readTable, type Table } from "./table.ts";
import type { Mapping, ReadUpload } from "./upload.ts";
import { readWorkbook } from "./workbook.ts";

type Source = Pick<ReadUpload, "filename" | "kind" | "sheet" | "sheets">;

/**
 * Reads a file of links and checks every row. What cannot be used at all is an AppError whose
 * sentence says why; a single faulty row never is. Without a mapping the columns are detected;
 * when no column holds links, `needsLinkColumn` is true and no row has been judged yet.
 */
export async function readUpload(
  bytes: Uint8Array,
  filename: string,
  contentType: string | null,
  mapping: Mapping = {},
): Promise<ReadUpload> {
  const kind = fileKind(bytes, filename, contentType);
  const name = cleanName(filename);
  if (kind === "csv") {
    const table = readTable(readCsv(decodeText(bytes)));
    return judged({ filename: name, kind, sheet: null, sheets: [] }, table, mapping);
  }
  const { sheet, sheets, table } = await readWorkbook(bytes, mapping.sheet);
  return judged({ filename: name, kind, sheet, sheets }, table, mapping);
}

function judged(source: Source, table: Table, mapping: Mapping): ReadUpload {
  if (table.rows.length === 0) throw noRows(table);
  const roles = mapping.roles ? chosenRoles(table, mapping.roles) : detectRoles(table.columns);
  const needsLinkColumn = !roles.includes("link");
  const lists = needsLinkColumn
    ? { accepted: [], rejected: [], duplicates: [] }
    : checkRows(table, roles);
  return {
    ...source,
    headerRow: table.headerRow,
    fileRows: table.fileRows,
    columns: table.columns.map(({ name, samples, filled }, index) => ({
      name,
      role: roles[index] ?? "keep",
      samples,
      filled,
    })),
    needsLinkColumn,
    rowsRead: table.rows.length,
    ...lists,
  };
}

function noRows({ columns }: Table) {
  return new AppError(
    "invalid_input",
    columns.length === 0
      ? "This file is empty. Add a header and at least one link, and upload it again."
      : "This file has a header and no rows below it. Add at least one link and upload it again.",
  );
}

// Names are stored and shown: no control characters, no half characters, no folder, no novel.
function cleanName(filename: string) {
  const base = filename.split(/[\\/]/).at(-1) ?? "";
  const name = base
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, 200);
  return name.toWellFormed() || "upload";
}
