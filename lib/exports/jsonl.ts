import { type CellType, type Column, isDecimal, type Pages } from "./column.ts";
import { pageStream } from "./page-stream.ts";

/**
 * JSON lines: one object a row, keyed by the columns' keys, every key in every row. Missing is null.
 * Numbers are written digit by digit as they came, so counts beyond 2^53 stay exact.
 */
export function jsonlStream(columns: readonly Column[], pages: Pages): ReadableStream<Uint8Array> {
  const fields = columns.map(({ key, type }, index) => ({
    lead: `${index === 0 ? "{" : ","}${JSON.stringify(key)}:`,
    type,
  }));

  return pageStream("", pages, (rows) => {
    let text = "";
    for (const row of rows) {
      for (const [index, { lead, type }] of fields.entries()) {
        text += lead + jsonValue(row[index], type);
      }
      text += "}\n";
    }
    return text;
  });
}

function jsonValue(cell: string | null | undefined, type: CellType): string {
  if (cell == null) return "null";
  switch (type) {
    case "count":
    case "number":
      return isDecimal(cell) ? cell : JSON.stringify(cell);
    case "json":
      // Line breaks in JSON text stand only between its tokens, where a blank does as well.
      return cell.replace(/[\r\n]+/g, " ");
    default:
      return JSON.stringify(cell);
  }
}
