import { userRoute } from "@/lib/api/route";
import { getIngestStatus } from "@/lib/ingest/queries";

// GET /api/v1/ingest/status - what was brought in so far, and the last runs
export const GET = userRoute({}, ({ scope }) => getIngestStatus(scope));
