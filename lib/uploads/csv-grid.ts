import { MAX_RECORD_CHARACTERS, parseCsv, parseCsvSample, recordTooLong } from "./csv-parser.ts";
import { detectDelimiter } from "./delimiter.ts";
import {
  type Grid,
  HEADER_SEARCH_ROWS,
  isBlank,
  MAX_COLUMNS,
  MAX_GRID_ROWS,
  tooManyColumns,
} from "./grid.ts";

const SAMPLE_CHARACTERS = 131_072;
const SEPARATOR_LINE = /^"?sep=(.)"?\n/i;

/** Reads the text of a CSV file, whatever its delimiter and line ends. Throws AppError. */
export function readCsv(file: string): Grid {
  const text = file.includes("\r") ? file.replace(/\r\n?/g, "\n") : file;
  const separator = SEPARATOR_LINE.exec(text.slice(0, 16));
  const body = separator ? text.slice(separator[0].length) : text;
  const delimiter = separator?.[1] ?? detectDelimiter(body);
  const grid = body.includes('"') ? readQuoted(body, delimiter) : readPlain(body, delimiter);
  if (separator) grid.lines = grid.lines.map((line) => line + 1);
  return grid;
}

// Without a single quote every line is a row and needs no parser, which is several times as fast.
function readPlain(text: string, delimiter: string): Grid {
  const grid: Grid = { rows: [], lines: [] };
  let start = 0;
  for (let line = 1; start < text.length && grid.rows.length < MAX_GRID_ROWS; line++) {
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    if (end - start > MAX_RECORD_CHARACTERS) throw recordTooLong(line);
    if (end > start) addRow(grid, text.slice(start, end).split(delimiter), line);
    start = end + 1;
  }
  return grid;
}

function addRow({ rows, lines }: Grid, cells: string[], line: number) {
  if (isBlank(cells)) return;
  if (cells.length > MAX_COLUMNS) withoutBlankEnd(cells, line);
  if (lines.length < HEADER_SEARCH_ROWS) lines.push(line);
  rows.push(cells);
}

function readQuoted(text: string, delimiter: string): Grid {
  const rows = parseCsv(text, delimiter, MAX_GRID_ROWS);
  rows.forEach((cells, index) => {
    if (cells.length > MAX_COLUMNS) withoutBlankEnd(cells, index + 1);
  });
  const sample = parseCsvSample(text.slice(0, SAMPLE_CHARACTERS), delimiter, HEADER_SEARCH_ROWS);
  return { rows, lines: sample.map(({ line }) => line) };
}

// Spreadsheets often write blank cells far to the right. They are no columns.
function withoutBlankEnd(cells: string[], row: number) {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.trim() === "") length--;
  if (length > MAX_COLUMNS) throw tooManyColumns(row);
  cells.length = length;
}
