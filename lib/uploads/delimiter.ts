import { parseCsvSample } from "./csv-parser.ts";
import { isLinkHeader } from "./header-names.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
const SAMPLE_CHARACTERS = 16_384;
const SAMPLE_ROWS = 40;

/**
 * The delimiter that parts the first rows most evenly. One that brings a known header to light
 * beats all others, because a title or a decimal comma can be just as even.
 */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best: { delimiter: string; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const score = evenness(parse(sample, delimiter));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function parse(sample: string, delimiter: string) {
  if (sample.includes('"')) {
    return parseCsvSample(sample, delimiter, SAMPLE_ROWS).map(({ cells }) => cells);
  }
  const lines = sample.split("\n", SAMPLE_ROWS).filter((line) => line.trim() !== "");
  return lines.map((line) => line.split(delimiter));
}

// The share of rows that have the most common number of cells, above one.
function evenness(rows: string[][]) {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  if (counts.size === 0) return 0;
  const hasHeader = rows.some((cells) => cells.length > 1 && cells.some(isLinkHeader));
  return Math.max(...counts.values()) / rows.length + (hasHeader ? 1 : 0);
}
