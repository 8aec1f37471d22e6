import { userRoute } from "@/lib/api/route";
import { listQuarantine } from "@/lib/ingest/queries";
import { ingestPage, ingestRunId } from "@/lib/ingest/schema";

// GET /api/v1/ingest/runs/:id/quarantine - items that could not be read, and why
export const GET = userRoute(
  { params: ingestRunId, query: ingestPage },
  async ({ scope, params, query }) => {
    const { total, open, items } = await listQuarantine(scope, params.id, query);
    return { ...query, total, open, has_more: query.offset + items.length < total, items };
  },
);
