import { refreshAccount } from "@/lib/accounts/commands";
import { accountId } from "@/lib/accounts/schema";
import { userRoute } from "@/lib/api/route";

// POST /api/v1/accounts/:id/refresh - measures the account now; its run tells how far it is
export const POST = userRoute({ params: accountId }, async ({ scope, params }) =>
  Response.json(await refreshAccount(scope, params.id), { status: 202 }),
);
