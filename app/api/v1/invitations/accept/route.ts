import { userRoute } from "@/lib/api/route";
import { acceptInvitation } from "@/lib/invitations/commands";
import { invitationSecret } from "@/lib/invitations/schema";
import { parseJson } from "@/lib/parse-json";

// POST /api/v1/invitations/accept - lets the caller in by a link's `secret`, in the body so that no log has it
export const POST = userRoute({}, async ({ scope, request }) => {
  const given = parseJson(await request.text(), "The body is not JSON.");
  const { secret } = invitationSecret.parse(given);
  return { workspace_id: await acceptInvitation(scope, secret) };
});
