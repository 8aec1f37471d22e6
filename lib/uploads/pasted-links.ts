import { AppError } from "../errors.ts";
import { checkRows } from "./check-rows.ts";
import { isBlank, tooManyRows } from "./grid.ts";
import { describeColumns } from "./table.ts";
import { MAX_BYTES, MAX_ROWS, type ReadUpload } from "./upload.ts";

const BETWEEN_LINKS = /[\s,;]+(?=https?:\/\/)/i;

/**
 * Reads pasted text as one link a line; several links in a line are told apart.
 * Throws AppError when there is no text, or too much of it.
 */
export function readPastedLinks(text: string): ReadUpload {
  if (text.length > MAX_BYTES) {
    throw new AppError("too_large", "This text is too long. Upload it as a file instead.");
  }
  const rows = linksIn(text).map((link) => [link]);
  if (rows.length === 0)
    throw new AppError("invalid_input", "There is no link. Paste at least one.");
  if (rows.length > MAX_ROWS) throw tooManyRows();
  const columns = describeColumns(["link"], rows);
  return {
    filename: "Pasted links",
    kind: "paste",
    sheet: null,
    sheets: [],
    headerRow: null,
    fileRows: null,
    columns: columns.map(({ name, samples, filled }) => ({ name, role: "link", samples, filled })),
    needsLinkColumn: false,
    rowsRead: rows.length,
    ...checkRows({ headerRow: null, fileRows: null, columns, rows }, ["link"]),
  };
}

function linksIn(text: string) {
  const lines = text
    .toWellFormed()
    .replaceAll("\0", "\ufffd")
    .split(/\r\n?|\n/);
  return lines
    .flatMap((line) => line.split(BETWEEN_LINKS))
    .map((link) => link.trim().replace(/[,;]+$/, ""))
    .filter((link) => !isBlank([link]));
}
