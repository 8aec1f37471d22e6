import { userRoute } from "@/lib/api/route";
import { cancelIngest } from "@/lib/ingest/commands";
import { getIngestRun } from "@/lib/ingest/queries";
import { ingestRunId } from "@/lib/ingest/schema";

// POST /api/v1/ingest/runs/:id/cancel - ends a run early; what it found by then is kept
export const POST = userRoute({ params: ingestRunId }, async ({ scope, params }) => {
  await getIngestRun(scope, params.id);
  const state = await cancelIngest(scope, params.id);
  return Response.json({ run_id: params.id, state }, { status: 202 });
});
