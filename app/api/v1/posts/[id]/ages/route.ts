import { userRoute } from "@/lib/api/route";
import { apiAges } from "@/lib/posts/api-ages";
import { getAgeCurve, getPost } from "@/lib/posts/read-post";
import { postId } from "@/lib/posts/schema";

// GET /api/v1/posts/:id/ages - views at each age beside the author's other posts, and beside all alike
export const GET = userRoute({ params: postId }, async ({ scope, params: { id } }) => {
  const [post, curve] = await Promise.all([getPost(scope, id), getAgeCurve(scope, id)]);
  return apiAges(post, curve);
});
