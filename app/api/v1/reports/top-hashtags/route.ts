import { userRoute } from "@/lib/api/route";
import { getTopHashtags } from "@/lib/hashtags/queries";
import { topHashtagsQuery } from "@/lib/hashtags/schema";

// GET /api/v1/reports/top-hashtags - hashtags by how many people posted with them
export const GET = userRoute({ query: topHashtagsQuery }, ({ scope, query }) =>
  getTopHashtags(scope, query),
);
