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

const cell = z.string().nullable();
const piece = z.object({
  last_row: z.number().nullable(),
  rows: z.array(
    z.tuple(
      [
        z.enum(PLATFORM_IDS),
        cell,
        cell,
        cell,
        cell,
        cell,
        cell,
        cell,
        cell,
        z.enum(ROW_ERRORS).nullable(),
        cell,
      ],
      z.union([cell, z.array(z.string())]),
    ),
  ),
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

type Cells = z.output<typeof piece>["rows"][number];

function exportRow(cells: Cells, complete: string): Row {
  const [platform, ...rest] = cells;
  const [url, title, views, likes, comments, published, rate, state, code, detail, ...others] =
    rest;
  const extra = others.pop();
  return [
    platform,
    url,
    title,
    views,
    likes,
    comments,
    published,
    rate,
    state,
    code === null || state !== "failed" ? null : errorMessage(code, platform, detail),
    ...others.map((cell) => (Array.isArray(cell) ? null : cell)),
    complete,
    ...(Array.isArray(extra) ? extra : []),
  ];
}

function errorMessage(
  code: (typeof ROW_ERRORS)[number],
  platform: (typeof PLATFORM_IDS)[number],
  detail: string | null,
) {
  const { title, sentence } = explainRowError(code, platform, detail);
  return `${title} ${sentence}`;
}
