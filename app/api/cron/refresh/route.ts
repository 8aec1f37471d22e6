import { cronRoute } from "@/lib/api/route";
import { continueIngest } from "@/lib/ingest/plan";
import { continueRefresh } from "@/lib/refresh/slot";

export const maxDuration = 300;

// Every minute: plans a slot whose delivery was lost, young posts each hour, and goes on with what is open.
export const GET = cronRoute(async (db) => {
  const [refresh, ingest] = await Promise.all([continueRefresh(db), continueIngest(db)]);
  return { ...refresh, ingest };
});
