import { z } from "zod";
import { plainCronRoute } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { refreshSlot } from "@/lib/refresh/slot";

export const maxDuration = 300;

// GET|POST /api/cron/studio/metrics-refresh?workspace_id= - measures what is due in this slot; called
// again it goes on where it stopped
const run = plainCronRoute((db, request) => {
  const asked = request.nextUrl.searchParams.get("workspace_id");
  const id = z.uuid().nullable().safeParse(asked);
  // What is no id at all names no workspace either.
  if (!id.success) throw new AppError("not_found", "Workspace not found");
  return refreshSlot(db, id.data);
});

export { run as GET, run as POST };
