import { userRoute } from "@/lib/api/route";
import { listWorkspaces } from "@/lib/workspaces/queries";

// GET /api/v1/me - who asks, in which workspace, and in which others they are
export const GET = userRoute({}, async ({ scope }) => {
  const { userId, email, workspaceId, workspaceName, timeZone, role } = scope;
  const workspaces = await listWorkspaces(scope);
  return {
    user_id: userId,
    email,
    workspace: { id: workspaceId, name: workspaceName, role, time_zone: timeZone },
    workspaces,
  };
});
