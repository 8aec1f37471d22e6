import { userRoute } from "@/lib/api/route";
import { getCommentDepths } from "@/lib/comments/queries";
import { depthsQuery } from "@/lib/comments/schema";

// GET /api/v1/comments/depth-analysis - all comments of the workspace by depth
export const GET = userRoute({ query: depthsQuery }, ({ scope, query }) =>
  getCommentDepths(scope, query),
);
