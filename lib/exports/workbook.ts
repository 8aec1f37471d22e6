import { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { Column, Row } from "./column.ts";
import { attachment, safeFileName } from "./file-name.ts";
import { headerRow, rowWriter } from "./xlsx-cell.ts";
import * as part from "./xlsx-parts.ts";

const ZIP = { compressionLevel: 6, mtime: new Date(2000, 0, 1) };
const FIRST_ROW = 2;

/** A sheet of a few hundred rows; its name has at most 31 characters and none of \ / ? * [ ] : */
export type Sheet = { name: string; columns: readonly Column[]; rows: readonly Row[] };

/** An Excel workbook with a sheet for each table, written as `xlsxStream` writes its cells. */
export function downloadWorkbook(name: string, sheets: readonly Sheet[]) {
  return new Response(workbookStream(sheets), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": attachment(safeFileName(name, "xlsx")),
    },
  });
}

export function workbookStream(sheets: readonly Sheet[]): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const output = new PassThrough();
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name, ZIP);
  zip.on("error", (error: Error) => output.destroy(error));
  zip.outputStream.pipe(output);
  add("_rels/.rels", part.ROOT_RELATIONS);
  add("xl/styles.xml", part.STYLES);
  for (const [index, sheet] of sheets.entries()) {
    add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet));
  }
  add("xl/workbook.xml", part.workbookOf(sheets.map(({ name }) => name)));
  add("xl/_rels/workbook.xml.rels", part.workbookRelations(sheets.length));
  add("[Content_Types].xml", part.contentTypes(sheets.length));
  zip.end();
  // safe because these are the platform's web streams, and a zip delivers nothing but bytes.
  return Readable.toWeb(output) as ReadableStream<Uint8Array>;
}

function sheetXml({ columns, rows }: Sheet) {
  const write = rowWriter(columns);
  const cells = rows.map((row, index) => write(row, index + FIRST_ROW));
  return `${part.sheetHead(columns)}${headerRow(columns)}${cells.join("")}${part.SHEET_TAIL}`;
}
