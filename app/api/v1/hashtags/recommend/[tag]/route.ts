import { userRoute } from "@/lib/api/route";
import { getRecommendations } from "@/lib/hashtags/queries";
import { LEAST_RATE, recommendQuery, tagChoice } from "@/lib/hashtags/schema";

// GET /api/v1/hashtags/recommend/:tag - hashtags that stand on at least 30 % of its posts
export const GET = userRoute(
  { params: tagChoice, query: recommendQuery },
  ({ scope, params: { tag }, query }) => {
    const fixed = { target_hashtag: tag, min_cooccurrence_rate: LEAST_RATE };
    return getRecommendations(scope, { ...query, ...fixed });
  },
);
