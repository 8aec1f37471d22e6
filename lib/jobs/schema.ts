import { z } from "zod";
import { PLATFORM_IDS, ROW_ERRORS } from "@/lib/platforms/platform";
import { pageNumber } from "@/lib/search";

export const JOB_STATUSES = ["queued", "running", "completed", "failed", "cancelled"] as const;
export const ROW_STATES = ["queued", "waiting", "running", "succeeded", "failed"] as const;

export const SORTS = [
  "row_number",
  "state",
  "platform",
  "title",
  "author",
  "views",
  "likes",
  "comments",
  "shares",
  "saves",
  "engagement_rate",
  "published_at",
  "measured_at",
] as const;

const text = z.string().trim().max(200);

/** Which rows of a job, in which order: the page, the API and every export read the same. */
export const resultFilter = z.object({
  state: z.enum([...ROW_STATES, "open"]).optional(),
  platform: z.enum(PLATFORM_IDS).optional(),
  error: z.enum(ROW_ERRORS).optional(),
  search: text.min(1).optional(),
  sort: z.enum(SORTS).default("row_number"),
  order: z.enum(["asc", "desc"]).default("asc"),
});
export type ResultFilter = z.output<typeof resultFilter>;

export const resultPage = resultFilter.extend({ page: pageNumber });

/** A job with failed rows, or one that failed as a whole, whatever its state. */
export const WITH_FAILURES = "with_failures";

export const jobFilter = z.object({
  search: text.min(1).optional(),
  status: z.enum([...JOB_STATUSES, WITH_FAILURES]).optional(),
  page: pageNumber,
});
export type JobFilter = z.output<typeof jobFilter>;

export const jobId = z.object({ id: z.uuid("There is no such job: expected its id (a UUID).") });

/** A bound that moves what is out of range to its nearest end. */
export function clamped(low: number, high: number, fallback: number) {
  return z.coerce
    .number("expected a number")
    .int("expected a whole number")
    .default(fallback)
    .transform((value) => Math.min(high, Math.max(low, value)));
}

export const MAX_OFFSET = 2 ** 31 - 1;
