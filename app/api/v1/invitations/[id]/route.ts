import { userRoute } from "@/lib/api/route";
import { revokeInvitation } from "@/lib/invitations/commands";
import { invitationId } from "@/lib/invitations/schema";

// DELETE /api/v1/invitations/:id - for admins: its link lets nobody in any more
export const DELETE = userRoute({ params: invitationId }, async ({ scope, params }) => {
  await revokeInvitation(scope, params.id);
  return new Response(null, { status: 204 });
});
