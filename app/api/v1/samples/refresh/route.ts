import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";
import { refreshSample } from "@/lib/samples/commands";
import { sampleRefresh } from "@/lib/samples/schema";

export const maxDuration = 60;

// POST /api/v1/samples/refresh - adds posts of now to this sample workspace
export const POST = userRoute({}, async ({ scope, request }) => {
  const body = (await request.text()) || "{}";
  return refreshSample(scope, sampleRefresh.parse(parseJson(body, "The body is not JSON.")));
});
