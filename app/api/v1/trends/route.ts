import { userRoute } from "@/lib/api/route";
import { exactNumber } from "@/lib/exact-number";
import { trendFilter } from "@/lib/posts/schema";
import { getTrend } from "@/lib/posts/trends";

// GET /api/v1/trends - a metric's totals and gains by day, beside the period before
export const GET = userRoute({ query: trendFilter }, async ({ scope, query }) => {
  const trend = await getTrend(scope, query);
  return {
    ...trend,
    gain: exactNumber(trend.gain),
    previous_gain: exactNumber(trend.previous_gain),
    total: exactNumber(trend.total),
    previous_total: exactNumber(trend.previous_total),
    days: trend.days.map((day) => ({
      ...day,
      total: exactNumber(day.total),
      gain: exactNumber(day.gain),
      previous_gain: exactNumber(day.previous_gain),
      previous_total: exactNumber(day.previous_total),
    })),
  };
});
