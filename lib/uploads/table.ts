import { type FileRows, fileRowsOf } from "./file-rows.ts";
import { type Grid, tooManyRows } from "./grid.ts";
import { findHeader, looksLikeLink } from "./header.ts";
import { platformNamed } from "./platform-name.ts";
import { MAX_ROWS } from "./upload.ts";

/** What the cells of one column are. `links` and `platforms` count the first rows only. */
export type ColumnFacts = {
  name: string;
  filled: number;
  samples: string[];
  sampled: number;
  links: number;
  platforms: number;
};

/** A grid with its header found: named columns and data rows. */
export type Table = {
  /** The header's row in the file; null when it has none. */
  headerRow: number | null;
  fileRows: FileRows;
  columns: ColumnFacts[];
  rows: string[][];
};

const SAMPLED_ROWS = 200;
const SAMPLES = 3;

/** Finds the header and names the columns. Throws AppError for more rows than are allowed. */
export function readTable(grid: Grid): Table {
  const header = findHeader(grid);
  const rows = grid.rows.slice(header + 1);
  if (rows.length > MAX_ROWS) throw tooManyRows();
  const headerRow = header === -1 ? null : (grid.lines[header] ?? header + 1);
  const fileRows = fileRowsOf(grid.lines.slice(header + 1));
  return { headerRow, fileRows, columns: describeColumns(grid.rows[header] ?? [], rows), rows };
}

/** Every column of the rows, named by the header where that has a name. */
export function describeColumns(header: string[], rows: string[][]): ColumnFacts[] {
  const width = rows.reduce((most, cells) => Math.max(most, usedLength(cells)), usedLength(header));
  const columns = uniqueNames(header, width).map(emptyFacts);
  rows.forEach((cells, index) => {
    addFacts(columns, cells, index < SAMPLED_ROWS);
  });
  return columns;
}

function usedLength(cells: string[]) {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.trim() === "") length--;
  return length;
}

/** Every column gets a name, and no two the same, so that exports can tell them apart. */
function uniqueNames(header: string[], width: number) {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const wanted = header[index]?.trim() || `Column ${index + 1}`;
    let name = wanted;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${wanted} (${copy})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function emptyFacts(name: string): ColumnFacts {
  return { name, filled: 0, samples: [], sampled: 0, links: 0, platforms: 0 };
}

function addFacts(columns: ColumnFacts[], cells: string[], isSampled: boolean) {
  const length = Math.min(cells.length, columns.length);
  for (let index = 0; index < length; index++) {
    const cell = cells[index];
    const facts = columns[index];
    if (!facts || !cell || cell.trim() === "") continue;
    facts.filled++;
    if (isSampled) addSample(facts, cell.trim());
  }
}

function addSample(facts: ColumnFacts, cell: string) {
  facts.sampled++;
  if (looksLikeLink(cell)) facts.links++;
  if (platformNamed(cell)) facts.platforms++;
  if (facts.samples.length < SAMPLES && !facts.samples.includes(cell)) facts.samples.push(cell);
}
