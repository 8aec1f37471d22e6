import { userRoute } from "@/lib/api/route";
import { deleteSchedule } from "@/lib/schedules/commands";
import { getSchedule } from "@/lib/schedules/queries";
import { scheduleId } from "@/lib/schedules/schema";

// GET /api/v1/schedules/:id - a schedule with its external references
export const GET = userRoute({ params: scheduleId }, ({ scope, params }) =>
  getSchedule(scope, params.id),
);

// DELETE /api/v1/schedules/:id - forgets it; its posts and their numbers stay
export const DELETE = userRoute({ params: scheduleId }, async ({ scope, params }) => {
  await deleteSchedule(scope, params.id);
  return new Response(null, { status: 204 });
});
