import { userRoute } from "@/lib/api/route";
import { getBestTimes } from "@/lib/reports/best-times";
import { bestTimesQuery } from "@/lib/reports/period";

// GET /api/v1/reports/best-times - posts of a period by weekday and hour of publishing
export const GET = userRoute({ query: bestTimesQuery }, ({ scope, query }) =>
  getBestTimes(scope, query),
);
