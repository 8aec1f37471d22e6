import type { Column, Pages } from "./column.ts";
import { csvStream } from "./csv.ts";
import { attachment, safeFileName } from "./file-name.ts";
import { jsonlStream } from "./jsonl.ts";
import { xlsxStream } from "./xlsx.ts";

const FORMATS = {
  csv: { stream: csvStream, type: "text/csv; charset=utf-8" },
  xlsx: {
    stream: xlsxStream,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  jsonl: { stream: jsonlStream, type: "application/x-ndjson; charset=utf-8" },
} as const;

export type Format = keyof typeof FORMATS;

/** Rows as a file that is written while it is read. `name` comes without its extension. */
export function download(
  format: Format,
  name: string,
  columns: readonly Column[],
  pages: Pages,
  headers: Record<string, string> = {},
) {
  const { stream, type } = FORMATS[format];
  return new Response(stream(columns, pages), {
    headers: {
      "content-type": type,
      "content-disposition": attachment(safeFileName(name, format)),
      ...headers,
    },
  });
}
