import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";
import { refreshPosts } from "@/lib/posts/refresh-posts";
import { refreshBody } from "@/lib/posts/schema";

// POST /api/v1/posts/refresh - measures up to 500 posts now
export const POST = userRoute({}, async ({ scope, request }) => {
  const { ids } = refreshBody.parse(parseJson(await request.text(), "The body is not JSON."));
  return Response.json(await refreshPosts(scope, ids), { status: 202 });
});
