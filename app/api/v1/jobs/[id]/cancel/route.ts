import { userRoute } from "@/lib/api/route";
import { cancelJob } from "@/lib/jobs/commands";
import { getJobHead } from "@/lib/jobs/queries";
import { jobId } from "@/lib/jobs/schema";

// POST /api/v1/jobs/:id/cancel - takes no further row
export const POST = userRoute({ params: jobId }, async ({ scope, params }) => {
  await getJobHead(scope, params.id);
  await cancelJob(scope, params.id);
  return Response.json(
    {
      job_id: params.id,
      status: "cancelled",
      message: "No further row is taken. Run the job to resume it.",
    },
    { status: 200 },
  );
});
