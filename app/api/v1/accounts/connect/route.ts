import { beginConnection } from "@/lib/accounts/connect";
import { connectionChoice } from "@/lib/accounts/schema";
import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";

// POST /api/v1/accounts/connect - begins a connection: where the person gives their consent
export const POST = userRoute({}, async ({ scope, request }) => {
  const given = parseJson(await request.text(), "The body is not JSON.");
  const { connection } = connectionChoice.parse(given);
  return { consentUrl: (await beginConnection(scope, connection)).href };
});
