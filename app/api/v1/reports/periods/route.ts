import { userRoute } from "@/lib/api/route";
import { exactNumber } from "@/lib/exact-number";
import { periodQuery } from "@/lib/reports/period";
import { getPeriods } from "@/lib/reports/periods";

// GET /api/v1/reports/periods - a period beside the one of the same length before it
export const GET = userRoute({ query: periodQuery }, async ({ scope, query }) => {
  const periods = await getPeriods(scope, query);
  return {
    ...periods,
    rows: periods.rows.map((row) => ({
      ...row,
      value: exactNumber(row.value),
      compared: exactNumber(row.compared),
      previous: exactNumber(row.previous),
    })),
  };
});
