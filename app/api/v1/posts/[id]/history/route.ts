import { userRoute } from "@/lib/api/route";
import { apiHistory } from "@/lib/posts/api-history";
import { getPost, getSeries } from "@/lib/posts/read-post";
import { postId, seriesQuery } from "@/lib/posts/schema";

// GET /api/v1/posts/:id/history - one metric over time, as one source told it
export const GET = userRoute(
  { params: postId, query: seriesQuery },
  async ({ scope, params: { id }, query: { metric, source, since } }) => {
    const post = await getPost(scope, id);
    const told = source ?? post.source ?? post.sources[0]?.source ?? "";
    const series = await getSeries(scope, id, { metric, source: told, since });
    return apiHistory({ id, metric, source: told }, series);
  },
);
