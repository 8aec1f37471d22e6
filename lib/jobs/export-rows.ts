import "server-only";
import { z } from "zod";
import type { Row } from "@/lib/exports/column";
import type { JobProgress } from "@/lib/jobs/job-progress";
import { resultArguments } from "@/lib/jobs/queries";
import { explainRowError } from "@/lib/jobs/row-errors";
import type { ResultFilter } from "@/lib/jobs/schema";
import { PLATFORM_IDS, ROW_ERRORS } from "@/lib/platforms/platform";
import type { Database } from "@/lib/supabase/database.types";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Small first, so that the download starts at once. */
const FIRST_ROWS = 200;
const PAGE_ROWS = 5000;

/** Where the cells of `export_job_results` stand. From EXTRA on they are the file's own. */
const [PLATFORM, STATE, CODE, DETAIL, EXTRA] = [0, 8, 9, 10, 34];

const piece = z.object({
  last_row: z.number().nullable(),
  // Our own function's rows, thousands at a time: that they are rows is check enough.
  rows: z.array(z.custom<(string | null)[]>(Array.isArray)),
});

/**
 * The filtered rows of a job in the screen's order, a page at a time, as cells of `exportColumns`.
 * The next page is asked for while the one before is being written.
 */
export async function* exportRows(
  scope: Scope,
  job: JobProgress,
  filter: ResultFilter,
): AsyncGenerator<Row[]> {
  const inRowOrder = filter.sort === "row_number" && filter.order === "asc";
  const complete = job.status === "completed" ? "true" : "partial";
  let skip = 0;
  let take = FIRST_ROWS;
  let coming = readPiece(scope, { ...resultArguments(job.id, filter), skip, take });
  while (true) {
    const { rows, last_row } = await coming;
    const isLast = rows.length < take;
    if (!isLast) {
      skip += rows.length;
      take = PAGE_ROWS;
      const position = inRowOrder && last_row !== null ? { after_row: last_row } : { skip };
      coming = readPiece(scope, { ...resultArguments(job.id, filter), ...position, take });
      // It fails where it is awaited; a download that was broken off awaits it no more.
      coming.catch(() => {});
    }
    if (rows.length > 0) yield rows.map((row) => exportRow(row, complete));
    if (isLast) return;
  }
}

async function readPiece(
  { db }: Scope,
  args: Database["public"]["Functions"]["export_job_results"]["Args"],
) {
  return piece.parse(unwrap(await db.rpc("export_job_results", args)));
}

/** The row as `exportColumns` has it: a failure in words, and whether the file is complete. */
function exportRow(cells: (string | null)[], complete: string): Row {
  return [
    ...cells.slice(0, CODE),
    cells[STATE] === "failed" ? failureText(cells) : null,
    ...cells.slice(DETAIL + 1, EXTRA),
    complete,
    ...cells.slice(EXTRA),
  ];
}

const failure = z.object({
  platform: z.enum(PLATFORM_IDS),
  code: z.enum(ROW_ERRORS),
  detail: z.string().nullable(),
});

function failureText(cells: (string | null)[]) {
  const { platform, code, detail } = failure.parse({
    platform: cells[PLATFORM],
    code: cells[CODE],
    detail: cells[DETAIL],
  });
  const { title, sentence } = explainRowError(code, platform, detail);
  return `${title} ${sentence}`;
}
