import { z } from "zod";
import { userRoute } from "@/lib/api/route";
import { apiResult } from "@/lib/jobs/api-result";
import { jobItem } from "@/lib/jobs/job-progress";
import { getJobHead, listJobResults } from "@/lib/jobs/queries";
import { clamped, jobId, MAX_OFFSET, resultFilter } from "@/lib/jobs/schema";

const query = z.object({
  limit: clamped(1, 200, 50),
  offset: clamped(0, MAX_OFFSET, 0),
  ...resultFilter.shape,
});

// GET /api/v1/jobs/:id/results - rows of a job in upload order, or as asked
export const GET = userRoute({ params: jobId, query }, async ({ scope, params, query }) => {
  const { limit, offset, ...filter } = query;
  const [job, rows] = await Promise.all([
    getJobHead(scope, params.id),
    listJobResults(scope, params.id, filter, { limit, offset }),
  ]);
  const items = rows.map((row) => apiResult(params.id, row));
  const answer = { job: jobItem(job), limit, offset, items };
  return new Response(JSON.stringify(answer), { headers: { "content-type": "application/json" } });
});
