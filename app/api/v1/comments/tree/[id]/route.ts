import { readerRoute } from "@/lib/api/route";
import { nestedJson } from "@/lib/comments/nested-json";
import { getCommentTree } from "@/lib/comments/queries";
import { postChoice, treeQuery } from "@/lib/comments/schema";

// GET /api/v1/comments/tree/:post - its comments with their replies, a page in reading order at a time
export const GET = readerRoute(
  { params: postChoice, query: treeQuery },
  async ({ scope, params, query: { shape, ...page } }) => {
    const { comments, ...answer } = await getCommentTree(scope, { ...params, ...page });
    const has_more = page.skip + comments.length < answer.total;
    const head = { ...answer, limit: page.limit, count: comments.length, has_more, shape };
    if (shape === "flat") return { ...head, comments };
    const text = `${JSON.stringify(head).slice(0, -1)},"comments":${nestedJson(comments)}}`;
    return new Response(text, { headers: { "content-type": "application/json" } });
  },
);
