import type { Segment } from "@/components/ui/segmented-progress";
import { counted } from "@/lib/format/count";
import type { JobProgress } from "@/lib/jobs/job-progress";
import type { ResultFilter } from "@/lib/jobs/schema";

/** Rows that have an answer, good or bad. */
export function doneRows(job: Pick<JobProgress, "succeeded_rows" | "failed_rows">) {
  return job.succeeded_rows + job.failed_rows;
}

/** Nothing moves by itself any more. */
export function hasEnded({ status }: Pick<JobProgress, "status">) {
  return status === "completed" || status === "failed" || status === "cancelled";
}

/** Which rows of the file did not become rows of the job; empty when all did. */
export function refusedWords({
  rejected_rows: unusable,
  duplicate_rows: repeated,
}: Pick<JobProgress, "rejected_rows" | "duplicate_rows">): string {
  const parts = [
    unusable > 0 && counted(unusable, "unusable row"),
    repeated > 0 && counted(repeated, "repeated post"),
  ];
  return parts.filter(Boolean).join(", ");
}

/** How many rows of a job are in the state a filter names. */
export function rowsInState(job: JobProgress, state: ResultFilter["state"]): number {
  switch (state) {
    case undefined:
      return job.total_rows;
    case "open":
      return job.total_rows - doneRows(job);
    default:
      return job[`${state}_rows`];
  }
}

/** What a row is called that nothing will ask for by itself. */
export const NOT_STARTED = "Not started";

/** The parts of the progress bar, in the order in which a row goes through them, backwards. */
export function progressSegments(job: JobProgress): Segment[] {
  if (job.status !== "running") {
    // Nothing goes on by itself in a stopped job, so nothing waits.
    const idle = job.waiting_rows + job.queued_rows;
    return [...movedRows(job), { state: "queued", count: idle, label: NOT_STARTED }];
  }
  const quotaOnly = job.waits.length > 0 && job.waits.every(({ reason }) => reason === "quota");
  return [
    ...movedRows(job),
    {
      state: "waiting",
      count: job.waiting_rows,
      ...(quotaOnly ? { label: "Waiting for quota" } : {}),
    },
    { state: "queued", count: job.queued_rows },
  ];
}

function movedRows(job: JobProgress): Segment[] {
  return [
    { state: "succeeded", count: job.succeeded_rows },
    { state: "failed", count: job.failed_rows },
    { state: "running", count: job.running_rows },
  ];
}
