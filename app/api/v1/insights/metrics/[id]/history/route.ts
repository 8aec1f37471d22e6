import { userRoute } from "@/lib/api/route";
import { snapshotHistory } from "@/lib/insights/queries";
import { historyFilter } from "@/lib/insights/schema";
import { scheduleId } from "@/lib/schedules/schema";

// GET /api/v1/insights/metrics/:schedule_id/history?provider=&limit= - snapshots newest first, `limit`
// of each provider. With several, `metrics` holds one series after the other and `providers` each by name.
export const GET = userRoute(
  { params: scheduleId, query: historyFilter },
  ({ scope, params, query }) => snapshotHistory(scope, params.id, query),
);
