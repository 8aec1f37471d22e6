import { userRoute } from "@/lib/api/route";
import { getCommentStatus } from "@/lib/comments/commands";
import { postId } from "@/lib/posts/schema";

// GET /api/v1/posts/:id/comments/status - whether its comments were read, when, from where, and why not
export const GET = userRoute({ params: postId }, ({ scope, params }) =>
  getCommentStatus(scope, params.id),
);
