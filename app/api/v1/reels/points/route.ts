import { userRoute } from "@/lib/api/route";
import { exactNumber } from "@/lib/exact-number";
import { wholeQuery } from "@/lib/reels/api-query";
import { DERIVED_OF_POINT } from "@/lib/reels/api-reel";
import { getReelPoints } from "@/lib/reels/queries";

// GET /api/v1/reels/points - a cohort as a scatter draws it: what can be told apart, every breakout in it
export const GET = userRoute({ query: wholeQuery }, async ({ scope, query }) => {
  const { min_cohort, ...filter } = query;
  const { cohort, points, ...counts } = await getReelPoints(scope, filter, min_cohort);
  return {
    cohort,
    ...counts,
    derived: DERIVED_OF_POINT,
    points: points.map((point) => ({ ...point, views: exactNumber(point.views) })),
  };
});
