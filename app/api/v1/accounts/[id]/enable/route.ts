import { setMeasuring } from "@/lib/accounts/commands";
import { getAccount } from "@/lib/accounts/queries";
import { accountId, measuringChoice } from "@/lib/accounts/schema";
import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";

// POST /api/v1/accounts/:id/enable - begins or stops measuring a connected account
export const POST = userRoute({ params: accountId }, async ({ scope, params, request }) => {
  const given = parseJson(await request.text(), "The body is not JSON.");
  await setMeasuring(scope, params.id, measuringChoice.parse(given).enabled);
  return getAccount(scope, params.id);
});
