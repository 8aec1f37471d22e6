import { userRoute } from "@/lib/api/route";
import { exactNumber } from "@/lib/exact-number";
import { getBaseline, getPost } from "@/lib/posts/read-post";
import { baselineQuery, postId } from "@/lib/posts/schema";

// GET /api/v1/posts/:id/baseline - a metric at each age beside the median of the account's other posts
export const GET = userRoute(
  { params: postId, query: baselineQuery },
  async ({ scope, params: { id }, query: { metric } }) => {
    await getPost(scope, id);
    const baseline = await getBaseline(scope, id, metric);
    const ages = baseline?.ages.map(({ hours, value, interpolated, median, n }) => ({
      hours,
      value: exactNumber(value),
      interpolated,
      median: exactNumber(median),
      posts: n,
    }));
    return {
      post_id: id,
      metric,
      source: baseline?.source ?? null,
      metric_definition: baseline?.definition ?? null,
      compared_posts: baseline?.peers ?? 0,
      ages: ages ?? [],
    };
  },
);
