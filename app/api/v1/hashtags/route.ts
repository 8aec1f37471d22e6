import { asked } from "@/lib/answers/parameters";
import { userRoute } from "@/lib/api/route";
import { listHashtags } from "@/lib/hashtags/list";
import { hashtagsQuery } from "@/lib/hashtags/list-schema";

// GET /api/v1/hashtags - the workspace's hashtags, those of most people first, or those that begin with `search`
export const GET = userRoute({ query: hashtagsQuery }, async ({ scope, query }) => {
  const { page, limit, search } = query;
  const offset = (page - 1) * limit;
  const answer = await listHashtags(scope, { search, ...asked(query) }, { offset, limit });
  const { hashtags: items, total_count: total, as_of } = answer;
  return { page, limit, total, has_more: offset + items.length < total, items, as_of };
});
