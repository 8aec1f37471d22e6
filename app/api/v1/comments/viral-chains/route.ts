import { userRoute } from "@/lib/api/route";
import { getViralChains } from "@/lib/comments/queries";
import { viralChainsQuery } from "@/lib/comments/schema";

// GET /api/v1/comments/viral-chains - the longest viral chain of each post, a page at a time
export const GET = userRoute({ query: viralChainsQuery }, async ({ scope, query }) => {
  const { skip, limit } = query;
  const { chains, total_count, ...answer } = await getViralChains(scope, query);
  return {
    chains,
    total_count,
    skip,
    limit,
    has_more: skip + chains.length < total_count,
    ...answer,
  };
});
