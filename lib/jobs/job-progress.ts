import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { JOB_STATUSES } from "./schema";

const nullableText = z.string().nullable();

/** What `job_progress` answers: a job, its counts by state, and what it waits for. */
export const jobProgress = z.object({
  id: z.uuid(),
  workspace_id: z.uuid(),
  created_by: z.uuid().nullable(),
  source_filename: z.string(),
  source_kind: z.enum(["csv", "xlsx", "paste", "link"]),
  sheet: nullableText,
  extra_columns: z.array(z.string()),
  file_rows: z.array(z.number()).nullable(),
  status: z.enum(JOB_STATUSES),
  error: nullableText,
  total_rows: z.number(),
  rejected_rows: z.number(),
  duplicate_rows: z.number(),
  succeeded_rows: z.number(),
  failed_rows: z.number(),
  running_rows: z.number(),
  waiting_rows: z.number(),
  queued_rows: z.number(),
  views_sum: z.string(),
  views_rows: z.number(),
  likes_sum: z.string(),
  likes_rows: z.number(),
  comments_sum: z.string(),
  comments_rows: z.number(),
  is_simulated: z.boolean(),
  run_number: z.number(),
  run_started_at: nullableText,
  finished_at: nullableText,
  created_at: z.string(),
  updated_at: z.string(),
  rows_per_second: z.number().nullable(),
  waits: z.array(
    z.object({
      platform: z.enum(PLATFORM_IDS),
      reason: nullableText,
      rows: z.number(),
      until: nullableText,
    }),
  ),
  failures: z.array(z.object({ code: z.string(), rows: z.number() })),
});
export type JobProgress = z.output<typeof jobProgress>;

/** The item of the original API: `processed_rows` are the settled ones. */
export function jobItem(
  job: Pick<
    JobProgress,
    | "id"
    | "source_filename"
    | "status"
    | "total_rows"
    | "succeeded_rows"
    | "failed_rows"
    | "created_at"
    | "updated_at"
  >,
) {
  return {
    id: job.id,
    filename: job.source_filename,
    status: job.status,
    total_rows: job.total_rows,
    processed_rows: job.succeeded_rows + job.failed_rows,
    created_at: job.created_at,
    updated_at: job.updated_at,
  };
}
