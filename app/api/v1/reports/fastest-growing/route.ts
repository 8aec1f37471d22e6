import { userRoute } from "@/lib/api/route";
import { getGrowingHashtags } from "@/lib/hashtags/queries";
import { growingQuery } from "@/lib/hashtags/schema";

// GET /api/v1/reports/fastest-growing - hashtags whose posts are for the greatest part of the last hours
export const GET = userRoute({ query: growingQuery }, ({ scope, query }) =>
  getGrowingHashtags(scope, query),
);
