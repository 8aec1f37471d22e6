import { saveRule } from "@/lib/alerts/commands";
import { getRule, listRules } from "@/lib/alerts/queries";
import { newRule } from "@/lib/alerts/schema";
import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";

// GET /api/v1/alerts - the workspace's rules, oldest first
export const GET = userRoute({}, async ({ scope }) => ({ items: await listRules(scope) }));

// POST /api/v1/alerts - makes a rule; for members
export const POST = userRoute({}, async ({ scope, request }) => {
  const given = newRule.parse(parseJson(await request.text(), "The body is not JSON."));
  const id = await saveRule(scope, null, given);
  return Response.json(await getRule(scope, id), { status: 201 });
});
