import { z } from "zod";
import { userRoute } from "@/lib/api/route";
import { clamped, MAX_OFFSET } from "@/lib/jobs/schema";
import { parseJson } from "@/lib/parse-json";
import { createSchedule } from "@/lib/schedules/commands";
import { listSchedules } from "@/lib/schedules/queries";
import { newSchedule } from "@/lib/schedules/schema";

const query = z.object({ limit: clamped(1, 100, 20), offset: clamped(0, MAX_OFFSET, 0) });

// GET /api/v1/schedules - the workspace's schedules, newest first
export const GET = userRoute({ query }, async ({ scope, query: { limit, offset } }) => {
  const { total, items } = await listSchedules(scope, { limit, offset });
  return { limit, offset, total, has_more: offset + items.length < total, items };
});

// POST /api/v1/schedules - keeps something published: `links` of its posts, or `external` references
export const POST = userRoute({}, async ({ scope, request }) => {
  const given = newSchedule.parse(parseJson(await request.text(), "The body is not JSON."));
  return Response.json(await createSchedule(scope, given), { status: 201 });
});
