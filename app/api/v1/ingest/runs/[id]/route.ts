import { userRoute } from "@/lib/api/route";
import { getIngestRun } from "@/lib/ingest/queries";
import { ingestRunId } from "@/lib/ingest/schema";

// GET /api/v1/ingest/runs/:id - how far a run is, and what came of it
export const GET = userRoute({ params: ingestRunId }, ({ scope, params }) =>
  getIngestRun(scope, params.id),
);
