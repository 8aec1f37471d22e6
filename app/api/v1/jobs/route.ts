import { z } from "zod";
import { userRoute } from "@/lib/api/route";
import { jobItem } from "@/lib/jobs/job-progress";
import { listJobs } from "@/lib/jobs/queries";
import { clamped, jobFilter, MAX_OFFSET } from "@/lib/jobs/schema";

const query = z.object({
  limit: clamped(1, 100, 20),
  offset: clamped(0, MAX_OFFSET, 0),
  ...jobFilter.omit({ page: true }).shape,
});

// GET /api/v1/jobs - the workspace's jobs, newest first
export const GET = userRoute({ query }, async ({ scope, query: { limit, offset, ...filter } }) => {
  const { total, items } = await listJobs(scope, filter, { limit, offset });
  const has_more = offset + items.length < total;
  return { limit, offset, total, has_more, items: items.map(jobItem) };
});
