import { userRoute } from "@/lib/api/route";
import { requestComments } from "@/lib/comments/commands";
import { postId } from "@/lib/posts/schema";

// POST /api/v1/posts/:id/comments/refresh - has the post's comments read now; already: it is under way or was just asked for
export const POST = userRoute({ params: postId }, async ({ scope, params }) =>
  Response.json(await requestComments(scope, params.id), { status: 202 }),
);
