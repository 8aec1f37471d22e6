import { AppError } from "../errors.ts";
import { linkHeaderRank, platformHeader } from "./header-names.ts";
import type { ColumnFacts, Table } from "./table.ts";
import type { ColumnRole } from "./upload.ts";

/** What each column is for, as far as its name and cells tell. */
export function detectRoles(columns: ColumnFacts[]): ColumnRole[] {
  const link = linkColumn(columns);
  const platform = platformColumn(columns, link);
  return columns.map(({ filled }, index) => {
    if (index === link) return "link";
    if (index === platform) return "platform";
    return filled === 0 ? "skip" : "keep";
  });
}

/** The roles a person chose. Throws AppError when they do not fit the file. */
export function chosenRoles({ columns }: Table, roles: ColumnRole[]): ColumnRole[] {
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  if (roles.length !== columns.length) {
    throw new AppError(
      "invalid_input",
      `The mapping has ${roles.length} columns, the file has ${columns.length}: ${names}. Map the columns again.`,
    );
  }
  const links = roles.filter((role) => role === "link").length;
  if (links === 0) throw noLinkColumn(names);
  if (links > 1 || roles.filter((role) => role === "platform").length > 1) {
    throw new AppError(
      "invalid_input",
      "Only one column can be the link and one the platform. Set the others to keep or leave out.",
    );
  }
  return roles;
}

function noLinkColumn(names: string) {
  return new AppError(
    "invalid_input",
    `No column is chosen as the link. The file has: ${names}. Choose the column that holds the links.`,
  );
}

// Names decide before cells, but a named column without any link gives way to one with links.
function linkColumn(columns: ColumnFacts[]) {
  const named = columns
    .map((facts, index) => ({ facts, index, rank: linkHeaderRank(headerName(facts)) }))
    .filter(({ rank }) => rank !== null)
    // Of columns with the same name the last one wins.
    .sort((a, b) => Number(a.rank) - Number(b.rank) || b.index - a.index);
  const best = named.find(({ facts }) => facts.links > 0);
  if (best) return best.index;
  const byCells = fullOfLinks(columns);
  const filled = named.find(({ facts }) => facts.filled > 0);
  return filled?.index ?? (byCells === -1 ? (named[0]?.index ?? -1) : byCells);
}

function fullOfLinks(columns: ColumnFacts[]) {
  const most = Math.max(...columns.map(({ links }) => links), 0);
  return columns.findIndex(
    ({ links, sampled }) => links > 0 && links === most && links >= sampled / 2,
  );
}

function platformColumn(columns: ColumnFacts[], link: number) {
  const isCandidate = (_: ColumnFacts, index: number) => index !== link;
  const named = columns.findLastIndex(
    (facts, index) => isCandidate(facts, index) && platformHeader(headerName(facts)) === "yes",
  );
  if (named !== -1) return named;
  return columns.findIndex(
    (facts, index) =>
      isCandidate(facts, index) &&
      platformHeader(headerName(facts)) === "maybe" &&
      facts.platforms > 0 &&
      facts.platforms >= facts.sampled / 2,
  );
}

/** The name as the file has it: without the number that tells copies apart. */
function headerName({ name }: ColumnFacts) {
  return name.replace(/ \(\d+\)$/, "");
}
