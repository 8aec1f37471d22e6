import { AppError } from "../errors.ts";
import { dateStyles } from "./cell-dates.ts";
import { detectRoles } from "./column-roles.ts";
import { type Grid, HEADER_SEARCH_ROWS, isBlank, MAX_GRID_ROWS } from "./grid.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { type CellContext, rowCells } from "./sheet-cells.ts";
import { readTable, type Table } from "./table.ts";
import { readWorkbookIndex, type WorkbookIndex } from "./workbook-index.ts";
import { attribute, scanElements } from "./xml-scan.ts";
import { openZip, type ZipParts } from "./zip-parts.ts";

export type ReadSheet = { sheet: string; sheets: string[]; table: Table };

const MAX_SHEETS_TRIED = 20;

/**
 * Reads the sheet asked for, or else the one with links: the active sheet first, then the
 * others from left to right, hidden ones last. Throws AppError.
 */
export async function readWorkbook(bytes: Uint8Array, wanted?: string): Promise<ReadSheet> {
  const zip = await openZip(bytes);
  const index = await readWorkbookIndex(zip);
  const strings = await readSharedStrings(zip, index.sharedStrings);
  const dates = index.styles ? dateStyles(await zip.text(index.styles)) : [];
  const context = { strings, dates, countsFrom1904: index.countsFrom1904 };
  const sheets = index.sheets.map(({ name }) => name);

  const chosen =
    wanted === undefined ? await sheetWithLinks(zip, index, context) : find(index, wanted);
  const grid = await readSheet(zip, chosen.part, context, MAX_GRID_ROWS);
  return { sheet: chosen.name, sheets, table: readTable(grid) };
}

type Sheet = WorkbookIndex["sheets"][number];

function find({ sheets }: WorkbookIndex, wanted: string) {
  const sheet = sheets.find(({ name }) => name === wanted);
  if (sheet) return sheet;
  const names = sheets.map(({ name }) => `"${name}"`).join(", ");
  throw new AppError(
    "invalid_input",
    `This workbook has no sheet "${wanted}". It has: ${names}. Choose one of them.`,
  );
}

async function sheetWithLinks(zip: ZipParts, index: WorkbookIndex, context: CellContext) {
  const active = index.sheets[index.activeSheet] ?? index.sheets[0];
  const others = index.sheets.filter((sheet) => sheet !== active);
  const order = [active, ...others.filter(isVisible), ...others.filter(({ isHidden }) => isHidden)];
  const tried = order.filter((sheet) => sheet !== undefined).slice(0, MAX_SHEETS_TRIED);
  if (tried.length > 1) {
    for (const sheet of tried) if (await hasLinks(zip, sheet, context)) return sheet;
  }
  return tried[0] ?? find(index, "");
}

function isVisible({ isHidden }: Sheet) {
  return !isHidden;
}

async function hasLinks(zip: ZipParts, sheet: Sheet, context: CellContext) {
  const { columns, rows } = readTable(
    await readSheet(zip, sheet.part, context, HEADER_SEARCH_ROWS),
  );
  return rows.length > 0 && detectRoles(columns).includes("link");
}

async function readSheet(zip: ZipParts, part: string, context: CellContext, maxRows: number) {
  const grid: Grid = { rows: [], lines: [] };
  let row = 0;
  await scanElements(zip.pieces(part), "row", (tag, inner, prefix) => {
    row = Number(attribute(tag, "r") ?? row + 1);
    if (inner === "") return true;
    const cells = rowCells(inner, prefix, row, context);
    if (isBlank(cells)) return true;
    grid.lines.push(row);
    grid.rows.push(cells);
    return grid.rows.length < maxRows;
  });
  return grid;
}
