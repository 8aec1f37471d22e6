import { listAccounts } from "@/lib/accounts/queries";
import { userRoute } from "@/lib/api/route";

// GET /api/v1/accounts - the workspace's accounts, with their state, posts and last refresh
export const GET = userRoute({}, async ({ scope }) => ({ items: await listAccounts(scope) }));
