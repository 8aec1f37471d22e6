import { userRoute } from "@/lib/api/route";
import { getRecommendations } from "@/lib/hashtags/queries";
import { recommendationsQuery } from "@/lib/hashtags/schema";

// GET /api/v1/hashtags/recommendations - hashtags that stand on the same posts as `target_hashtag`
export const GET = userRoute({ query: recommendationsQuery }, ({ scope, query }) =>
  getRecommendations(scope, query),
);
