import { userRoute } from "@/lib/api/route";
import { runJob } from "@/lib/jobs/commands";
import { getJobHead } from "@/lib/jobs/queries";
import { jobId } from "@/lib/jobs/schema";
import { startWorkerAfterwards } from "@/lib/queue/start-worker";

// POST /api/v1/jobs/:id/run - starts a queued job, resumes a cancelled one
export const POST = userRoute({ params: jobId }, async ({ scope, params }) => {
  await getJobHead(scope, params.id);
  await runJob(scope, params.id);
  startWorkerAfterwards();
  return Response.json(
    {
      job_id: params.id,
      status: "running",
      message: "The job has started. Ask for it to see its progress.",
    },
    { status: 202 },
  );
});
