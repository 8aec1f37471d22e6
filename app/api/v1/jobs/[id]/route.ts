import { userRoute } from "@/lib/api/route";
import { deleteJob } from "@/lib/jobs/commands";
import { jobItem } from "@/lib/jobs/job-progress";
import { getJob } from "@/lib/jobs/queries";
import { jobId } from "@/lib/jobs/schema";

// GET /api/v1/jobs/:id - a job with its progress
export const GET = userRoute({ params: jobId }, async ({ scope, params }) => {
  const job = await getJob(scope, params.id);
  return { ...job, ...jobItem(job) };
});

// DELETE /api/v1/jobs/:id - the job and its rows; posts and snapshots stay
export const DELETE = userRoute({ params: jobId }, async ({ scope, params }) => {
  await deleteJob(scope, params.id);
  return new Response(null, { status: 204 });
});
