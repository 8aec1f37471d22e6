import { answers } from "@/lib/answers/cached-answer";
import { userRoute } from "@/lib/api/route";
import { getHashtagStatus } from "@/lib/hashtags/queries";

// GET /api/v1/hashtags/status - what trending is computed from, and how many answers are kept here
export const GET = userRoute({}, async ({ scope }) => ({
  ...(await getHashtagStatus(scope)),
  // Null: a cache that several copies of the server share cannot be counted.
  cache_size: answers().store.count(scope.workspaceId),
}));
