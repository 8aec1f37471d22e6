import { z } from "zod";
import { userRoute } from "@/lib/api/route";
import { clamped } from "@/lib/jobs/schema";
import { apiGain, apiPost } from "@/lib/posts/api-post";
import { countPosts, getGains, listPosts } from "@/lib/posts/queries";
import { postPage } from "@/lib/posts/schema";

const query = postPage.and(z.object({ limit: clamped(1, 200, 50) }));

// GET /api/v1/posts - the workspace's posts with their newest numbers, a page at a time
export const GET = userRoute({ query }, async ({ scope, query: { page, limit, ...filter } }) => {
  const offset = (page - 1) * limit;
  const [posts, total] = await Promise.all([
    listPosts(scope, filter, { offset, limit }),
    countPosts(scope, filter),
  ]);
  const gains = await getGains(
    scope,
    posts.map(({ id }) => id),
    filter,
  );
  const items = posts.map((post) => ({
    ...apiPost(post),
    change: { metric: filter.metric, days: filter.days, ...apiGain(gains.get(post.id)) },
  }));
  return { page, limit, total, has_more: offset + items.length < total, items };
});
