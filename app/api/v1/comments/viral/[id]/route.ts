import { readerRoute } from "@/lib/api/route";
import { getViralChain } from "@/lib/comments/queries";
import { postChoice } from "@/lib/comments/schema";

// GET /api/v1/comments/viral/:post - the longest viral chain of one post, as ids and as comments
export const GET = readerRoute({ params: postChoice }, async ({ scope, params }) => {
  const { longest_chain_comments: chain, ...answer } = await getViralChain(scope, params);
  return { ...answer, longest_chain_comments: chain.map(({ id }) => id), longest_chain: chain };
});
