import { runAlerts } from "@/lib/alerts/worker";
import { cronRoute } from "@/lib/api/route";
import { runComments } from "@/lib/comments/worker";
import { continueIngest } from "@/lib/ingest/plan";
import { continueRefresh } from "@/lib/refresh/slot";
import { removeDeleted } from "@/lib/workspaces/remove-deleted";

export const maxDuration = 300;

// Every minute: plans a slot whose delivery was lost, young posts each hour, goes on with what is open, comments too, and evaluates alerts.
export const GET = cronRoute(async (db) => {
  const [refresh, ingest, comments, removed, alerts] = await Promise.all([
    continueRefresh(db),
    continueIngest(db),
    runComments(db),
    removeDeleted(db),
    runAlerts(db),
  ]);
  return { ...refresh, ingest, comments, removed, alerts };
});
