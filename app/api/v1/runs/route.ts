import { userRoute } from "@/lib/api/route";
import { listRuns, RUNS_A_PAGE } from "@/lib/refresh/queries";
import { runFilter } from "@/lib/refresh/schema";

// GET /api/v1/runs - the workspace's refresh runs, newest first
export const GET = userRoute({ query: runFilter }, async ({ scope, query }) => ({
  page: query.page,
  page_size: RUNS_A_PAGE,
  ...(await listRuns(scope, query)),
}));
