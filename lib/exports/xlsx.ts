import { PassThrough, Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { Column, Pages } from "./column.ts";
import { PageCursor } from "./page-cursor.ts";
import { headerRow, rowWriter } from "./xlsx-cell.ts";
import * as part from "./xlsx-parts.ts";

const MAX_SHEET_ROWS = 1_048_576;
/** So many rows are turned into XML at once: enough to be fast, little enough to hold. */
const ROWS_A_CHUNK = 500;
// Level 3 is near the smallest size and twice as fast as the usual 6.
const ZIP = { compressionLevel: 3, mtime: new Date(2000, 0, 1) };

/**
 * An Excel workbook as a stream, in constant memory: numbers and dates (UTC) as such, header frozen,
 * further sheets past Excel's row limit, text as inline strings, which are never evaluated. Counts of
 * more than 15 digits are text, because Excel would round them; longer text than Excel holds is cut.
 *
 * The `xlsx` package holds the whole workbook (534 MB at 100,000 rows), so only the tests read with it.
 */
export function xlsxStream(
  columns: readonly Column[],
  pages: Pages,
  maxSheetRows = MAX_SHEET_ROWS,
): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const output = new PassThrough();
  const left = new AbortController();
  output.once("close", () => left.abort());
  const fail = (error: Error) => output.destroy(error);
  zip.on("error", fail);
  zip.outputStream.pipe(output);
  fill(zip, columns, pages, maxSheetRows, left.signal).catch(fail);
  // safe because these are the platform's web streams, and a zip delivers nothing but bytes.
  return Readable.toWeb(output) as ReadableStream<Uint8Array>;
}

async function fill(
  zip: ZipFile,
  columns: readonly Column[],
  pages: Pages,
  maxSheetRows: number,
  signal: AbortSignal,
) {
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name, ZIP);
  const cursor = new PageCursor(pages);
  try {
    add("_rels/.rels", part.ROOT_RELATIONS);
    add("xl/styles.xml", part.STYLES);
    let sheets = 0;
    do {
      sheets++;
      const source = Readable.from(sheet(columns, cursor, maxSheetRows), {
        objectMode: false,
        signal,
      });
      zip.addReadStream(source, `xl/worksheets/sheet${sheets}.xml`, ZIP);
      await finished(source);
    } while (await cursor.more());
    add("xl/workbook.xml", part.workbook(sheets));
    add("xl/_rels/workbook.xml.rels", part.workbookRelations(sheets));
    add("[Content_Types].xml", part.contentTypes(sheets));
    zip.end();
  } finally {
    await cursor.end();
  }
}

async function* sheet(columns: readonly Column[], cursor: PageCursor, maxSheetRows: number) {
  const row = rowWriter(columns);
  yield part.sheetHead(columns) + headerRow(columns);
  let written = 1;
  while (written < maxSheetRows && (await cursor.more())) {
    let xml = "";
    for (const cells of cursor.take(Math.min(ROWS_A_CHUNK, maxSheetRows - written))) {
      written++;
      xml += row(cells, written);
    }
    yield xml;
  }
  yield part.SHEET_TAIL;
}
