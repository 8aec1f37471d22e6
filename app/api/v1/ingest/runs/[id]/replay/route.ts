import { userRoute } from "@/lib/api/route";
import { replayIngest } from "@/lib/ingest/commands";
import { getIngestRun } from "@/lib/ingest/queries";
import { ingestRunId } from "@/lib/ingest/schema";

export const maxDuration = 90;

// POST /api/v1/ingest/runs/:id/replay - derives the run's numbers again from its events
export const POST = userRoute({ params: ingestRunId }, async ({ scope, params }) => {
  await getIngestRun(scope, params.id);
  return replayIngest(scope, params.id);
});
