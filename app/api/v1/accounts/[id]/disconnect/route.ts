import { deleteAccountHistory, disconnectAccount } from "@/lib/accounts/commands";
import { accountId, disconnection } from "@/lib/accounts/schema";
import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";

// POST /api/v1/accounts/:id/disconnect - deletes the tokens at once; owners may delete the history as well
export const POST = userRoute({ params: accountId }, async ({ scope, params, request }) => {
  const text = await request.text();
  const given = disconnection.parse(text === "" ? {} : parseJson(text, "The body is not JSON."));
  if (given.deleteHistory) return { deletedPosts: await deleteAccountHistory(scope, params.id) };
  await disconnectAccount(scope, params.id);
  return { deletedPosts: 0 };
});
