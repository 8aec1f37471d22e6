/** How a column's cells are written. `json` cells are JSON text, shown as such in CSV and XLSX. */
export type CellType = "text" | "count" | "number" | "datetime" | "json";

/** `key` names the column in JSON lines, `header` in CSV and XLSX. */
export type Column = { key: string; header: string; type: CellType };

/**
 * Cells in the order of the columns; null is a missing one.
 * Counts and numbers are decimal text, datetimes ISO 8601 with an offset.
 */
export type Row = readonly (string | null)[];

/** What every export writes: rows a page at a time, so that no more than one need be held. */
export type Pages = AsyncIterable<readonly Row[]>;

/** A number as JSON writes it: everything else in a number column is treated as text. */
const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}
