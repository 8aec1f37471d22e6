import { userRoute } from "@/lib/api/route";
import { endSession } from "@/lib/profile/commands";
import { sessionId } from "@/lib/profile/schema";

// DELETE /api/v1/sessions/:id - ends one of the caller's own
export const DELETE = userRoute({ params: sessionId }, async ({ scope, params }) => {
  await endSession(scope, params.id);
  return new Response(null, { status: 204 });
});
