import { deleteRule, saveRule } from "@/lib/alerts/commands";
import { getRule } from "@/lib/alerts/queries";
import { ruleChanges, ruleId } from "@/lib/alerts/schema";
import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";

// GET /api/v1/alerts/:id - a rule
export const GET = userRoute({ params: ruleId }, ({ scope, params }) => getRule(scope, params.id));

// PATCH /api/v1/alerts/:id - changes what is given of a rule; for members
export const PATCH = userRoute({ params: ruleId }, async ({ scope, params, request }) => {
  const given = ruleChanges.parse(parseJson(await request.text(), "The body is not JSON."));
  return getRule(scope, await saveRule(scope, params.id, given));
});

// DELETE /api/v1/alerts/:id - deletes a rule, its messages stay; for members
export const DELETE = userRoute({ params: ruleId }, async ({ scope, params }) => {
  await deleteRule(scope, params.id);
  return new Response(null, { status: 204 });
});
