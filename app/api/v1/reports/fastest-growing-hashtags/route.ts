import { userRoute } from "@/lib/api/route";
import { getGrowingHashtags } from "@/lib/hashtags/queries";
import { growingQuery } from "@/lib/hashtags/schema";

// GET /api/v1/reports/fastest-growing-hashtags - the same as fastest-growing, by the name it has had
export const GET = userRoute({ query: growingQuery }, ({ scope, query }) =>
  getGrowingHashtags(scope, query),
);
