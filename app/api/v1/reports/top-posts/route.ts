import { userRoute } from "@/lib/api/route";
import { exactNumber } from "@/lib/exact-number";
import { topPostsQuery } from "@/lib/reports/period";
import { getTopPosts } from "@/lib/reports/top-posts";

const COUNTS = ["impressions", "views", "likes", "comments", "shares", "saves"] as const;

// GET /api/v1/reports/top-posts - the best posts of a period
export const GET = userRoute({ query: topPostsQuery }, async ({ scope, query }) => {
  const { posts, ...rest } = await getTopPosts(scope, query);
  return {
    ...rest,
    posts: posts.map((post) => ({
      ...post,
      ...Object.fromEntries(COUNTS.map((name) => [name, exactNumber(post[name])])),
      engagement_rate: exactNumber(post.engagement_rate),
    })),
  };
});
