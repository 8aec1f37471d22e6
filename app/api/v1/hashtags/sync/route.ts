import { userRoute } from "@/lib/api/route";
import { syncHashtags } from "@/lib/hashtags/commands";
import { syncQuery } from "@/lib/hashtags/schema";

// POST /api/v1/hashtags/sync - derives the hashtags of recent posts from their captions again
export const POST = userRoute({ query: syncQuery }, async ({ scope, query }) => {
  const { posts, added, removed, ...done } = await syncHashtags(scope, query);
  const message =
    added + removed === 0
      ? `Looked at ${posts} posts; their hashtags were right already.`
      : `Looked at ${posts} posts; ${added} hashtags were added, ${removed} removed.`;
  return { message, status: "success", posts, added, removed, ...done };
});
