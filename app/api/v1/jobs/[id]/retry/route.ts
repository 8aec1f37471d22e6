import { z } from "zod";
import { userRoute } from "@/lib/api/route";
import { retryJob } from "@/lib/jobs/commands";
import { getJobHead } from "@/lib/jobs/queries";
import { jobId } from "@/lib/jobs/schema";
import { parseJson } from "@/lib/parse-json";
import { startWorkerAfterwards } from "@/lib/queue/start-worker";

const body = z.object({ rows: z.array(z.int().positive()).min(1).max(1000).optional() });

// POST /api/v1/jobs/:id/retry - queues the failed rows again, or those of `rows`
export const POST = userRoute({ params: jobId }, async ({ scope, params, request }) => {
  await getJobHead(scope, params.id);
  const text = await request.text();
  const { rows } = body.parse(text === "" ? {} : parseJson(text, "The body is not JSON."));
  const retried = await retryJob(scope, params.id, rows ?? null);
  startWorkerAfterwards();
  return Response.json(
    { job_id: params.id, status: "running", retried_rows: retried },
    { status: 202 },
  );
});
