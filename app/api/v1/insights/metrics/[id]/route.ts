import { userRoute } from "@/lib/api/route";
import { newestSnapshot } from "@/lib/insights/queries";
import { newestFilter } from "@/lib/insights/schema";
import { scheduleId } from "@/lib/schedules/schema";

// GET /api/v1/insights/metrics/:schedule_id?provider= - the newest snapshot, of all providers or of one
export const GET = userRoute(
  { params: scheduleId, query: newestFilter },
  ({ scope, params, query }) => newestSnapshot(scope, params.id, query.provider),
);
