import { userRoute } from "@/lib/api/route";
import { exportRejected } from "@/lib/jobs/export-rejected";
import { jobId } from "@/lib/jobs/schema";

// GET /api/v1/jobs/:id/rejected.csv - the rows that were not taken, in the file's own shape
export const GET = userRoute({ params: jobId }, ({ scope, params }) =>
  exportRejected(scope, params.id),
);
