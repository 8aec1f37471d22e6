import { userRoute } from "@/lib/api/route";
import { getPost } from "@/lib/posts/read-post";
import { refreshPosts } from "@/lib/posts/refresh-posts";
import { postId } from "@/lib/posts/schema";

// POST /api/v1/posts/:id/refresh - measures the post now; no run when it was measured within the minute
export const POST = userRoute({ params: postId }, async ({ scope, params }) => {
  await getPost(scope, params.id);
  return Response.json(await refreshPosts(scope, [params.id]), { status: 202 });
});
