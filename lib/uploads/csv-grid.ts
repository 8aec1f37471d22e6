import { scanCsv } from "./csv-rows.ts";
import { detectDelimiter } from "./delimiter.ts";
import { type Grid, isBlank, MAX_COLUMNS, MAX_GRID_ROWS, tooManyColumns } from "./grid.ts";

// Excel's own way to name the delimiter, which it then leaves out of the sheet.
const SEPARATOR_LINE = /^"?sep=(.)"?\n/i;

/** Reads the text of a CSV file, whatever its delimiter and line ends. Throws AppError. */
export function readCsv(file: string): Grid {
  const text = file.includes("\r") ? file.replace(/\r\n?/g, "\n") : file;
  const separator = SEPARATOR_LINE.exec(text.slice(0, 16));
  const body = separator ? text.slice(separator[0].length) : text;
  const linesAbove = separator ? 1 : 0;
  const grid: Grid = { rows: [], lines: [] };
  let row = 0;
  scanCsv(body, separator?.[1] ?? detectDelimiter(body), (cells, line) => {
    row++;
    if (isBlank(cells)) return true;
    if (cells.length > MAX_COLUMNS) dropBlankEnd(cells, line + linesAbove);
    grid.lines.push(row);
    grid.rows.push(cells);
    return grid.rows.length < MAX_GRID_ROWS;
  });
  return grid;
}

// Spreadsheets often write blank cells far to the right. They are no columns.
function dropBlankEnd(cells: string[], line: number) {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.trim() === "") length--;
  if (length > MAX_COLUMNS) throw tooManyColumns(line);
  cells.length = length;
}
