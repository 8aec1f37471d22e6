/**
 * Where data rows stand in their file, as a spreadsheet numbers them: pairs of a row number and
 * its row in the file, from which on rows follow one another. Null when there is no file, or
 * when it has so many gaps that nobody would keep them.
 */
export type FileRows = number[] | null;

const MOST_PAIRS = 500;

/** `lines` are the file's rows of the data rows, in order. */
export function fileRowsOf(lines: number[]): FileRows {
  const pairs: number[] = [];
  let expected = -1;
  lines.forEach((line, index) => {
    if (line !== expected) pairs.push(index + 1, line);
    expected = line + 1;
  });
  return pairs.length > 2 * MOST_PAIRS ? null : pairs;
}

/** The row of the file that a data row is; its own number when that is not known. */
export function fileRow(pairs: FileRows, rowNumber: number): number {
  for (let at = (pairs?.length ?? 0) - 2; at >= 0; at -= 2) {
    const [from = 0, line = 0] = pairs?.slice(at, at + 2) ?? [];
    if (from <= rowNumber) return line + rowNumber - from;
  }
  return rowNumber;
}
