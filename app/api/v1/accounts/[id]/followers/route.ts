import { accountId } from "@/lib/accounts/schema";
import { userRoute } from "@/lib/api/route";
import { getFollowerHistory } from "@/lib/followers/queries";
import { followersQuery } from "@/lib/followers/schema";

// GET /api/v1/accounts/:id/followers - how many followed the account, a number a day at most
export const GET = userRoute(
  { params: accountId, query: followersQuery },
  ({ scope, params, query }) => getFollowerHistory(scope, params.id, query),
);
