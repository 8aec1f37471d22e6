import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";
import { transferOwnership } from "@/lib/workspaces/commands";
import { newOwner } from "@/lib/workspaces/schema";

// POST /api/v1/workspace/transfer - for owners: makes `user_id` owner and the caller admin
export const POST = userRoute({}, async ({ scope, request }) => {
  const given = parseJson(await request.text(), "The body is not JSON.");
  await transferOwnership(scope, newOwner.parse(given).user_id);
  return new Response(null, { status: 204 });
});
