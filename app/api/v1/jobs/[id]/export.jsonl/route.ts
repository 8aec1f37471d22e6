import { userRoute } from "@/lib/api/route";
import { exportJob } from "@/lib/jobs/export-job";
import { jobId, resultFilter } from "@/lib/jobs/schema";

export const maxDuration = 300;

// GET /api/v1/jobs/:id/export.jsonl - the filtered rows, streamed, at any state of the job
export const GET = userRoute({ params: jobId, query: resultFilter }, ({ scope, params, query }) =>
  exportJob(scope, params.id, query, "jsonl"),
);
