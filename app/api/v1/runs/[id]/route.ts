import { userRoute } from "@/lib/api/route";
import { getRun } from "@/lib/refresh/queries";
import { runId } from "@/lib/refresh/schema";

// GET /api/v1/runs/:id - how far a refresh run is, and what it waits for
export const GET = userRoute({ params: runId }, ({ scope, params }) => getRun(scope, params.id));
