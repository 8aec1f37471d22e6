import { userRoute } from "@/lib/api/route";
import { apiTotals } from "@/lib/dashboard/api-totals";
import { rangeQuery } from "@/lib/dashboard/range-query";
import { getTotals } from "@/lib/dashboard/totals";

// GET /api/v1/dashboard - a period beside another: what the dashboard shows
export const GET = userRoute({ query: rangeQuery }, async ({ scope, query }) =>
  apiTotals(await getTotals(scope, query)),
);
