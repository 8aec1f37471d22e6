import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";
import { changeRole, removeMember } from "@/lib/workspaces/commands";
import { memberId, roleChoice } from "@/lib/workspaces/schema";

// PATCH /api/v1/members/:id - for admins: another role, up to one's own
export const PATCH = userRoute({ params: memberId }, async ({ scope, params, request }) => {
  const given = parseJson(await request.text(), "The body is not JSON.");
  const { role } = roleChoice.parse(given);
  await changeRole(scope, { userId: params.id, role });
  return { user_id: params.id, role };
});

// DELETE /api/v1/members/:id - for admins: takes a person out of the workspace
export const DELETE = userRoute({ params: memberId }, async ({ scope, params }) => {
  await removeMember(scope, params.id);
  return new Response(null, { status: 204 });
});
