import { plain } from "./text.ts";

export type Column<Row> = { title: string; of: (row: Row) => string; align?: "right" };

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u;

/** Rows in aligned columns below their titles. */
export function table<Row>(rows: readonly Row[], columns: Column<Row>[]) {
  const cells = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ of }) => plain(of(row)))),
  ];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => width(line[at] ?? ""))));
  return cells
    .map((line) =>
      line
        .map((cell, at) => {
          const gap = " ".repeat((widths[at] ?? 0) - width(cell));
          return columns[at]?.align === "right" ? gap + cell : cell + gap;
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Names and values below each other. */
export function facts(pairs: [string, string][]) {
  const longest = Math.max(...pairs.map(([name]) => width(name)));
  return pairs
    .map(([name, value]) => `${name}${" ".repeat(longest - width(name))}  ${plain(value)}`)
    .join("\n");
}

/** Cells of a terminal. */
function width(text: string) {
  let cells = 0;
  for (const { segment } of graphemes.segment(text)) cells += WIDE.test(segment) ? 2 : 1;
  return cells;
}
