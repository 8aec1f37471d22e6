import { type Column, isDecimal, type Pages, type Row } from "./column.ts";
import { neutralise } from "./formula.ts";
import { pageStream } from "./page-stream.ts";

const BYTE_ORDER_MARK = "\uFEFF";
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * CSV for spreadsheets: UTF-8 with byte order mark, CRLF, quotes only where needed. Missing cells are
 * empty. Text that would be evaluated gets an apostrophe (see formula.ts); numbers never do.
 *
 * Written by hand, because it is ten lines and csv-stringify takes several times as long per row.
 */
export function csvStream(columns: readonly Column[], pages: Pages): ReadableStream<Uint8Array> {
  const numeric = columns.map(({ type }) => type === "count" || type === "number");
  const header = columns.map(({ header }) => textCell(header)).join(",");

  function line(row: Row) {
    let text = "";
    for (let index = 0; index < numeric.length; index++) {
      const cell = row[index];
      if (index > 0) text += ",";
      if (cell == null) continue;
      text += numeric[index] && isDecimal(cell) ? cell : textCell(cell);
    }
    return `${text}\r\n`;
  }

  return pageStream(`${BYTE_ORDER_MARK}${header}\r\n`, pages, (rows) => {
    let text = "";
    for (const row of rows) text += line(row);
    return text;
  });
}

function textCell(text: string): string {
  const safe = neutralise(text);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
