import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { jobProgress } from "@/lib/jobs/job-progress";
import { resultRow } from "@/lib/jobs/result-row";
import { JOB_STATUSES, type JobFilter, type ResultFilter, WITH_FAILURES } from "@/lib/jobs/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const NO_SUCH_JOB = "There is no such job in this workspace.";

export type Slice = { offset: number; limit: number };

const listedJob = z.object({
  id: z.uuid(),
  source_filename: z.string(),
  source_kind: z.string(),
  status: z.enum(JOB_STATUSES),
  total_rows: z.number(),
  rejected_rows: z.number(),
  duplicate_rows: z.number(),
  succeeded_rows: z.number(),
  failed_rows: z.number(),
  is_simulated: z.boolean(),
  run_number: z.number(),
  run_started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  created_by_email: z.string().nullable(),
});
export type ListedJob = z.output<typeof listedJob>;

const jobList = z.object({ total: z.number(), items: z.array(listedJob) });

/** A page of the workspace's jobs, newest first, and how many there are in all. */
export async function listJobs(
  { db, workspaceId }: Scope,
  filter: Omit<JobFilter, "page">,
  { offset, limit }: Slice,
) {
  const answer = await db.rpc("list_jobs", {
    workspace: workspaceId,
    ...(filter.search === undefined ? {} : { search: filter.search }),
    ...(filter.status === WITH_FAILURES
      ? { with_failures: true }
      : filter.status && { status: filter.status }),
    skip: offset,
    take: limit,
  });
  return jobList.parse(unwrap(answer));
}

/** A job with its counts and what it waits for. Raises `not_found` for another workspace's. */
export async function getJob({ db, workspaceId }: Scope, id: string) {
  const job = jobProgress.nullable().parse(unwrap(await db.rpc("job_progress", { job: id })));
  if (job?.workspace_id === workspaceId) return job;
  throw new AppError("not_found", NO_SUCH_JOB);
}

/** The job itself, without counting its rows. Raises `not_found` for another workspace's. */
export async function getJobHead({ db, workspaceId }: Scope, id: string) {
  const jobs = db
    .from("jobs")
    .select(
      "id, source_filename, status, total_rows, succeeded_rows, failed_rows, created_at, updated_at",
    )
    .eq("workspace_id", workspaceId);
  const job = unwrap(await jobs.eq("id", id).maybeSingle());
  if (job) return job;
  throw new AppError("not_found", NO_SUCH_JOB);
}

/** A slice of a job's rows. An unknown job has none: ask `getJob` first. */
export async function listJobResults(
  { db }: Scope,
  id: string,
  filter: ResultFilter,
  { offset, limit }: Slice,
) {
  const answer = await db.rpc("list_job_results", {
    ...resultArguments(id, filter),
    skip: offset,
    take: limit,
  });
  return z.array(resultRow).parse(unwrap(answer));
}

/** How many rows the filter matches. */
export async function countJobResults({ db }: Scope, id: string, filter: ResultFilter) {
  const { sort: _, descending: __, ...args } = resultArguments(id, filter);
  return unwrap(await db.rpc("count_job_results", args));
}

/** The filter as the SQL functions take it. */
export function resultArguments(job: string, filter: ResultFilter) {
  const { state, platform, error, search, sort, order } = filter;
  return {
    job,
    ...(state === undefined ? {} : { state }),
    ...(platform === undefined ? {} : { platform }),
    ...(error === undefined ? {} : { error_code: error }),
    ...(search === undefined ? {} : { search }),
    sort,
    descending: order === "desc",
  };
}

const PAGE_ROWS = 1000;

/** The rejected rows of a job in the file's order, a page at a time. */
export async function* rejectedRows({ db, workspaceId }: Scope, id: string) {
  for (let after = 0; ; ) {
    const rows = unwrap(
      await db
        .from("job_rejections")
        .select("row_number, problem, field, found, expected, cells")
        .eq("workspace_id", workspaceId)
        .eq("job_id", id)
        .gt("row_number", after)
        .order("row_number")
        .limit(PAGE_ROWS),
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.row_number;
  }
}

/** Header names of the file a job came from, in order, and where its rows stand in it. */
export async function getUploadShape({ db, workspaceId }: Scope, id: string) {
  const jobs = db.from("jobs").select("upload_columns, file_rows").eq("workspace_id", workspaceId);
  const { upload_columns: names, file_rows: fileRows } = unwrap(await jobs.eq("id", id).single());
  return { names, fileRows };
}
