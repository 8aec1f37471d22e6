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
import { fileRow } from "@/lib/uploads/file-rows";

/** Small first, so that the download starts at once. */
const FIRST_ROWS = 200;
const PAGE_ROWS = 5000;

/** Where the cells of `export_job_results` stand. From EXTRA on they are the file's own. */
const [PLATFORM, STATE, CODE, DETAIL, ROW, EXTRA] = [0, 8, 9, 10, 33, 34];

/** Pieces asked for while one is being written. */
const AHEAD = 2;

// Our own function's rows, thousands at a time: that they are rows is check enough.
const piece = z.array(z.custom<(string | null)[]>(Array.isArray));

type Position = { after_row?: number; until_row?: number; skip?: number; take: number };

/** The filtered rows of a job in the screen's order, a page at a time, as cells of `exportColumns`. */
export async function* exportRows(
  scope: Scope,
  job: JobProgress,
  filter: ResultFilter,
): AsyncGenerator<Row[]> {
  const coming: Promise<(string | null)[][]>[] = [];
  const nextPage = async () => (await coming.shift())?.map((row) => exportRow(row, job)) ?? [];
  for (const position of positions(job, filter)) {
    const rows = readPiece(scope, { ...resultArguments(job.id, filter), ...position });
    // It fails where it is awaited; a download that was broken off awaits it no more.
    rows.catch(() => {});
    coming.push(rows);
    if (coming.length > AHEAD) yield nextPage();
  }
  while (coming.length > 0) yield nextPage();
}

/**
 * Where each piece begins and ends. In row order by row numbers, so that a row that changes its
 * state meanwhile is neither skipped nor told twice; in any other order by counting.
 */
function* positions(job: JobProgress, { sort, order }: ResultFilter): Generator<Position> {
  const inRowOrder = sort === "row_number" && order === "asc";
  const end = inRowOrder ? job.total_rows + job.rejected_rows + job.duplicate_rows : job.total_rows;
  let take = FIRST_ROWS;
  for (let from = 0; from < end; ) {
    yield inRowOrder ? { after_row: from, until_row: from + take, take } : { skip: from, take };
    from += take;
    take = PAGE_ROWS;
  }
}

async function readPiece(
  { db }: Scope,
  args: Database["public"]["Functions"]["export_job_results"]["Args"],
) {
  return piece.parse(JSON.parse(unwrap(await db.rpc("export_job_results", args))));
}

/** The row as `exportColumns` has it: a failure in words, whether the file is complete, and where the row stood in the uploaded one. */
function exportRow(cells: (string | null)[], { status, file_rows }: JobProgress): Row {
  return [
    ...cells.slice(0, CODE),
    cells[STATE] === "failed" ? failureText(cells) : null,
    ...cells.slice(DETAIL + 1, EXTRA),
    status === "completed" ? "true" : "partial",
    file_rows && String(fileRow(file_rows, Number(cells[ROW]))),
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
