import { userRoute } from "@/lib/api/route";
import { listIngestRuns } from "@/lib/ingest/queries";
import { ingestPage } from "@/lib/ingest/schema";

// GET /api/v1/ingest/runs - the workspace's ingest runs, newest first
export const GET = userRoute({ query: ingestPage }, async ({ scope, query }) => {
  const { total, items } = await listIngestRuns(scope, query);
  return { ...query, total, has_more: query.offset + items.length < total, items };
});
