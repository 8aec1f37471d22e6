import type { JobFilter } from "@/lib/jobs/schema";

/** The states of jobs in words, and what else a list of them is narrowed to. */
export const JOB_STATE_WORDS: Record<NonNullable<JobFilter["status"]>, string> = {
  queued: "Not started",
  running: "Running",
  completed: "Completed",
  with_failures: "With failed rows",
  cancelled: "Cancelled",
  failed: "Failed",
};
