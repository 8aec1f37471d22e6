import { userRoute } from "@/lib/api/route";
import { runIngestAndWait, startedRun } from "@/lib/ingest/run-and-wait";
import { ingestWait, newIngestRun } from "@/lib/ingest/schema";
import { parseJson } from "@/lib/parse-json";

export const maxDuration = 90;

// POST /api/v1/ingest/run?wait= - starts a run; `test` brings ten items at most. 200 when it ended within `wait` seconds
export const POST = userRoute({ query: ingestWait }, async ({ scope, query, request }) => {
  const body = (await request.text()) || "{}";
  const { test } = newIngestRun.parse(parseJson(body, "The body is not JSON."));
  const run = await runIngestAndWait(scope, { test, waitMs: query.wait * 1000 });
  return Response.json(startedRun(run), { status: run.finished_at === null ? 202 : 200 });
});
