import { z } from "zod";
import { userRoute } from "@/lib/api/route";
import { clamped, MAX_OFFSET } from "@/lib/jobs/schema";
import { apiLinks } from "@/lib/link/api-links";
import { measureLink } from "@/lib/link/commands";
import { listLinks } from "@/lib/link/queries";
import { pastedLink } from "@/lib/link/schema";
import { parseJson } from "@/lib/parse-json";
import { startWorkerAfterwards } from "@/lib/queue/start-worker";

const query = z.object({ limit: clamped(1, 100, 20), offset: clamped(0, MAX_OFFSET, 0) });

// GET /api/v1/link - the single links of the workspace, newest first, with totals
export const GET = userRoute({ query }, async ({ scope, query }) => {
  const answer = apiLinks(await listLinks(scope, query), query);
  return new Response(JSON.stringify(answer), { headers: { "content-type": "application/json" } });
});

// POST /api/v1/link - measures the post of one link; its job is followed like any other
export const POST = userRoute({}, async ({ scope, request }) => {
  const { url } = pastedLink.parse(parseJson(await request.text(), "The body is not JSON."));
  const job_id = await measureLink(scope, url);
  startWorkerAfterwards();
  return Response.json({ job_id, status: "running" }, { status: 202 });
});
