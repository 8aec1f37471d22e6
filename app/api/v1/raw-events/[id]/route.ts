import { z } from "zod";
import { userRoute } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { attachment, safeFileName } from "@/lib/exports/file-name";
import { getRawEvent } from "@/lib/posts/read-post";
import { mayAs } from "@/lib/workspaces/schema";

const NO_SUCH_EVENT = "There is no such raw event: expected its number.";
const params = z.object({
  id: z.coerce
    .number(NO_SUCH_EVENT)
    .int(NO_SUCH_EVENT)
    .positive(NO_SUCH_EVENT)
    .max(Number.MAX_SAFE_INTEGER, NO_SUCH_EVENT),
});

// GET /api/v1/raw-events/:id - what a provider sent, to the letter; for admins
export const GET = userRoute({ params }, async ({ scope, params: { id } }) => {
  // To everybody else it does not exist.
  if (!mayAs(scope.role, "admin")) throw new AppError("not_found", "There is no such raw event.");
  const { payload, source } = await getRawEvent(scope, id);
  return new Response(payload, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": attachment(safeFileName(`${source}_${id}`, "json")),
    },
  });
});
