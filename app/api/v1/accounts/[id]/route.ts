import { getAccount } from "@/lib/accounts/queries";
import { accountId } from "@/lib/accounts/schema";
import { userRoute } from "@/lib/api/route";

// GET /api/v1/accounts/:id - one account
export const GET = userRoute({ params: accountId }, ({ scope, params }) =>
  getAccount(scope, params.id),
);
