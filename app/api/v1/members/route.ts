import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";
import { apiMember } from "@/lib/workspaces/api-workspace";
import { addMember } from "@/lib/workspaces/commands";
import { listMembers } from "@/lib/workspaces/queries";
import { newMember } from "@/lib/workspaces/schema";

// GET /api/v1/members - who is in the workspace, owners first
export const GET = userRoute({}, async ({ scope }) => ({
  items: (await listMembers(scope)).map(apiMember),
}));

// POST /api/v1/members - for admins: adds a person who has an account already, by e-mail
export const POST = userRoute({}, async ({ scope, request }) => {
  const given = parseJson(await request.text(), "The body is not JSON.");
  await addMember(scope, newMember.parse(given));
  const items = (await listMembers(scope)).map(apiMember);
  return Response.json({ items }, { status: 201 });
});
