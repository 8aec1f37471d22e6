import { userRoute } from "@/lib/api/route";
import { importEngagements } from "@/lib/engagements/commands";
import { receiveEvents } from "@/lib/engagements/receive-events";

export const maxDuration = 300;

// POST /api/v1/engagements - likes, shares, views and bookmarks that somebody recorded, as JSON or text/csv
export const POST = userRoute({}, async ({ scope, request }) => {
  const { from, events } = await receiveEvents(request);
  return importEngagements(scope, from, events);
});
