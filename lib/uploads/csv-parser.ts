import { CsvError, type InfoRecord, type Options, parse } from "csv-parse/sync";
import { AppError } from "../errors.ts";

/** A row longer than this is a quote that was never closed, or no row at all. */
export const MAX_RECORD_CHARACTERS = 1_000_000;

const OPTIONS = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  max_record_size: MAX_RECORD_CHARACTERS,
  record_delimiter: "\n",
} satisfies Options;

/** The rows of a text whose line ends are all LF. Throws AppError naming the line at fault. */
export function parseCsv(text: string, delimiter: string, to: number): string[][] {
  try {
    return parse(text, { ...OPTIONS, delimiter, to });
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(error);
    throw error;
  }
}

/** The first rows with the line each begins in, as far as the beginning of the text has them whole. */
export function parseCsvSample(text: string, delimiter: string, to: number) {
  const rows: { cells: string[]; line: number }[] = [];
  const on_record = (cells: string[], { lines }: InfoRecord) => {
    const breaks = cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    rows.push({ cells, line: lines - breaks });
    return null;
  };
  try {
    parse(text, { ...OPTIONS, delimiter, to, on_record });
  } catch (error) {
    // The sample may end within a quote. A real fault shows when the whole file is read.
    if (!(error instanceof CsvError)) throw error;
  }
  return rows;
}

export function recordTooLong(line: number): AppError {
  return new AppError(
    "malformed",
    `The row in line ${line.toLocaleString("en")} has more than a million characters. Check for a quote (") that is never closed, and for missing line breaks.`,
  );
}

function unreadable(error: CsvError) {
  const line = Number(error.lines ?? 1);
  if (error.code === "CSV_MAX_RECORD_SIZE") return recordTooLong(line);
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    const opened = Number(/opening quote at line (\d+)/.exec(error.message)?.[1] ?? line);
    return new AppError(
      "malformed",
      `A cell that opens with a quote (") near line ${opened.toLocaleString("en")} never ends. Close the quote or remove it, and upload the file again.`,
    );
  }
  return new AppError(
    "malformed",
    `Line ${line.toLocaleString("en")} cannot be read as CSV. Check its quotes, or save the file again as CSV (UTF-8).`,
  );
}
