import { userRoute } from "@/lib/api/route";
import { endOtherSessions } from "@/lib/profile/commands";
import { listSessions } from "@/lib/profile/queries";
import { otherSessions } from "@/lib/profile/schema";

// GET /api/v1/sessions - where the caller is signed in, this session first
export const GET = userRoute({}, async ({ scope }) => ({ items: await listSessions(scope) }));

// DELETE /api/v1/sessions?only=others - ends all of the caller's but this one
export const DELETE = userRoute({ query: otherSessions }, async ({ scope }) => ({
  ended: await endOtherSessions(scope),
}));
