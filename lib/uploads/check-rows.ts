import type { PlatformId } from "../platforms/platform.ts";
import { fileRow } from "./file-rows.ts";
import { judgeRow } from "./row-verdict.ts";
import type { Table } from "./table.ts";
import type { AcceptedRow, ColumnRole, RejectedRow } from "./upload.ts";

export type CheckedRows = {
  accepted: AcceptedRow[];
  rejected: RejectedRow[];
  duplicates: RejectedRow[];
};

const FOUND_CHARACTERS = 300;

/** Puts every data row into exactly one of the three lists. */
export function checkRows({ columns, rows, fileRows }: Table, roles: ColumnRole[]): CheckedRows {
  const checked: CheckedRows = { accepted: [], rejected: [], duplicates: [] };
  const linkColumn = roles.indexOf("link");
  const platformColumn = roles.indexOf("platform");
  const linkName = columns[linkColumn]?.name ?? "";
  const platformName = columns[platformColumn]?.name ?? "";
  const kept = roles.flatMap((role, index) => (role === "keep" ? [index] : []));
  const firstRows = new FirstRows();

  rows.forEach((cells, index) => {
    const rowNumber = index + 1;
    const linkCell = cellAt(cells, linkColumn);
    const platformCell = cellAt(cells, platformColumn);
    const verdict = judgeRow(linkCell, platformCell);
    if (verdict.kind === "faulty") {
      const { problem, expected } = verdict;
      const isLink = verdict.in === "link";
      const found = shortened(isLink ? linkCell : platformCell);
      const field = isLink ? linkName : platformName;
      checked.rejected.push({ rowNumber, problem, field, found, expected, cells });
      return;
    }
    const { platform, url } = verdict.link;
    const externalId = verdict.link.kind === "post" ? verdict.link.externalId : null;
    const first = firstRows.of(platform, externalId ?? url, rowNumber);
    if (first !== rowNumber) {
      const row = fileRow(fileRows, first).toLocaleString("en");
      const expected = `a post of its own: row ${row} has the same one`;
      const found = shortened(linkCell);
      const problem = "duplicate";
      checked.duplicates.push({ rowNumber, problem, field: linkName, found, expected, cells });
      return;
    }
    const extra: string[] = [];
    for (const column of kept) extra.push(cellAt(cells, column));
    checked.accepted.push({ rowNumber, platform, url, uploadedUrl: linkCell, externalId, extra });
  });
  return checked;
}

/** Remembers which row had a post first. A map per platform, because joined keys cost twice the time. */
class FirstRows {
  #rows = new Map<PlatformId, Map<string, number>>();

  of(platform: PlatformId, post: string, rowNumber: number) {
    let rows = this.#rows.get(platform);
    if (!rows) {
      rows = new Map();
      this.#rows.set(platform, rows);
    }
    const first = rows.get(post);
    if (first === undefined) rows.set(post, rowNumber);
    return first ?? rowNumber;
  }
}

function cellAt(cells: string[], column: number) {
  return cells[column]?.trim() ?? "";
}

function shortened(text: string) {
  return text.length > FOUND_CHARACTERS
    ? `${text.slice(0, FOUND_CHARACTERS).toWellFormed()}…`
    : text;
}
