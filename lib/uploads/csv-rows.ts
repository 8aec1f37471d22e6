import { AppError } from "../errors.ts";

/** A row longer than this is a quote that was never closed, or no row at all. */
const MAX_ROW_CHARACTERS = 1_000_000;

/**
 * Parts text into rows and cells; line ends are LF. Answer false from `onRow` to stop.
 * Throws AppError for a row without end. Written by hand because csv-parse builds an error with
 * a stack for each row of unusual length, even where that is allowed: 80 s for 10 MiB of commas.
 */
export function scanCsv(
  text: string,
  delimiter: string,
  onRow: (cells: string[], line: number) => boolean,
): void {
  let at = 0;
  let line = 1;
  // Both are searched for only once they are passed, so that no text is searched twice.
  let nextBreak = -1;
  let nextDelimiter = -1;

  while (at < text.length) {
    const start = at;
    const firstLine = line;
    const cells: string[] = [];
    for (let isRowOpen = true; isRowOpen; ) {
      let quoted = "";
      if (text[at] === '"') {
        const end = closingQuote(text, at, line);
        quoted = text.slice(at + 1, end);
        line += count(quoted, "\n");
        if (quoted.includes('"')) quoted = quoted.replaceAll('""', '"');
        at = end + 1;
      }
      if (nextBreak < at) nextBreak = indexOrEnd(text, "\n", at);
      if (nextDelimiter < at) nextDelimiter = indexOrEnd(text, delimiter, at);
      const end = Math.min(nextBreak, nextDelimiter);
      if (end - start > MAX_ROW_CHARACTERS) throw rowTooLong(firstLine);
      cells.push(quoted === "" ? text.slice(at, end) : quoted + text.slice(at, end));
      isRowOpen = end < nextBreak;
      at = end + 1;
    }
    line++;
    if (!onRow(cells, firstLine)) return;
  }
}

function closingQuote(text: string, open: number, line: number) {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  if (at === -1) throw text.length - open > MAX_ROW_CHARACTERS ? rowTooLong(line) : unclosed(line);
  return at;
}

function indexOrEnd(text: string, search: string, from: number) {
  const index = text.indexOf(search, from);
  return index === -1 ? text.length : index;
}

function count(text: string, search: string) {
  let found = 0;
  for (let at = text.indexOf(search); at !== -1; at = text.indexOf(search, at + 1)) found++;
  return found;
}

function rowTooLong(line: number) {
  return new AppError(
    "malformed",
    `The row in line ${line.toLocaleString("en")} has more than a million characters. Check for a quote (") that is never closed, and for missing line breaks.`,
  );
}

function unclosed(line: number) {
  return new AppError(
    "malformed",
    `A cell that opens with a quote (") in line ${line.toLocaleString("en")} never ends. Close the quote or remove it, and upload the file again.`,
  );
}
