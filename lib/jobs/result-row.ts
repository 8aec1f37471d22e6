import { z } from "zod";
import { ABSENCES } from "@/lib/platforms/metric";
import { PLATFORM_IDS, ROW_ERRORS } from "@/lib/platforms/platform";
import { counts } from "@/lib/posts/post-row";
import { ROW_STATES } from "./schema";

const nullableText = z.string().nullable();

/** One row of the view `job_results`. Counts are decimal text, times ISO 8601, the rate a fraction. */
export const resultRow = z.object({
  row_number: z.number(),
  state: z.enum(ROW_STATES),
  platform: z.enum(PLATFORM_IDS),
  url: z.string(),
  uploaded_url: z.string(),
  external_id: nullableText,
  extra: z.array(z.string()),
  error_code: z.enum(ROW_ERRORS).nullable(),
  error_detail: nullableText,
  waits_for: nullableText,
  waits_until: nullableText,
  post_id: z.number().nullable(),
  author_handle: nullableText,
  author_name: nullableText,
  title: nullableText,
  media_kind: nullableText,
  duration_seconds: z.number().nullable(),
  thumbnail_url: nullableText,
  published_at: nullableText,
  ...counts,
  absent: z.record(z.string(), z.enum(ABSENCES)).nullable(),
  definition: nullableText,
  source: nullableText,
  measured_at: nullableText,
  is_simulated: z.boolean().nullable(),
  engagement_rate: nullableText,
  previous_views: nullableText,
  previous_likes: nullableText,
  previous_comments: nullableText,
  previous_measured_at: nullableText,
});
export type ResultRow = z.output<typeof resultRow>;
