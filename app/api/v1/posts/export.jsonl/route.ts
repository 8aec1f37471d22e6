import { userRoute } from "@/lib/api/route";
import { exportPosts } from "@/lib/posts/export-posts";
import { postFilter } from "@/lib/posts/schema";

export const maxDuration = 300;

// GET /api/v1/posts/export.jsonl - the filtered posts in their order, streamed
export const GET = userRoute({ query: postFilter }, ({ scope, query }) =>
  exportPosts(scope, query, "jsonl"),
);
