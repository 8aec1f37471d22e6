import { userRoute } from "@/lib/api/route";
import { cancelRefresh } from "@/lib/refresh/commands";
import { getRun } from "@/lib/refresh/queries";
import { runId } from "@/lib/refresh/schema";

// POST /api/v1/runs/:id/cancel - begins no further piece of the run; what is under way is still recorded
export const POST = userRoute({ params: runId }, async ({ scope, params }) => {
  await getRun(scope, params.id);
  const left = await cancelRefresh(scope, params.id);
  return { ...(await getRun(scope, params.id)), left };
});
