import { type CellType, type Column, isDecimal, type Row } from "./column.ts";
import { STYLE } from "./xlsx-parts.ts";

/** Excel refuses a workbook with a longer cell. */
const MAX_CELL_LENGTH = 32_767;
/** Excel keeps 15 digits of a number and drops the rest. */
const MAX_EXACT_DIGITS = 15;
const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Excel counts a 29 February 1900 that never was: dates before 1 March 1900 have no sure number. */
const FIRST_SURE_DAY = 61;

/** Writes one row's cells as XML; `rowNumber` is 1-based in its sheet. Missing cells are left out. */
export function rowWriter(columns: readonly Column[]): (row: Row, rowNumber: number) => string {
  const letters = columns.map((_, index) => columnLetters(index));
  const types = columns.map(({ type }) => type);
  return (row, rowNumber) => {
    let cells = `<row r="${rowNumber}">`;
    for (const [index, type] of types.entries()) {
      const cell = row[index];
      if (cell != null) cells += valueCell(`${letters[index]}${rowNumber}`, cell, type);
    }
    return `${cells}</row>`;
  };
}

export function headerRow(columns: readonly Column[]): string {
  const cells = columns.map(({ header }, index) =>
    textCell(`${columnLetters(index)}1`, header, STYLE.header),
  );
  return `<row r="1">${cells.join("")}</row>`;
}

function valueCell(place: string, cell: string, type: CellType): string {
  if (type === "datetime") {
    const serial = (Date.parse(cell) - DAY_ZERO) / DAY_MS;
    if (serial >= FIRST_SURE_DAY)
      return `<c r="${place}" s="${STYLE.datetime}"><v>${serial}</v></c>`;
  } else if (type === "number" || type === "count") {
    const exact = type === "number" || cell.length <= MAX_EXACT_DIGITS;
    if (exact && isDecimal(cell)) return `<c r="${place}"><v>${cell}</v></c>`;
  }
  return textCell(place, cell, STYLE.plain);
}

// An inline string is text whatever it begins with: nothing in it is ever evaluated.
function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

// What XML cannot hold or would change, and texts that look like the escape for it (`_x0041_`).
const SPECIAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped.
  /[&<>]|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[\da-fA-F]{4}_)/g;
const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(text: string): string {
  const short = text.length > MAX_CELL_LENGTH ? cut(text) : text;
  return short.replace(SPECIAL, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return NAMED[character] ?? `_x${code}_`;
  });
}

function cut(text: string): string {
  // A character of two halves stays whole or goes.
  return `${text.slice(0, MAX_CELL_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
