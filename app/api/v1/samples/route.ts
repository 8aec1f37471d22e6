import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";
import { createSample, removeSample } from "@/lib/samples/commands";
import { newSample, sampleRemoval } from "@/lib/samples/schema";

export const maxDuration = 60;

// POST /api/v1/samples - an empty sample workspace of the caller's own
export const POST = userRoute({}, async ({ scope, request }) => {
  const body = (await request.text()) || "{}";
  const plan = newSample.parse(parseJson(body, "The body is not JSON."));
  return Response.json(await createSample(scope, plan), { status: 201 });
});

// DELETE /api/v1/samples?take= - some posts of this sample workspace, with the last the workspace: ask until `removed`
export const DELETE = userRoute({ query: sampleRemoval }, ({ scope, query }) =>
  removeSample(scope, query.take),
);
