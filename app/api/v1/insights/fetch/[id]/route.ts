import { userRoute } from "@/lib/api/route";
import { fetchInsights } from "@/lib/insights/fetch-insights";
import { fetchOptions } from "@/lib/insights/schema";
import { parseJson } from "@/lib/parse-json";
import { scheduleId } from "@/lib/schedules/schema";

export const maxDuration = 60;

// POST /api/v1/insights/fetch/:schedule_id - measures what was posted, once in six hours or by force
export const POST = userRoute({ params: scheduleId }, async ({ scope, params, request }) => {
  const text = await request.text();
  const options = fetchOptions.parse(text === "" ? {} : parseJson(text, "The body is not JSON."));
  const answer = await fetchInsights(scope, params.id, options);
  return Response.json(answer, { status: "runId" in answer ? 202 : 200 });
});
