import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";
import { apiWorkspace } from "@/lib/workspaces/api-workspace";
import { changeWorkspace, deleteWorkspace } from "@/lib/workspaces/commands";
import { workspaceChange, workspaceDeletion } from "@/lib/workspaces/schema";

// GET /api/v1/workspace - what the workspace is called and how it counts
export const GET = userRoute({}, ({ scope }) => Promise.resolve(apiWorkspace(scope)));

// PATCH /api/v1/workspace - for admins: `name`, `time_zone` and `rate_basis`, each as given
export const PATCH = userRoute({}, async ({ scope, request }) => {
  const given = parseJson(await request.text(), "The body is not JSON.");
  const change = workspaceChange.parse(given);
  await changeWorkspace(scope, change);
  return { ...apiWorkspace(scope), ...change };
});

// DELETE /api/v1/workspace - for owners: with its name as `confirmation`; nobody is in it from then on
export const DELETE = userRoute({}, async ({ scope, request }) => {
  const given = parseJson(await request.text(), "The body is not JSON.");
  await deleteWorkspace(scope, workspaceDeletion.parse(given).confirmation);
  return new Response(null, { status: 204 });
});
