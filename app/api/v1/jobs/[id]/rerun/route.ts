import { userRoute } from "@/lib/api/route";
import { rerunJob } from "@/lib/jobs/commands";
import { getJobHead } from "@/lib/jobs/queries";
import { jobId } from "@/lib/jobs/schema";
import { startWorkerAfterwards } from "@/lib/queue/start-worker";

// POST /api/v1/jobs/:id/rerun - measures every row of an ended job anew
export const POST = userRoute({ params: jobId }, async ({ scope, params }) => {
  await getJobHead(scope, params.id);
  await rerunJob(scope, params.id);
  startWorkerAfterwards();
  return Response.json(
    { job_id: params.id, status: "running", message: "Every row is measured anew." },
    { status: 202 },
  );
});
