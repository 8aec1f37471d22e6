import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";
import { createWorkspace } from "@/lib/workspaces/commands";
import { listWorkspaces } from "@/lib/workspaces/queries";
import { newWorkspace } from "@/lib/workspaces/schema";

// GET /api/v1/workspaces - those the caller is in, with their role in each
export const GET = userRoute({}, async ({ scope }) => ({ items: await listWorkspaces(scope) }));

// POST /api/v1/workspaces - makes one with the caller as its owner
export const POST = userRoute({}, async ({ scope, request }) => {
  const given = parseJson(await request.text(), "The body is not JSON.");
  const { name } = newWorkspace.parse(given);
  return Response.json({ id: await createWorkspace(scope, name), name }, { status: 201 });
});
