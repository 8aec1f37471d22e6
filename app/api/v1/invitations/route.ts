import { userRoute } from "@/lib/api/route";
import { invite } from "@/lib/invitations/commands";
import { listInvitations } from "@/lib/invitations/queries";
import { newInvitation } from "@/lib/invitations/schema";
import { parseJson } from "@/lib/parse-json";

// GET /api/v1/invitations - those still open, newest first; none for who is no admin
export const GET = userRoute({}, async ({ scope }) => ({ items: await listInvitations(scope) }));

// POST /api/v1/invitations - for admins: a link good once; this answer alone holds it
export const POST = userRoute({}, async ({ scope, request }) => {
  const given = parseJson(await request.text(), "The body is not JSON.");
  return Response.json(await invite(scope, newInvitation.parse(given)), { status: 201 });
});
