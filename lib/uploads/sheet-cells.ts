import { dateText } from "./cell-dates.ts";
import { MAX_COLUMNS, tooManyColumns } from "./grid.ts";
import { richText } from "./shared-strings.ts";
import { attribute, xmlText } from "./xml-scan.ts";
import { damaged } from "./zip-parts.ts";

/** What is needed to turn a cell into text. */
export type CellContext = {
  strings: string[];
  dates: boolean[];
  countsFrom1904: boolean;
};

const SIMPLE_NUMBER = /^-?\d+(?:\.\d{1,12})?$/;

/** The cells of one row from its inner XML, in their columns. Throws AppError. */
export function rowCells(
  inner: string,
  prefix: string,
  row: number,
  context: CellContext,
): string[] {
  const opening = `<${prefix}c`;
  const closing = `</${prefix}c>`;
  const cells: string[] = [];
  let column = -1;
  let at = inner.indexOf(opening);
  while (at !== -1) {
    const tagEnd = inner.indexOf(">", at);
    if (tagEnd === -1) throw damaged();
    const tag = inner.slice(at, tagEnd);
    let end = tagEnd + 1;
    if (/[\s>]/.test(inner.charAt(at + opening.length)) && !tag.endsWith("/")) {
      const close = inner.indexOf(closing, end);
      if (close === -1) throw damaged();
      column = columnOf(attribute(tag, "r")) ?? column + 1;
      const value = cellText(tag, inner.slice(end, close), prefix, context);
      end = close + closing.length;
      if (value !== "") put(cells, column, value, row);
    } else if (tag.endsWith("/")) {
      column = columnOf(attribute(tag, "r")) ?? column + 1;
    }
    at = inner.indexOf(opening, end);
  }
  return cells;
}

function put(cells: string[], column: number, value: string, row: number) {
  if (column >= MAX_COLUMNS) throw tooManyColumns(row);
  while (cells.length < column) cells.push("");
  cells[column] = value;
}

/** "A1" is 0, "XFD9" is 16,383. */
function columnOf(reference: string | null) {
  if (!reference) return null;
  let column = 0;
  for (let index = 0; index < Math.min(reference.length, 4); index++) {
    const letter = reference.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column > 0 ? column - 1 : null;
}

function cellText(tag: string, inner: string, prefix: string, context: CellContext) {
  const type = attribute(tag, "t");
  if (type === "inlineStr") return richText(inner, prefix);
  const value = rawValue(inner, prefix);
  if (value === "") return "";
  if (type === "s") return context.strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type !== null && type !== "n") return xmlText(value);
  return numberText(value, Number(attribute(tag, "s") ?? -1), context);
}

function rawValue(inner: string, prefix: string) {
  const open = inner.indexOf(`<${prefix}v`);
  const start = open === -1 ? -1 : inner.indexOf(">", open) + 1;
  const end = start > 0 ? inner.indexOf(`</${prefix}v>`, start) : -1;
  return end === -1 ? "" : inner.slice(start, end);
}

// Workbooks hold 17 digits of a number; 15 of them are what was typed. Long ids stay whole.
function numberText(value: string, style: number, { dates, countsFrom1904 }: CellContext) {
  const date = dates[style] ? dateText(Number(value), countsFrom1904) : null;
  if (date !== null) return date;
  if (SIMPLE_NUMBER.test(value)) return value;
  const number = Number(value);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : xmlText(value);
}
