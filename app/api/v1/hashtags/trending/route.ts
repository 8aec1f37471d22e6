import { userRoute } from "@/lib/api/route";
import { getTrending } from "@/lib/hashtags/queries";
import { trendingQuery } from "@/lib/hashtags/schema";

// GET /api/v1/hashtags/trending - hashtags by how many posts of the last minutes have them
export const GET = userRoute({ query: trendingQuery }, ({ scope, query }) =>
  getTrending(scope, query),
);
