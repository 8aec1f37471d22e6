import { cronRoute } from "@/lib/api/route";
import { runComments } from "@/lib/comments/worker";
import { continueIngest } from "@/lib/ingest/plan";
import { continueRefresh } from "@/lib/refresh/slot";
import { removeDeleted } from "@/lib/workspaces/remove-deleted";

export const maxDuration = 300;

// Every minute: plans a slot whose delivery was lost, young posts each hour, and goes on with what is open, comments too.
export const GET = cronRoute(async (db) => {
  const [refresh, ingest, comments, removed] = await Promise.all([
    continueRefresh(db),
    continueIngest(db),
    runComments(db),
    removeDeleted(db),
  ]);
  return { ...refresh, ingest, comments, removed };
});
