import { readLink } from "../links/read-link.ts";
import { type Grid, HEADER_SEARCH_ROWS } from "./grid.ts";
import { isLinkHeader, platformHeader } from "./header-names.ts";

/** Whether a cell was meant as a link: a profile is one as well, only of the wrong kind. */
export function looksLikeLink(cell: string): boolean {
  const link = readLink(cell);
  if (link.kind !== "unusable") return true;
  return link.problem === "not_a_post" || (link.problem === "other_host" && cell.includes("/"));
}

/**
 * The row that holds the column names; -1 when the links begin at once. Rows above it are
 * titles and notes. Without any known name it is the row above the first link, and without
 * a link the fullest of the first rows.
 */
export function findHeader({ rows }: Grid): number {
  const head = rows.slice(0, HEADER_SEARCH_ROWS);
  const withBoth = head.findIndex(
    (cells) => cells.some(isLinkHeader) && cells.some((name) => platformHeader(name) === "yes"),
  );
  if (withBoth !== -1) return withBoth;
  const firstLink = head.findIndex((cells) => cells.some(looksLikeLink));
  const above = firstLink === -1 ? head : head.slice(0, firstLink);
  const withLink = above.findIndex((cells) => cells.some(isLinkHeader));
  if (withLink !== -1) return withLink;
  return firstLink === -1 ? fullestRow(head) : rowAbove(head, firstLink);
}

function rowAbove(head: string[][], firstLink: number) {
  const column = head[firstLink]?.findIndex(looksLikeLink) ?? 0;
  return head.findLastIndex((cells, index) => index < firstLink && Boolean(cells[column]?.trim()));
}

function fullestRow(head: string[][]) {
  const filled = head.map((cells) => cells.filter((cell) => cell.trim() !== "").length);
  return filled.indexOf(Math.max(...filled, 0));
}
