import { after } from "next/server";
import { runAlerts } from "@/lib/alerts/worker";
import { cronRoute } from "@/lib/api/route";
import { runComments } from "@/lib/comments/worker";
import { runIngest } from "@/lib/ingest/worker";
import { runQueue } from "@/lib/jobs/worker";
import { runRefresh } from "@/lib/refresh/worker";

export const maxDuration = 300;

// POST /api/worker - answers at once and works on every queue; our own calls only
export const POST = cronRoute(async (db) => {
  after(() =>
    Promise.all([runQueue(db), runRefresh(db), runIngest(db), runComments(db), runAlerts(db)]),
  );
  return Response.json({ accepted: true }, { status: 202 });
});
