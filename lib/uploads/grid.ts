import { AppError } from "../errors.ts";
import { MAX_ROWS } from "./upload.ts";

/** A file as cells: blank rows left out, nothing interpreted yet. */
export type Grid = {
  rows: string[][];
  /** The row of each in the file, from 1, as a spreadsheet shows it: blank rows count, and a cell of several lines is one row. */
  lines: number[];
};

/** How far down a header is looked for. */
export const HEADER_SEARCH_ROWS = 100;
export const MAX_COLUMNS = 256;
/** Readers stop here: more cannot be data rows that are allowed. */
export const MAX_GRID_ROWS = MAX_ROWS + HEADER_SEARCH_ROWS + 1;

export function isBlank(cells: string[]): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}

export function tooManyRows(): AppError {
  const limit = MAX_ROWS.toLocaleString("en");
  return new AppError(
    "too_large",
    `This file has more than ${limit} rows. Split it into files of at most ${limit} rows.`,
  );
}

export function tooManyColumns(row: number): AppError {
  return new AppError(
    "too_large",
    `Row ${row.toLocaleString("en")} has more than ${MAX_COLUMNS} columns, the most that are read. Remove the columns that are not needed and upload it again.`,
  );
}
