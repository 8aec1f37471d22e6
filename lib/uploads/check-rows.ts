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
export function checkRows({ columns, rows }: Table, roles: ColumnRole[]): CheckedRows {
  const checked: CheckedRows = { accepted: [], rejected: [], duplicates: [] };
  const place = { link: roles.indexOf("link"), platform: roles.indexOf("platform") };
  const kept = roles.flatMap((role, index) => (role === "keep" ? [index] : []));
  const rowOfPost = new Map<string, number>();

  rows.forEach((cells, index) => {
    const rowNumber = index + 1;
    const cell = { link: cellAt(cells, place.link), platform: cellAt(cells, place.platform) };
    const faulty = (problem: RejectedRow["problem"], at: "link" | "platform", expected: string) => {
      const field = columns[place[at]]?.name ?? "";
      return { rowNumber, problem, field, found: shortened(cell[at]), expected, cells };
    };

    const verdict = judgeRow(cell.link, cell.platform);
    if (verdict.kind === "faulty") {
      checked.rejected.push(faulty(verdict.problem, verdict.in, verdict.expected));
      return;
    }
    const { link } = verdict;
    const externalId = link.kind === "post" ? link.externalId : null;
    const post = `${link.platform} ${externalId ?? link.url}`;
    const earlier = rowOfPost.get(post);
    if (earlier !== undefined) {
      const expected = `a post of its own: row ${earlier.toLocaleString("en")} has the same one`;
      checked.duplicates.push(faulty("duplicate", "link", expected));
      return;
    }
    rowOfPost.set(post, rowNumber);
    const { platform, url } = link;
    const extra = kept.map((column) => cellAt(cells, column));
    checked.accepted.push({ rowNumber, platform, url, uploadedUrl: cell.link, externalId, extra });
  });
  return checked;
}

function cellAt(cells: string[], column: number) {
  return cells[column]?.trim() ?? "";
}

function shortened(text: string) {
  return text.length > FOUND_CHARACTERS ? `${text.slice(0, FOUND_CHARACTERS)}…` : text;
}
