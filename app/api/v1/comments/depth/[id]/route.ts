import { readerRoute } from "@/lib/api/route";
import { getPostDepth } from "@/lib/comments/queries";
import { postChoice } from "@/lib/comments/schema";

// GET /api/v1/comments/depth/:post - how deep the thread of one post goes
export const GET = readerRoute({ params: postChoice }, ({ scope, params }) =>
  getPostDepth(scope, params),
);
