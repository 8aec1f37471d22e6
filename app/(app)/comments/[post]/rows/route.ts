import { z } from "zod";
import { readPage } from "@/app/(app)/comments/[post]/read-thread";
import { userRoute } from "@/lib/api/route";
import { postId } from "@/lib/posts/schema";

const params = z.object({ post: postId.shape.id });
const query = z.object({ page: z.coerce.number().int().min(0).max(100_000).default(0) });

// GET /comments/:post/rows?page=3 - what the thread view loads as one reads on, pages from 0
export const GET = userRoute({ params, query }, ({ scope, params: { post }, query: { page } }) =>
  readPage(scope, post, page),
);
