import { userRoute } from "@/lib/api/route";
import { exactNumber } from "@/lib/exact-number";
import { pageQuery } from "@/lib/reels/api-query";
import { apiCohort, apiReel, DERIVED } from "@/lib/reels/api-reel";
import { listReels } from "@/lib/reels/queries";

// GET /api/v1/reels/performance - short videos ranked among their like, a page at a time
export const GET = userRoute({ query: pageQuery }, async ({ scope, query }) => {
  const { page, limit, min_cohort, ...filter } = query;
  const offset = (page - 1) * limit;
  const { cohort, summary, items } = await listReels(scope, filter, { offset, limit, min_cohort });
  return {
    page,
    limit,
    total: summary.total,
    has_more: offset + items.length < summary.total,
    cohort: apiCohort(cohort),
    summary: { ...summary, total_views: exactNumber(summary.total_views), derived: true },
    derived: DERIVED,
    items: items.map((reel) => apiReel(reel, min_cohort)),
  };
});
