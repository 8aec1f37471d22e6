import { AppError } from "../errors.ts";
import { scanCsv } from "./csv-rows.ts";
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
    const score = evenness(sampleRows(sample, delimiter));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function sampleRows(sample: string, delimiter: string) {
  const rows: string[][] = [];
  try {
    scanCsv(sample, delimiter, (cells) => {
      if (cells.length > 1 || cells[0]?.trim()) rows.push(cells);
      return rows.length < SAMPLE_ROWS;
    });
  } catch (error) {
    // The sample may end within a quote. A real fault shows when the whole file is read.
    if (!(error instanceof AppError)) throw error;
  }
  return rows;
}

// The share of rows that have the most common number of cells, above one.
function evenness(rows: string[][]) {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  if (counts.size === 0) return 0;
  const hasHeader = rows.some((cells) => cells.length > 1 && cells.some(isLinkHeader));
  return Math.max(...counts.values()) / rows.length + (hasHeader ? 1 : 0);
}
