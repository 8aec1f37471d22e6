import { after } from "next/server";
import { cronRoute } from "@/lib/api/route";
import { runQueue } from "@/lib/jobs/worker";

export const maxDuration = 300;

// POST /api/worker - answers at once and works on the queue; our own calls only
export const POST = cronRoute(async (db) => {
  after(() => runQueue(db));
  return Response.json({ accepted: true }, { status: 202 });
});
