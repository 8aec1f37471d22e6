import type { Scope } from "@/lib/supabase/server";
import type { listMembers } from "@/lib/workspaces/queries";

/** A member as endpoints tell them. */
export function apiMember({
  userId,
  since,
  ...rest
}: Awaited<ReturnType<typeof listMembers>>[number]) {
  return { user_id: userId, ...rest, since };
}

/** The workspace as endpoints tell it. */
export function apiWorkspace({ workspaceId, workspaceName, timeZone, rateBasis, role }: Scope) {
  return {
    id: workspaceId,
    name: workspaceName,
    time_zone: timeZone,
    rate_basis: rateBasis,
    role,
  };
}
