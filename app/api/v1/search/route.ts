import { userRoute } from "@/lib/api/route";
import { searchAll } from "@/lib/search-all/queries";
import { searchQuery } from "@/lib/search-all/schema";

// GET /api/v1/search - posts, jobs, campaigns, hashtags and people by what was typed
export const GET = userRoute({ query: searchQuery }, async ({ scope, query: { q, limit } }) => ({
  items: await searchAll(scope, q, limit),
}));
